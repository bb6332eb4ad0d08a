import { eq, sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { appeals } from "#db/schema/appeals";
import { decideAndAward } from "~/marks/award.server";
import { clearCondition } from "~/marks/clear-condition.server";
import { lettersOf } from "~/marks/letters-of-case.server";
import { ofMarks } from "~/marks/of-marks.server";
import type { AnswerGiven } from "~/review/appeals/answer-given";
import { answerAppeal, takeAppeal } from "~/review/appeals/first-stage.server";
import { declareOnPanel, goOnToPanel, sayOnPanel, seatPanel, writeDown } from "~/review/appeals/panel.server";
import { keepAppeal } from "~/review/appeals/send-appeal.server";
import { decideLock } from "~/review/privacy/decide-lock.server";
import { locksFor } from "~/review/privacy/find-lock.server";
import { lockDetails } from "~/review/privacy/lock-details.server";
import { openLocked } from "~/review/privacy/open-locked.server";
import { reviewChapters } from "~/review/record/chapters.server";
import { sentence } from "~/review/record/line";
import { recordOf } from "~/review/record/record.server";
import { renderRecord } from "~/review/record/render.server";
import { because, claimed, must, openedCase, rated } from "../support/cases";
import { at, noon } from "../support/clock";
import { freshDatabase } from "../support/database";
import { awardedWithConditions, type Scheme, scheme } from "../support/marks";
import { pdfPages } from "../support/pdf-text";

const { db } = await freshDatabase();
const chapters = [...reviewChapters, ofMarks];
/** What only those may read who wrote it, or for whom it was written. */
const planted = "Plantedprivateword, and more of the same";
const own = "How we do this was said in our answer, and nobody took it in.";
const noted = "Wendy thinks that the second half of it was not answered at all.";
let world: Scheme;
let caseId: string;
let assessmentId: string;
let appealId: string;

let now = noon.now().getTime();
/** Every command comes a minute after the one before. */
const next = () => {
  now += 60_000;
  return at(new Date(now).toISOString());
};
const given = (level: 0 | 2 | null): AnswerGiven => ({ levels: { "MU-2.1": { level, reason: because } }, findings: {}, reason: because });
const lines = async () => (await recordOf(db, world.people.moira, caseId, chapters))!.lines;

beforeAll(async () => {
  world = await scheme(db);
  const { pat, sunil, amara, moira, mal, devon, hollis, farah, wendy } = world.people;
  const answers = { ...claimed, "MU-2.1": { level: "met" as const, how: "This is how we do it here." } };
  ({ caseId, assessmentId } = await openedCase(db, pat, world.people.organisations.marshEnd.id, world.versionId, { answers, clock: next() }));
  await rated(db, caseId, { assessor: sunil, second: amara, moderator: moira }, { first: { "MU-2.1": 0 } });
  must(await decideAndAward(db, next(), devon, { caseId, reason: because }));
  must(await keepAppeal(db, next(), pat, { assessmentId, content: { grounds: [{ ground: "evidence_overlooked", words: own, criteria: ["MU-2.1"] }] }, send: true }));
  [{ id: appealId }] = (await db.select({ id: appeals.id }).from(appeals).where(eq(appeals.caseId, caseId))) as [{ id: string }];
  must(await takeAppeal(db, next(), mal, { appealId }));
  must(await answerAppeal(db, next(), mal, { appealId, given: given(null) }));
  must(await goOnToPanel(db, next(), pat, { assessmentId, why: own }));
  must(await seatPanel(db, next(), moira, { appealId, choice: { voluntary_sector: hollis.personId, gp_or_link_worker: farah.personId, lay: wendy.personId } }));
  for (const each of [hollis, farah, wendy]) must(await declareOnPanel(db, next(), each, { appealId, words: "none" }));
  must(await writeDown(db, next(), farah, { appealId, given: given(2) }));
});

test("an appeal is told in the record from its sending on; what a panel writes down is its own until it is final", async () => {
  const { hollis, wendy } = world.people;
  const told = async () => (await lines()).filter(({ kind }) => kind === "appeals").map(sentence);
  const before = [
    "Pat Holloway (of the group) appealed against the decision.",
    "Malcolm Adeyemi (moderator) took the appeal, to answer it.",
    "Malcolm Adeyemi (moderator) answered the appeal: not upheld.",
    "The group took its appeal on to a panel.",
  ];
  const all = await told();
  expect(all.slice(0, 4)).toEqual(before);
  expect(all.slice(4).filter((each) => each.includes("for the panel"))).toHaveLength(3);
  expect(all.slice(7).filter((each) => each.endsWith("(appeal panel) declared that they have no conflict of interest."))).toHaveLength(3);
  expect(all).toHaveLength(10);

  const [answer] = (await db.execute<{ id: string }>("select id from appeal_answers where stage = 2")) as unknown as [{ id: string }];
  must(await sayOnPanel(db, next(), hollis, { appealId, answerId: answer.id, agrees: true, words: "" }));
  must(await sayOnPanel(db, next(), wendy, { appealId, answerId: answer.id, agrees: false, words: noted }));
  const after = (await lines()).map(sentence);
  expect(after.slice(after.findIndex((each) => each.includes("wrote down")))).toEqual([
    expect.stringMatching(/\(appeal panel\) wrote down what the panel came to: upheld; MU-2\.1 becomes Met\.$/),
    expect.stringMatching(/\(appeal panel\) agreed with what was written down\.$/),
    expect.stringMatching(/\(appeal panel\) did not agree with what was written down\.$/),
    "The appeal was closed.",
    expect.stringMatching(/decided anew/),
  ]);
  const quotes = (await lines()).filter(({ kind }) => kind === "appeals").map(({ quote }) => quote);
  expect(quotes[0]).toBe(`Evidence was overlooked (MU-2.1): ${own}`);
  expect(quotes).toContain(noted);
});

test("a condition that was put right is told without what the moderator noted", async () => {
  const { code } = await awardedWithConditions(db, world, { criteria: ["MU-2.1"], by: "2026-08-30", home: "harbour" });
  must(await clearCondition(db, next(), world.people.mal, { code, criterion: "MU-2.1", note: planted }));
  const [of] = (await db.execute<{ case_id: string }>(sql`select d.case_id from decisions d join marks m on m.decision_id = d.id where m.code = ${code}`)) as unknown as [
    { case_id: string },
  ];
  const found = (await recordOf(db, world.people.moira, of.case_id, chapters))!;
  expect(found.lines.map(sentence)).toContain("Malcolm Adeyemi (moderator) recorded that MU-2.1, a condition of the mark, is put right.");
  expect(JSON.stringify(found.lines)).not.toContain("Plantedprivateword");
});

test("whoever opened what is locked is told, with where in the case it stood and nothing of it", async () => {
  const { pat, amara, asha, moira, leila: lead } = world.people;
  const { caseId: other } = await openedCase(db, pat, world.people.organisations.marshEnd.id, world.versionId, {
    answers: { ...claimed, "MU-1.1": { level: "met" as const, how: planted } },
    clock: next(),
  });
  await rated(db, other, { assessor: asha, second: amara, moderator: moira });
  must(await lockDetails(db, next(), world.people.devon, { caseId: other, criterion: "MU-1.1", what: "answer", sorts: ["health"], place: planted }));
  const { id } = (await locksFor(db, next(), lead, 1)).rows[0]!;
  must(await openLocked(db, next(), lead, id));
  must(await decideLock(db, next(), lead, id, { move: "purge", reason: planted, breach: false, breachReason: planted }));
  const found = (await recordOf(db, moira, other, chapters))!;
  expect(found.lines.filter(({ what }) => what.includes("an answer about MU-1.1")).map(sentence)).toEqual([
    "Devon Achebe (decision-maker) locked an answer about MU-1.1 because it holds personal details.",
    `${lead.name} (privacy lead) opened an answer about MU-1.1 that is locked because of personal details.`,
    `${lead.name} (privacy lead) had an answer about MU-1.1 removed for good.`,
  ]);
  const pages = pdfPages(await renderRecord(db, next(), moira, found, await lettersOf(db, found.file))).join(" ");
  expect(pages).toContain("opened an answer about MU-1.1");
  expect(`${pages} ${JSON.stringify(found.lines)}`).not.toContain("Plantedprivateword");
});

test("all of it is in the PDF, and no private note is", async () => {
  const found = (await recordOf(db, world.people.moira, caseId, chapters))!;
  const pages = pdfPages(await renderRecord(db, next(), world.people.moira, found, await lettersOf(db, found.file))).join(" ");
  for (const words of ["appealed against the decision", "did not agree with what was written down", noted]) expect(pages, words).toContain(words);
  expect(JSON.stringify(found.lines)).not.toContain("Plantedprivateword");
});
