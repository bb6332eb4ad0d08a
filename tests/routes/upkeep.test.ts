import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { chooseLanguage } from "~/accounts/choose-language.server";
import { insertMark } from "~/marks/insert-mark.server";
import { addDays, londonDay } from "~/platform/calendar";
import { clock } from "~/platform/clock.server";
import { formatDay } from "~/ui/dates";
import { freshDatabase } from "../support/database";
import { decided, type Scheme, scheme } from "../support/marks";
import { get, post } from "../support/website";

const { db } = await freshDatabase();
const today = londonDay(clock.now());
let world: Scheme;
let code = "";
let slug = "";
beforeAll(async () => {
  world = await scheme(db);
  const { decision } = await decided(db, world, { first: { "MU-1.1": 0 }, second: { "MU-1.1": 0 } });
  const { id, name } = world.people.organisations.marshEnd;
  slug = world.people.organisations.marshEnd.slug;
  const mark = {
    decisionId: decision.id,
    organisationId: id,
    standardVersionId: world.versionId,
    standardKey: "made-up",
    level: "assured" as const,
    scope: ["Everything"],
    holder: { name, slug, area: "Norfolk", identifiers: [], standard: { key: "made-up", title: "Made up", version: "1.0.0" } },
    conditions: null,
    awardedOn: addDays(today, -370),
    validUntil: addDays(today, 360),
    createdAt: clock.now(),
  };
  ({ code } = await db.transaction((tx) => insertMark(tx, mark, undefined)));
});
type Who = Scheme["people"]["moira"];
const page = async (at: string, as: Who) => (await (await get(at, { as })).text()).replaceAll("<!-- -->", "").replaceAll("&#x27;", "'");
/** The page as somebody reads it who has chosen Welsh. */
async function inWelsh(at: string, as: Who) {
  await chooseLanguage(db, clock, as, "cy");
  const read = await page(at, as);
  await chooseLanguage(db, clock, as, "en");
  return read;
}
const form = (fields: Record<string, string>) => {
  const all = new FormData();
  for (const [name, value] of Object.entries(fields)) all.set(name, value);
  return all;
};
const day = (name: string, of: string) => ({ [`${name}-day`]: of.slice(8), [`${name}-month`]: of.slice(5, 7), [`${name}-year`]: of.slice(0, 4) });
const words = "Our old lead has moved away, and the new one starts on Monday.";

test("a group finds its check-in on its own page, answers it once without scripts, in either language; a stranger finds nothing", async () => {
  const { pat, dee, tomasz, moira } = world.people;
  const path = `/organisations/${slug}/marks/${code}/check-in`;
  const home = await page(`/organisations/${slug}`, dee);
  for (const said of [`do the yearly check-in by ${formatDay(addDays(today, 25))}`, `href="${path}"`]) expect(home).toContain(said);
  for (const stranger of [tomasz, moira]) expect((await get(path, { as: stranger })).status).toBe(404);
  const asked = await page(path, dee);
  for (const said of ['name="still-MU-1.1"', 'name="still-MU-1.2"', 'name="insurance-day"']) expect(asked).toContain(said);
  expect(asked).not.toContain("MU-2.1");
  expect(await inWelsh(path, pat)).toContain("Cofnod blynyddol");

  const empty = await post(path, form({}), { as: dee });
  expect(empty.status).toBe(422);
  expect(await empty.text()).toContain("Choose for MU-1.1 whether it is still true");
  const answers = { facts: "yes", ...day("insurance", addDays(today, 200)), "still-MU-1.1": "yes", "still-MU-1.2": "no", plan: "Nearly there.", changes: "" };
  const wordless = await post(path, form(answers), { as: dee });
  expect([wordless.status, (await wordless.text()).includes("Nearly there.")]).toEqual([422, true]);
  expect((await post(path, form({ ...answers, words }), { as: dee })).status).toBe(303);
  const sent = await page(path, pat);
  expect(sent).toContain("You told us that this is not true any more: MU-1.2");
  expect(sent).not.toContain('name="facts"');
  expect((await post(path, form({ ...answers, words }), { as: pat })).status).toBe(409);
  expect(await page(`/marks/${code}`, pat)).not.toContain(words);
});

