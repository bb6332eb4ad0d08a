import { beforeAll, describe, expect, test } from "vitest";
import { chooseLanguage } from "~/accounts/choose-language.server";
import { clock } from "~/platform/clock.server";
import { paths } from "~/platform/paths";
import { because, openedCase, publishSmall } from "../support/cases";
import { freshDatabase } from "../support/database";
import { asRead } from "../support/english";
import { type Cast, cast } from "../support/people";
import { get, post } from "../support/website";

const { db } = await freshDatabase();
let people: Cast;
let sent: { caseId: string; assessmentId: string };
const read = async (path: string, as: Cast["pat"]) => asRead(await (await get(path, { as })).text());
const since = { "since-day": "1", "since-month": "3", "since-year": "2024" };

beforeAll(async () => {
  people = await cast(db);
  sent = await openedCase(db, people.pat, people.organisations.marshEnd.id, await publishSmall(db), { clock });
});

describe("somebody's own ties", () => {
  const state = (form: Record<string, string>, as = people.asha) => post(paths.interests, { intent: "state", organisation: "", ...form }, { as });

  test("are told with what is missing beside each field, and what was typed", async () => {
    const wrong = await state({ organisation: "Harbour Wellbeing", "since-day": "31", "since-month": "2", "since-year": "2024" });
    expect(wrong.status).toBe(400);
    const html = asRead(await wrong.text());
    for (const words of ["Choose what ties you to it", "Write the day on which it began", 'value="Harbour Wellbeing"', 'value="31"']) expect(html).toContain(words);
  });

  test("stand there once told, can be ended, and moderators see one that bars where they choose", async () => {
    expect((await state({ organisation: "Marsh End Community Allotment", kind: "adviser", ...since, words: "Two days of training." })).status).toBe(302);
    const own = await read(paths.interests, people.asha);
    for (const words of ["Marsh End Community Allotment", "You were paid to advise or mentor them", "Two days of training.", "You may not read their cases."])
      expect(own).toContain(words);
    expect(await read(paths.interests, people.amara)).not.toContain("Two days of training.");
    expect(await read(paths.assign(sent.caseId), people.moira)).toContain("Has told us of a tie: was paid to advise or mentor the group.");
    const id = /name="interest" value="([0-9a-f-]{36})"/.exec(own)![1]!;
    const end = (year: string, as = people.asha) => post(paths.interests, { intent: "end", interest: id, "ended-day": "1", "ended-month": "3", "ended-year": year }, { as });
    expect((await end("2023")).status).toBe(400);
    expect((await end("2025", people.amara)).status).toBe(404);
    expect((await end("2025")).status).toBe(302);
    expect((await end("2025")).status).toBe(409);
    expect(await read(paths.interests, people.asha)).toContain("You may read their cases from 2 March 2028.");
  });

  test("what they read is kept; a moderator is not asked for it", async () => {
    expect((await post(paths.interests, { intent: "reads", nations: ["wales", "england"], welsh: "yes" }, { as: people.amara })).status).toBe(302);
    expect(await read(paths.assign(sent.caseId), people.moira)).toContain("reads cases of England");
    expect(await read(paths.interests, people.moira)).not.toContain("I read Welsh");
    expect((await post(paths.interests, { intent: "reads" }, { as: people.moira })).status).toBe(404);
  });
});

