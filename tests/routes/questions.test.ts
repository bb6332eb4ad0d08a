import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "~/accounts/actor";
import { chooseLanguage } from "~/accounts/choose-language.server";
import { clock } from "~/platform/clock.server";
import { paths } from "~/platform/paths";
import { begun, openedCase, publishSmall } from "../support/cases";
import { freshDatabase } from "../support/database";
import { asRead, englishIn } from "../support/english";
import { type Cast, cast } from "../support/people";
import { get, post } from "../support/website";

const { db } = await freshDatabase();
let people: Cast;
let versionId: string;
let sent: { caseId: string; assessmentId: string };
const read = async (path: string, as: Actor) => asRead(await (await get(path, { as })).text());
const add = (form: Record<string, string>, as: Actor = people.sunil) =>
  post(paths.askQuestions(sent.caseId), { move: "add", criterion: "", template: "", words: "", ...form }, { as });
const send = (form: Record<string, string>, as: Actor = people.pat) => post(paths.answerQuestions(sent.assessmentId), form, { as });
const fieldsOf = (html: string) => [...html.matchAll(/<textarea[^>]*\bname="([0-9a-f-]{36})"/g)].map(([, name]) => name!);

beforeAll(async () => {
  people = await cast(db);
  versionId = await publishSmall(db);
  sent = await openedCase(db, people.pat, people.organisations.marshEnd.id, versionId, { clock });
  await begun(db, sent.caseId, { assessor: people.sunil, second: people.amara, moderator: people.moira });
});