test("a group tells us of a change; it stands on a moderator’s first page until somebody has looked", async () => {
  const { pat, dee, tomasz, moira, devon } = world.people;
  const path = `/organisations/${slug}/changes`;
  expect(await page(`/organisations/${slug}`, dee)).toContain(`href="${path}"`);
  expect((await get(path, { as: tomasz })).status).toBe(404);
  expect(await page(path, dee)).toContain('value="serious_incident"');
  expect(await page(`${path}?kind=insurance`, dee)).toContain('name="insurance-day"');
  expect(await inWelsh(`${path}?kind=safeguarding_lead`, dee)).toContain("Mae ein harweinydd diogelu wedi newid");
  expect((await post(path, form({ words }), { as: dee })).status).toBe(422);
  const fields = { kind: "safeguarding_lead", ...day("happened", addDays(today, -3)), safeguarding_lead_exists: "yes" };
  const short = await post(`${path}?kind=safeguarding_lead`, form({ ...fields, words: "Short." }), { as: dee });
  expect([short.status, (await short.text()).includes("Short.")]).toEqual([422, true]);
  expect((await post(path, form({ ...fields, ...day("happened", addDays(today, 3)), words }), { as: dee })).status).toBe(422);
  expect((await post(path, form({ ...fields, words }), { as: dee })).status).toBe(303);
  expect(await page(path, pat)).toContain("Our safeguarding lead has changed");

  const first = await page("/moderation", moira);
  for (const said of ["Changes that groups told us of", "A new or lost safeguarding lead", "Said at the yearly check-in", `/held-marks/${code}#told`])
    expect(first).toContain(said);
  expect(await page("/cases/deadlines?of=circumstance_urgent", moira)).toContain("Our time to look at a change that may be about safety");
  const held = await page(`/held-marks/${code}`, moira);
  expect(held).toContain(words);
  const told = /name="told" value="([\w-]+)"/.exec(held)![1]!;
  const look = (note: string, as: Who) => post(`/held-marks/${code}`, form({ intent: "look", told, note }), { as });
  expect((await look("Short.", moira)).status).toBe(400);
  expect((await look("Rang Dee, who told me all about it.", devon)).status).toBe(403);
  expect((await look("Rang Dee, who told me all about it.", moira)).status).toBe(303);
  expect(await page(`/held-marks/${code}`, moira)).toContain("Rang Dee, who told me all about it.");
  expect(await page(path, dee)).toContain(`We looked at it on ${formatDay(today)}.`);
});

test("where a mark names its activities, what is new has to have a name; a moderator can record that it was left", async () => {
  const { pat, moira } = world.people;
  const path = `/organisations/${slug}/changes`;
  expect(await page(`${path}?kind=new_site_or_activity`, pat), "a mark that covers everything").not.toContain('name="activity"');
  await db.execute(sql`insert into new_activities (mark_id, name, told_at) select id, 'Choir', now() from marks where code = ${code}`);
  await db.execute(sql`insert into top_ups (mark_id, criterion, why, facts, activity_id, opened_at, last_day, state)
    select a.mark_id, 'MU-1.1', 'new_activity', '{}', a.id, now(), current_date + 20, 'due' from new_activities a`);
  expect(await page(`/marks/${code}`, pat)).toContain("“Choir” not yet covered by this mark.");
  expect(await page(`/organisations/${slug}`, pat)).toContain("For “Choir”.");
  expect(await page(`/organisations/${slug}/marks/${code}/answers/MU-1.1`, pat)).toContain("You have told us of a new activity.");
  const held = await page(`/held-marks/${code}`, moira);
  expect(held).toContain("For their new activity “Choir”, which the mark does not cover yet");
  const activity = /name="activity" value="([\w-]+)"/.exec(held)![1]!;
  const leave = (note: string) => post(`/held-marks/${code}`, form({ intent: "leave", activity, note }), { as: moira });
  const short = await leave("Short.");
  expect([short.status, (await short.text()).includes(`left-note-${activity}`)]).toEqual([400, true]);
  expect((await leave("Rang Pat: they sing no longer.")).status).toBe(303);
  expect(await page(`/marks/${code}`, pat)).not.toContain("Choir");
});

