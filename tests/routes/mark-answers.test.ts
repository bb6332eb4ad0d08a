import { beforeAll, expect, test } from "vitest";
import { addDays, londonDay } from "~/platform/calendar";
import { clock } from "~/platform/clock.server";
import { formatDay } from "~/ui/dates";
import { freshDatabase } from "../support/database";
import { awardedWithConditions, type Scheme, scheme } from "../support/marks";
import { get, post } from "../support/website";

const { db } = await freshDatabase();
const by = addDays(londonDay(clock.now()), 30);
const words = "The new policy is on our website, and everybody has read it.";
const notYet = "The policy has no date on it yet. A date and a name would be enough.";
let world: Scheme;
let code = "";
let path = "";
beforeAll(async () => {
  world = await scheme(db);
  ({ code } = await awardedWithConditions(db, world, { criteria: ["MU-2.1"], by }));
  path = `/organisations/${world.people.organisations.marshEnd.slug}/marks/${code}/answers/MU-2.1`;
});
type Who = Scheme["people"]["moira"];
const page = async (at: string, as: Who) => (await (await get(at, { as })).text()).replaceAll("<!-- -->", "").replaceAll("&#x27;", "'");
const form = (fields: Record<string, string>) => {
  const all = new FormData();
  for (const [name, value] of Object.entries(fields)) all.set(name, value);
  return all;
};
const send = (fields: Record<string, string>, as: Who) => post(path, form(fields), { as });

test("a group finds it on its own page, writes, shows, and sends once, in either language; a stranger finds nothing", async () => {
  const { pat, dee, tomasz, moira, organisations } = world.people;
  const home = await page(`/organisations/${organisations.marshEnd.slug}`, dee);
  for (const said of [`put right MU-2.1 by ${formatDay(by)}.`, `href="${path}"`]) expect(home).toContain(said);
  for (const stranger of [tomasz, moira]) expect((await get(path, { as: stranger })).status).toBe(404);
  expect((await get(path.replace("MU-2.1", "MU-1.1"), { as: pat })).status).toBe(404);
  expect(await page(path, dee)).toContain(`by ${formatDay(by)}, the whole of that day`);
  expect(await page(path, { ...pat, language: "cy" })).toContain("<html");

  expect((await send({ move: "send" }, pat)).status).toBe(422);
  expect((await send({ move: "words", words: "x".repeat(5001) }, dee)).status).toBe(422);
  expect((await send({ move: "words", words }, dee)).status).toBe(303);
  expect((await send({ move: "add", kind: "words", title: "What it says", words: "We ring back in two days." }, dee)).status).toBeLessThan(500);
  expect((await send({ move: "send" }, dee)).status).toBe(403);
  const drafted = await page(path, dee);
  for (const said of [words, `href="${path}?send"`]) expect(drafted).toContain(said);
  const toSend = await page(`${path}?send`, dee);
  for (const said of [words, "This is what will be sent."]) expect(toSend).toContain(said);
  expect(toSend).not.toContain('name="words"');
  expect(toSend).toContain("Somebody who may send things for your group can send this.");
  expect(await page(`/held-marks/${code}`, moira)).not.toContain(words);

  expect((await send({ move: "send" }, pat)).status).toBe(303);
  const received = await page(`${path}?send`, pat);
  expect(received).toContain("We received this on");
  expect(received).not.toContain('name="words"');
  expect((await send({ move: "words", words: "More." }, pat)).status).toBe(409);
  expect((await send({ move: "send" }, pat)).status).toBe(409);
});

test("a moderator reads it beside what is asked, and says what is not yet there; the group sends again, and it is recorded as put right", async () => {
  const { pat, moira, devon, organisations } = world.people;
  const held = await page(`/held-marks/${code}`, moira);
  for (const said of [words, "Tell them what is not yet there", "This contains personal details", "Record that it has been shown"]) expect(held).toContain(said);
  const answer = /name="answer" value="([^"]+)"/.exec(held)![1]!;
  const seen = await page(`/held-marks/${code}`, devon);
  expect(seen).toContain(words);
  expect(seen).not.toContain("Tell them what is not yet there");
  const say = (typed: Record<string, string>, as = moira) => post(`/held-marks/${code}`, { intent: "not_yet", answer, ...typed }, { as });
  expect((await say({ words: notYet }, devon)).status).toBe(403);
  const short = await say({ words: "No." });
  expect(short.status).toBe(400);
  for (const kept of [`<a href="#not-yet-${answer}">`, "No.</textarea>"]) expect(await short.clone().text()).toContain(kept);
  expect((await post(`/held-marks/${code}`, { intent: "not_yet", answer: crypto.randomUUID(), words: notYet }, { as: moira })).status).toBe(404);
  expect((await say({ words: notYet })).status).toBe(303);
  expect((await say({ words: notYet })).status).toBe(409);

  const back = await page(path, pat);
  for (const said of [notYet, words, "Send again"]) expect(back).toContain(said);
  expect((await send({ move: "words", words: "Now with a date." }, pat)).status).toBe(303);
  expect((await send({ move: "send" }, pat)).status).toBe(303);
  expect((await post(`/held-marks/${code}`, { intent: "clear", criterion: "MU-2.1", note: "The policy has its date; all is there." }, { as: moira })).status).toBe(303);
  expect(await page(path, pat)).toContain("This is done: you have shown it.");
  expect(await page(`/organisations/${organisations.marshEnd.slug}`, pat)).not.toContain(path);
});

test("the deadlines of marks stand with all the others for moderators, and of one kind where asked", async () => {
  const { moira, devon } = world.people;
  const { code: other } = await awardedWithConditions(db, world, { criteria: ["MU-1.2"], by, home: "harbour" });
  for (const at of ["/cases/deadlines", "/cases/deadlines?of=condition"]) {
    const html = await page(at, moira);
    for (const said of ["The group’s time to put right a condition of its mark: MU-1.2", `/held-marks/${other}`]) expect(html).toContain(said);
  }
  expect(await page("/cases/deadlines", devon)).not.toContain("MU-1.2");
});