describe("from the first draft to the answers", () => {
  test("before anything is asked, the provider reads whose turn it is and finds nothing to answer", async () => {
    expect(await read(paths.sent(sent.assessmentId), people.pat)).toContain("It is our turn: we are reading. Working days left: 20.");
    expect(await read(paths.answerQuestions(sent.assessmentId), people.pat)).toContain("We have not asked you anything.");
    expect((await send({ move: "save" })).status).toBe(409);
  });

  test("the assessor drafts, is told what is missing with what was typed, and nobody else sees a draft", async () => {
    const wrong = await add({ words: "How often do you ring?" });
    expect(wrong.status).toBe(400);
    expect(await wrong.text()).toMatch(/href="#criterion"[^>]*>Choose what the question is about.[\s\S]*How often do you ring\?<\/textarea>/);
    expect((await add({ criterion: "MU-1.1" })).status).toBe(400);
    expect((await add({ criterion: "MU-1.1", words: "How often do you ring?" })).status).toBe(302);
    expect((await add({ criterion: "MU-1.1", words: "One too many" })).status).toBe(302);
    expect((await add({ criterion: "MU-2.1", template: "numbers" })).status).toBe(302);
    expect((await post(paths.askQuestions(sent.caseId), { move: "drop", place: "2" }, { as: people.sunil })).status).toBe(302);
    expect((await add({ criterion: "MU-1.1", words: "?" }, people.amara)).status).toBe(403);
    const drafting = await read(paths.askQuestions(sent.caseId), people.sunil);
    for (const words of ["How often do you ring?", "Send these 2 questions"]) expect(drafting).toContain(words);
    for (const other of [people.amara, people.moira]) expect(await read(paths.askQuestions(sent.caseId), other)).toContain("Nothing has been asked.");
    expect(await read(paths.answerQuestions(sent.assessmentId), people.pat)).toContain("We have not asked you anything.");
  });

  test("sent, both sides see both clocks", async () => {
    const went = await post(paths.askQuestions(sent.caseId), { move: "send" }, { as: people.sunil });
    expect([went.status, went.headers.get("Location")]).toEqual([302, paths.case(sent.caseId)]);
    expect((await add({ criterion: "MU-1.1", words: "Once more?" })).status).toBe(409);
    for (const reader of [people.sunil, people.amara, people.moira]) {
      const page = await read(paths.case(sent.caseId), reader);
      for (const words of ["20 days left of 20, paused", "The group’s time to answer", "until then the time for reading stands still"]) expect(page).toContain(words);
      expect(await read(paths.askQuestions(sent.caseId), reader)).toContain("How often do you ring?");
    }
    expect(await read(paths.cases, people.sunil)).toContain("20 days left of 20, paused. Answers by");
    expect(await read(paths.cases, people.moira)).toContain(`href="${paths.deadlines}"`);
    expect(await read(paths.deadlines, people.moira)).toContain("The group’s time to answer");
    const turn = await read(paths.sent(sent.assessmentId), people.pat);
    for (const words of ["It is your turn", "Working days left to answer: 10.", "Working days left for us to read: 20."]) expect(turn).toContain(words);
    const home = await read(paths.organisation(people.organisations.marshEnd.slug), people.pat);
    expect(home).toContain("we have asked you something. Please answer by");
    expect(home).toContain(`href="${paths.answerQuestions(sent.assessmentId)}"`);
  });

  test("the provider answers in place: members save, an admin sends; what is missing is said beside its field", async () => {
    const page = await (await get(paths.answerQuestions(sent.assessmentId), { as: people.dee })).text();
    expect(asRead(page)).toContain("Somebody who may send for your group sends the answers.");
    const [first, second] = fieldsOf(page);
    expect((await send({ move: "save", [first!]: "Every Tuesday." }, people.dee)).status).toBe(302);
    expect((await send({ move: "send" }, people.dee)).status).toBe(403);
    const missing = await send({ move: "send", [first!]: "Every Tuesday.", [second!]: " " });
    expect(missing.status).toBe(400);
    expect(await missing.text()).toContain(`href="#${second}"`);
    expect((await send({ move: "send", [second!]: "x".repeat(5001) })).status).toBe(400);
    expect(await read(paths.answerQuestions(sent.assessmentId), people.pat)).toContain("Every Tuesday.");
  });

  test("in the language of whoever reads it: the page, what is wrong, and a ready-made question", async () => {
    await chooseLanguage(db, clock, people.pat, "cy");
    const pat = { ...people.pat, language: "cy" as const };
    const page = await (await get(paths.answerQuestions(sent.assessmentId), { as: pat })).text();
    expect(englishIn(page)).toEqual([]);
    expect(asRead(page)).toContain("Sut cyfroch chi hyn, a dros ba fisoedd?");
    for (const path of [paths.sent(sent.assessmentId), paths.organisation(people.organisations.marshEnd.slug)])
      expect(englishIn(await (await get(path, { as: pat })).text())).toEqual([]);
    expect(asRead(await (await send({ move: "send" }, pat)).text())).toContain("Ysgrifennwch ateb i gwestiwn 2");
    await chooseLanguage(db, clock, people.pat, "en");
  });

  test("sent, the answers are there for both readers and can be changed no more", async () => {
    const fields = fieldsOf(await (await get(paths.answerQuestions(sent.assessmentId), { as: people.pat })).text());
    expect((await send({ move: "send", ...Object.fromEntries(fields.map((field) => [field, "Forty, in May."])) })).status).toBe(302);
    const page = await (await get(paths.answerQuestions(sent.assessmentId), { as: people.pat })).text();
    expect([fieldsOf(page), asRead(page).includes("You sent your answers on")]).toEqual([[], true]);
    expect((await send({ move: "save", [fields[0]!]: "Later" })).status).toBe(409);
    for (const reader of [people.sunil, people.amara]) {
      expect(await read(paths.askQuestions(sent.caseId), reader)).toContain("Forty, in May.");
      const rating = await read(paths.rate(sent.caseId, "MU-1.1"), reader);
      for (const words of ["In answer to a question", "We asked: How often do you ring?", "Forty, in May."]) expect(rating).toContain(words);
    }
    expect(await read(paths.sent(sent.assessmentId), people.pat)).toContain("See the questions and your answers");
  });
});

test("strangers, other groups and readers of other cases find neither page", async () => {
  for (const actor of [people.ruth, people.asha, people.edith, people.gareth]) {
    for (const path of [paths.askQuestions(sent.caseId), paths.answerQuestions(sent.assessmentId)]) {
      expect([path, (await get(path, { as: actor })).status]).toEqual([path, 404]);
      expect([path, (await post(path, { move: "send" }, { as: actor })).status]).toEqual([path, 404]);
    }
  }
  expect((await get(paths.answerQuestions(sent.assessmentId), { as: people.sunil })).status).toBe(404);
  expect((await get(paths.askQuestions(sent.caseId), { as: people.pat })).status).toBe(404);
  expect((await get(paths.answerQuestions("not-an-id"), { as: people.pat })).status).toBe(404);
});