describe("who reads a case, and what the group has against it", () => {
  test("a tie beside the “none” waits for a moderator, who allows it in writing", async () => {
    expect((await post(paths.assign(sent.caseId), { assessor: people.sunil.personId, second_reader: people.amara.personId }, { as: people.moira })).status).toBe(302);
    const page = await read(paths.declare(sent.caseId), people.amara);
    for (const words of ["you were paid to advise or mentor them (3 years)", "Is there anything else that brings you near them?", "You live near them"])
      expect(page).toContain(words);
    const declare = (form: Record<string, string>, as = people.amara) => post(paths.declare(sent.caseId), form, { as });
    expect((await declare({ conflict: "none", tie: "lives_nearby" })).status).toBe(400);
    expect((await declare({ conflict: "none", tie: "lives_nearby", tie_words: "Two streets away." })).status).toBe(302);
    expect(await read(paths.case(sent.caseId), people.amara)).toContain("You have told us of a tie.");
    expect((await get(paths.declare(sent.caseId), { as: people.amara })).status).toBe(302);
    expect((await declare({ conflict: "none", tie: "" }, people.sunil)).status).toBe(302);
    expect(await read(paths.cases, people.moira)).toContain("Look at a tie");
    expect(await read(paths.caseInterests(sent.caseId), people.moira)).toContain("Two streets away.");
    const allow = (reason: string) => post(paths.caseInterests(sent.caseId), { intent: "allow", part: "second_reader", reason }, { as: people.moira });
    const short = await allow("ok");
    expect(short.status).toBe(400);
    expect(await short.text()).toContain('href="#reason-second_reader"');
    expect((await allow(because)).status).toBe(302);
    expect((await allow(because)).status).toBe(409);
    expect(await read(paths.caseInterests(sent.caseId), people.mal)).toContain(because);
  });

  test("the group sees who reads, in its own language, and objects once", async () => {
    expect(await read(paths.sent(sent.assessmentId), people.pat)).toContain(`href="${paths.readers(sent.assessmentId)}"`);
    const page = await read(paths.readers(sent.assessmentId), people.pat);
    for (const words of ["Who reads what you sent", people.sunil.name, people.amara.name, "You can do this once."]) expect(page).toContain(words);
    expect(await read(paths.readers(sent.assessmentId), people.dee)).toContain("Somebody who may send for your group can object to a reader.");
    expect((await get(paths.readers(sent.assessmentId), { as: people.ruth })).status).toBe(404);
    await chooseLanguage(db, clock, people.pat, "cy");
    const welsh = { ...people.pat, language: "cy" as const };
    expect(await read(paths.readers(sent.assessmentId), welsh)).toContain("Pwy sy’n darllen yr hyn a anfonoch");
    const none = await post(paths.readers(sent.assessmentId), { reason: "He taught our treasurer." }, { as: welsh });
    expect(none.status).toBe(400);
    expect(await none.text()).toContain("Dewiswch pwy ydych chi’n ei wrthwynebu");
    await chooseLanguage(db, clock, people.pat, "en");
    const object = (as = people.pat) => post(paths.readers(sent.assessmentId), { about: "assessor", reason: "He taught our treasurer." }, { as });
    expect((await object(people.dee)).status).toBe(403);
    expect((await object()).status).toBe(302);
    expect((await object()).status).toBe(409);
    expect(await read(paths.readers(sent.assessmentId), people.dee)).toContain("You objected to Sunil Raman on");
  });

  test("nobody rates meanwhile, and a moderator answers, which the group reads", async () => {
    expect(await read(paths.case(sent.caseId), people.sunil)).toContain("Nobody rates until a moderator has answered.");
    expect((await post(paths.rate(sent.caseId, "MU-1.1"), { level: "2", met: ["0", "1"], reason: because }, { as: people.sunil })).status).toBe(409);
    expect(await read(paths.deadlines, people.moira)).toContain("Our time to answer the group’s objection");
    expect(await read(paths.cases, people.moira)).toContain("Answer the objection");
    const answer = (form: Record<string, string>) => post(paths.caseInterests(sent.caseId), { intent: "answer", ...form }, { as: people.moira });
    const undecided = await answer({ reason: because });
    expect(undecided.status).toBe(400);
    expect(await undecided.text()).toContain("Choose an answer");
    expect((await answer({ answer: "turn_down", reason: because })).status).toBe(302);
    expect((await answer({ answer: "uphold", reason: because })).status).toBe(409);
    const page = await read(paths.readers(sent.assessmentId), people.pat);
    for (const words of ["the readers stay", because]) expect(page).toContain(words);
    expect((await get(paths.caseInterests(sent.caseId), { as: people.devon })).status).toBe(404);
  });
});