test("a moderator records a lost entry in a register, and a new one; the group reads it on its own page, the public only neutral words", async () => {
  const { pat, moira, devon } = world.people;
  const path = `/held-marks/${code}`;
  const send = (fields: Record<string, string>, as = moira) => post(path, form(fields), { as });
  const lost = { intent: "entry_lost", entry: "CQC 1-100", ...day("lost", addDays(today, -1)) };
  expect(await page(path, devon)).not.toContain("entry_lost");
  expect((await send(lost, devon)).status).toBe(403);
  const unnamed = await send({ ...lost, entry: "" });
  expect([unnamed.status, (await unnamed.text()).includes("Give the register and the number")]).toEqual([400, true]);
  const early = await send({ ...lost, ...day("lost", addDays(today, 1)) });
  expect([early.status, (await early.text()).includes("Give the day it was lost")]).toEqual([400, true]);
  expect((await send(lost)).status).toBe(303);
  expect((await send(lost)).status).toBe(409);
  expect(await page(`/organisations/${slug}`, pat)).toContain("You have lost your entry in a register (CQC 1-100)");
  expect(await inWelsh(`/organisations/${slug}`, pat)).toContain("Rydych wedi colli eich cofnod mewn cofrestr (CQC 1-100)");
  const open = await page(`/marks/${code}`, pat);
  expect([open.includes("paperwork is overdue"), open.includes("CQC")]).toEqual([true, false]);
  const loss = /name="loss" value="([\w-]+)"/.exec(await page(path, moira))![1]!;
  expect((await send({ intent: "entry_again", loss, entry: "" })).status).toBe(400);
  expect((await send({ intent: "entry_again", loss, entry: "CQC 1-200" })).status).toBe(303);
  expect(await page(`/marks/${code}`, pat)).not.toContain("paperwork is overdue");
  const told = `/organisations/${slug}/changes`;
  expect(await page(`${told}?kind=regulated_service`, pat)).toContain('name="lost_entry"');
  expect(await page(`${told}?kind=funding`, pat)).not.toContain('name="lost_entry"');
});

test("a new name takes two people; the public reads it with the old one, and the mark stays as it was given", async () => {
  const { pat, moira, mal, sunil, organisations } = world.people;
  const path = `/held-marks/${code}/holder`;
  const old = organisations.marshEnd.name;
  for (const stranger of [pat, sunil]) expect((await get(path, { as: stranger })).status).toBe(404);
  const held = await page(path, moira);
  const identifier = /Registered: ([^,.\s]+)/.exec(held)?.[1] ?? "";
  const fields = { intent: "renamed", identifier, name: "Marsh End Growers", ...day("since", addDays(today, -10)), note: "Looked it up in the register today." };
  expect((await post(path, form({ ...fields, identifier: "GB-CHC:999" }), { as: moira })).status).toBe(422);
  expect((await post(path, form({ ...fields, name: old }), { as: moira })).status).toBe(422);
  expect((await post(path, form(fields), { as: moira })).status).toBe(303);
  expect(await page(`/providers/${slug}`, pat)).not.toContain("Marsh End Growers");
  const change = /name="change" value="([\w-]+)"/.exec(await page(path, mal))![1]!;
  expect((await post(path, form({ intent: "confirm", change }), { as: moira })).status).toBe(403);
  expect((await post(path, form({ intent: "confirm", change }), { as: mal })).status).toBe(303);
  const until = formatDay(addDays(today, -11));
  const provider = await page(`/providers/${slug}`, pat);
  for (const said of ["Marsh End Growers", `Called ${old} until ${until}.`]) expect(provider).toContain(said);
  const mark = await page(`/marks/${code}`, pat);
  for (const said of ["The group that holds it is now called Marsh End Growers.", `Called ${old} until ${until}.`]) expect(mark).toContain(said);
  expect(await (await get(`/providers/${slug}.json`)).json()).toMatchObject({
    name: "Marsh End Growers",
    former_names: [{ name: old, until: addDays(today, -11) }],
    part_of: null,
  });
  expect(await (await get(`/marks/${code}.json`)).json(), "as it was given").toMatchObject({ holder: { name: old } });
  expect((await post(path, form({ ...fields, intent: "merged", name: "", into: "GB-CHC:1" }), { as: moira })).status).toBe(422);
});
