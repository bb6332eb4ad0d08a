import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { answerComments, assessments } from "#db/schema/assessments";
import { evidenceFiles } from "#db/schema/evidence";
import { markEvents, marks } from "#db/schema/marks";
import { questions } from "#db/schema/questions";
import { caseViews } from "#db/schema/record";
import { decisions } from "#db/schema/review";
import type { Actor } from "~/accounts/actor";
import { decideAndAward } from "~/marks/award.server";
import { proposeChange } from "~/marks/change.server";
import { lettersOf } from "~/marks/letters-of-case.server";
import { makeLetter } from "~/marks/make-letter.server";
import { ofMarks } from "~/marks/of-marks.server";
import { answerQuestions } from "~/review/answer-questions.server";
import { draftQuestion, sendQuestions } from "~/review/ask.server";
import { assignReaders } from "~/review/assign.server";
import { declareConflict } from "~/review/declare.server";
import { writeWords } from "~/review/deferral-draft.server";
import { confirmReport } from "~/review/fact-check/check-report.server";
import { lockDetails } from "~/review/privacy/lock-details.server";
import { rateCriterion } from "~/review/rate.server";
import { recommendReading } from "~/review/recommend.server";
import { reviewChapters } from "~/review/record/chapters.server";
import { sentence } from "~/review/record/line";
import { forgetLooks, noteLook } from "~/review/record/look.server";
import { recordOf } from "~/review/record/record.server";
import { renderRecord } from "~/review/record/render.server";
import { resumeCase } from "~/review/resume.server";
import { sendBack } from "~/review/send-back.server";
import { settleDifference } from "~/review/settle.server";
import { takeBackFromReview } from "~/review/take-back.server";
import { testContact } from "~/review/test-contact.server";
import { begun, claimed, must, openedCase, publishSmall } from "../support/cases";
import { at } from "../support/clock";
import { freshDatabase } from "../support/database";
import { pdfPages } from "../support/pdf-text";
import { type Cast, cast } from "../support/people";

const { db, owner } = await freshDatabase();
let people: Cast;
let versionId: string;
const chapters = [...reviewChapters, ofMarks];
/** Nobody but the group's own people, or those two who change a mark, may ever read it. */
const planted = "Plantedprivateword, and more of the same";
const lockedName = "Janedoemedicalletter.pdf";
const openName = "Ourvolunteerpolicy.pdf";
const [lockedId, openId] = ["11111111-1111-4111-8111-111111111111", "22222222-2222-4222-8222-222222222222"];
const fileOf = (name: string) => ({ name, media_type: "application/pdf", bytes: 9, sha256: name.length.toString(16).repeat(64).slice(0, 64) });

beforeAll(async () => {
  people = await cast(db);
  versionId = await publishSmall(db);
});

/** Every command comes a minute after the one before. */
function minutes(from: string) {
  let now = new Date(from).getTime();
  const next = () => {
    now += 60_000;
    return at(new Date(now).toISOString());
  };
  return { now: () => new Date(now), next };
}

const reasons = {
  ratedOne: "They have one person, and nobody for when that person is away.",
  ratedTwo: "Two people are named, and both rang back within the day.",
  settled: "Nobody is named for the weekend, so it is not all there yet.",
  back: "Please look again at who answers the telephone in August.",
  put: "Only the weekend is missing, which can be shown quickly.",
  decided: "Everything that was missing has been shown, and we rang to see.",
};

/** A case with everything in it that can happen to one, and what a person who watched would have written down. */
async function walked() {
  const time = minutes("2026-06-01T08:00:00Z");
  const { sunil, amara, asha, moira, mal, devon, pat } = people;
  const evidence = [
    { kind: "file" as const, file: lockedId },
    { kind: "file" as const, file: openId, title: "Our policy" },
  ];
  const answers = { ...claimed, "MU-1.1": { ...claimed["MU-1.1"], evidence } };
  const organisationId = people.organisations.marshEnd.id;
  for (const [id, name] of [
    [lockedId, lockedName],
    [openId, openName],
  ] as const) {
    const { bytes, sha256, media_type: mediaType } = fileOf(name);
    const uploaded = { uploadedAt: time.now(), uploadedBy: pat.personId, checkedAt: time.now() };
    await db.insert(evidenceFiles).values({ id, organisationId, name, mediaType, bytes, sha256, storageKey: `evidence/${id}`, ...uploaded });
  }
  const opened = await openedCase(db, pat, organisationId, versionId, { answers, files: { [lockedId]: fileOf(lockedName), [openId]: fileOf(openName) }, clock: time.next() });
  const { caseId, assessmentId } = opened;
  const rate = async (by: Actor, criterion: string, level: 0 | 1 | 2 | 3 | null, reason: string) =>
    must(await rateCriterion(db, time.next(), by, { caseId, criterion, level, ticks: { met: [], leading: [] }, reason }));
  const goOn = async () => {
    for (const reader of [sunil, amara]) must(await recommendReading(db, time.next(), reader, { caseId }));
  };

  must(await assignReaders(db, time.next(), moira, { caseId, assessor: sunil.personId, second_reader: asha.personId }));
  must(await declareConflict(db, time.next(), asha, { caseId, words: "My sister works there" }));
  must(await assignReaders(db, time.next(), moira, { caseId, assessor: sunil.personId, second_reader: amara.personId }));
  must(await declareConflict(db, time.next(), sunil, { caseId, words: "none" }));
  must(await declareConflict(db, time.next(), amara, { caseId, words: "None." }));
  must(await testContact(db, time.next(), sunil, { caseId, route: "phone", worked: true }));
  must(await draftQuestion(db, time.next(), sunil, { caseId, criterion: "MU-1.2", template: "", words: "How often do you ring?" }));
  must(await sendQuestions(db, time.next(), sunil, { caseId }));
  const [question] = await db.select().from(questions);
  must(await answerQuestions(db, time.next(), pat, { assessmentId, answers: { [question!.id]: "Every Tuesday." }, send: true }));
  must(await lockDetails(db, time.next(), amara, { caseId, criterion: "MU-1.1", what: lockedId, sorts: ["health"], place: "Page 1." }));
  await rate(sunil, "MU-1.1", 0, reasons.ratedOne);
  await rate(sunil, "MU-1.1", 1, reasons.ratedOne);
  await rate(sunil, "MU-1.2", 2, reasons.ratedTwo);
  await rate(sunil, "MU-2.1", null, reasons.ratedTwo);
  await rate(amara, "MU-1.1", 2, reasons.ratedTwo);
  await rate(amara, "MU-1.2", 2, reasons.ratedTwo);
  await goOn();
  must(await settleDifference(db, time.next(), mal, { caseId, criterion: "MU-1.1", level: 1, reason: reasons.settled }));
  must(await confirmReport(db, time.next(), pat, { assessmentId }));
  must(await sendBack(db, time.next(), devon, { caseId, criteria: ["MU-1.2"], reason: reasons.back }));
  await rate(sunil, "MU-1.2", 2, reasons.ratedTwo);
  await rate(amara, "MU-1.2", 2, reasons.ratedTwo);
  await goOn();
  must(await confirmReport(db, time.next(), pat, { assessmentId }));
  must(await decideAndAward(db, time.next(), devon, { caseId, reason: reasons.put }));
  must(await writeWords(db, time.next(), pat, { assessmentId, criterion: "MU-1.1", words: "Ada and Bo cover the weekend." }));
  must(await resumeCase(db, time.next(), pat, { assessmentId }));
  await rate(sunil, "MU-1.1", 2, reasons.ratedTwo);
  await rate(amara, "MU-1.1", 2, reasons.ratedTwo);
  await goOn();
  const { mark } = must(await decideAndAward(db, time.next(), devon, { caseId, reason: reasons.decided }));
  const [last] = await db.select({ id: decisions.id }).from(decisions).where(eq(decisions.reason, reasons.decided));
  await makeLetter(db, time.next(), last!.id);
  must(await proposeChange(db, time.next(), mal, { code: mark!.code, kind: "withdraw", note: planted }));
  return { ...opened, code: mark!.code, time };
}

const where = { caseId: "", assessmentId: "", code: "" };
let time: ReturnType<typeof minutes>;
beforeAll(async () => {
  const { time: clock, ...rest } = await walked();
  Object.assign(where, rest);
  time = clock;
  const { pat } = people;
  await db.insert(answerComments).values({ assessmentId: where.assessmentId, criterion: "MU-1.1", words: planted, by: pat.personId, at: time.now() });
  await owner.begin(async (tx) => {
    await tx`set local session_replication_role = replica`; // What was sent takes no more answers; this stands for one that was typed before.
    await tx`insert into answers (assessment_id, criterion, content, private_note, version, saved_at, saved_by)
      values (${where.assessmentId}, 'MU-1.1', '{}', ${planted}, 1, ${time.now().toISOString()}, ${pat.personId})`;
  });
});

const record = async (by: Actor, caseId = where.caseId) => recordOf(db, by, caseId, chapters);
const told = async (by: Actor, caseId = where.caseId) => (await record(by, caseId))!.lines.map(sentence);
const printed = async (by: Actor, clock = at("2026-06-02T09:00:00Z")) => {
  const found = (await record(by))!;
  return renderRecord(db, clock, by, found, await lettersOf(db, found.file));
};
const textOf = async (by: Actor) => pdfPages(await printed(by)).join(" ");

test("a case is told as it went, in order, in plain words", async () => {
  const lines = await told(people.moira);
  expect(lines.map((line) => line.replace(/[0-9a-f]{64}/g, "HASH").replace(where.code, "CODE"))).toEqual([
    "Pat Holloway (secretary) sent the self-assessment. Its sha256 is HASH.",
    expect.stringMatching(/^The case was opened as C-\d{4}\.$/),
    "Moira Kinsella (moderator) chose Sunil Raman as assessor.",
    "Moira Kinsella (moderator) chose Asha Lindqvist as second reader.",
    "Asha Lindqvist (second reader) declared a conflict of interest.",
    "Asha Lindqvist (second reader) stepped aside.",
    "Moira Kinsella (moderator) chose Amara Diallo as second reader.",
    "Sunil Raman (assessor) declared that they have no conflict of interest.",
    "Amara Diallo (second reader) declared that they have no conflict of interest.",
    "Both readers have declared that they have no conflict of interest: reading began.",
    "Sunil Raman (assessor) rang the group, to try its phone: it worked.",
    "Sunil Raman (assessor) sent one question, to be answered by 15 June 2026.",
    "Pat Holloway (of the group) answered the questions about MU-1.2.",
    "Pat Holloway (of the group) sent the answers to the questions.",
    "Amara Diallo (second reader) locked a file because it holds personal details. Its sha256 is HASH.",
    "Sunil Raman (assessor) rated MU-1.1: Not yet.",
    "Sunil Raman (assessor) rated MU-1.1 again: Developing.",
    "Sunil Raman (assessor) rated MU-1.2: Met.",
    "Sunil Raman (assessor) rated MU-2.1: Does not apply.",
    "Amara Diallo (second reader) rated MU-1.1: Met.",
    "Amara Diallo (second reader) rated MU-1.2: Met.",
    "Sunil Raman (assessor) said that what they rated may go on.",
    "Amara Diallo (second reader) said that what they rated may go on.",
    "Both readers were done: there are differences to settle.",
    "Malcolm Adeyemi (moderator) settled the difference in MU-1.1: Developing.",
    "Every difference was settled.",
    "The draft report went to the group, to say what is wrong in it.",
    "Pat Holloway (of the group) found the draft report right.",
    "Devon Achebe (decision-maker) sent the case back to its readers: MU-1.2.",
    "Sunil Raman (assessor) rated MU-1.2 again: Met.",
    "Amara Diallo (second reader) rated MU-1.2 again: Met.",
    "Sunil Raman (assessor) said that what they rated may go on.",
    "Amara Diallo (second reader) said that what they rated may go on.",
    "Both readers were done: nothing to settle.",
    "The draft report went to the group, to say what is wrong in it.",
    "Pat Holloway (of the group) found the draft report right.",
    "Devon Achebe (decision-maker) put the decision off: the group has 28 days to send what is missing.",
    "Pat Holloway (of the group) sent what was missing for MU-1.1.",
    "Sunil Raman (assessor) rated MU-1.1 again: Met.",
    "Amara Diallo (second reader) rated MU-1.1 again: Met.",
    "Sunil Raman (assessor) said that what they rated may go on.",
    "Amara Diallo (second reader) said that what they rated may go on.",
    "Both readers were done: nothing to settle.",
    "Devon Achebe (decision-maker) decided: Assured.",
    "The mark CODE was given: Assured.",
    "The decision letter was made. Its sha256 is HASH.",
    "Malcolm Adeyemi (moderator) proposed to withdraw the mark.",
  ]);
});

test("every line says when, and what was written with it", async () => {
  const { lines } = (await record(people.moira))!;
  expect([...lines].sort((a, b) => a.at.localeCompare(b.at))).toEqual(lines);
  const quoted = (words: string) => lines.find((line) => line.what.startsWith(words))?.quote;
  expect(quoted("declared a conflict")).toBe("My sister works there");
  expect(quoted("sent one question")).toBe("MU-1.2: How often do you ring?");
  expect(quoted("rated MU-1.1: Not yet")).toBe(reasons.ratedOne);
  expect(quoted("settled the difference")).toBe(reasons.settled);
  expect(quoted("sent the case back")).toBe(reasons.back);
  expect(quoted("decided")).toBe(reasons.decided);
  expect(lines[0]).toMatchObject({ at: "2026-06-01T08:01:00.000Z", kind: "sent" });
});

describe("who may", () => {
  test("moderators and decision-makers who do not belong to the group; why somebody left is for moderators", async () => {
    const { sunil, pat, alex, gareth, hollis, moira, mal, devon } = people;
    for (const by of [sunil, pat, alex, gareth, hollis, { ...moira, memberships: pat.memberships }]) expect(await record(by), by.name).toBeUndefined();
    for (const by of [moira, mal, devon]) expect(await record(by), by.name).toBeDefined();
    expect(JSON.stringify((await record(people.devon))!.lines)).not.toContain("My sister");
    expect(await record(moira, crypto.randomUUID())).toBeUndefined();
    expect(await record(moira, "not-an-id")).toBeUndefined();
  });

  test("blind: while it is being rated the record says that, and not how; who reads it waits; one that was taken back is open", async () => {
    const { sunil, amara, moira, pat } = people;
    const { caseId, assessmentId } = await openedCase(db, pat, people.organisations.marshEnd.id, versionId);
    await begun(db, caseId, { assessor: sunil, second: amara, moderator: moira });
    must(await rateCriterion(db, time, sunil, { caseId, criterion: "MU-1.1", level: 3, ticks: { met: [], leading: [] }, reason: reasons.ratedTwo }));
    expect(await told(moira, caseId)).toContain("Sunil Raman (assessor) rated MU-1.1.");
    const found = (await record(moira, caseId))!;
    expect(JSON.stringify(found.lines)).not.toContain(reasons.ratedTwo);
    const pages = pdfPages(await renderRecord(db, time, moira, found, [])).join(" ");
    expect(pages).not.toContain("both rang back within the day");
    expect(pages).toContain("It is being rated");
    expect(await record({ ...sunil, roles: ["assessor", "moderator"] }, caseId)).toBeUndefined();
    expect(await record({ ...people.asha, roles: ["assessor", "moderator"] }, caseId)).toBeDefined();
    must(await takeBackFromReview(db, time, pat, { assessmentId }));
    expect(await told(moira, caseId)).toContain("Sunil Raman (assessor) rated MU-1.1: Leading.");
  });
});

describe("as a PDF", () => {
  test("holds the case from its cover to who looked, with its number on every page", async () => {
    await noteLook(db, time, people.devon, { cases: [where.caseId], what: "criterion", which: "MU-1.2" });
    const pages = pdfPages(await printed(people.moira));
    const [cover = "", ...rest] = pages;
    const [{ sha256 }] = (await owner`select s.sha256 from submissions s join cases c on c.submission_id = s.id where c.id = ${where.caseId}`) as unknown as [{ sha256: string }];
    for (const words of [
      "The record of a case",
      "Marsh End Community Allotment",
      sha256,
      "Moira Kinsella",
      "2 June 2026, 10:00",
      `This record has ${pages.length} pages`,
      "Page 1 of",
    ])
      expect(cover).toContain(words);
    for (const page of rest) expect(page).toMatch(/Record of case C-\d{4}: Marsh End Community Allotment.*Page \d+ of \d+/);
    const all = pages.join(" ");
    for (const words of [
      "settled",
      "This is how we do it here.",
      "Ada and Bo cover the weekend.",
      "Sunil Raman (assessor) rated MU-1.1 again: Developing.",
      reasons.decided,
      "Leading",
      openName,
    ])
      expect(all, words).toContain(words);
    expect(all).toMatch(/Devon Achebe \(decision- ?maker\) opened MU-1\.2 with what the group answered\./);
  });

  test("is the same bytes for the same case and moment, and PDF/A-3b", async () => {
    const bytes = await printed(people.moira);
    expect(bytes.equals(await printed(people.moira))).toBe(true);
    expect(bytes.equals(await printed(people.moira, at("2026-06-03T09:00:00Z")))).toBe(false);
    expect(bytes.toString("latin1")).toContain("<pdfaid:part>3</pdfaid:part>");
  });

  test("never holds a private note, a comment of the group, the note on a change of a mark, or a name of what was locked", async () => {
    const [answers, comments, events] = await Promise.all([
      owner`select private_note from answers where assessment_id = ${where.assessmentId}`,
      db.select().from(answerComments),
      db.select({ note: markEvents.note }).from(markEvents).innerJoin(marks, eq(marks.id, markEvents.markId)).where(eq(marks.code, where.code)),
    ]);
    expect([answers[0]?.private_note, comments[0]?.words, events[0]?.note], "they are there to be found").toEqual([planted, planted, planted]);
    await noteLook(db, time, people.moira, { cases: [where.caseId], what: "file", which: lockedId });
    const everything = `${await textOf(people.moira)} ${JSON.stringify((await record(people.moira))!.lines)}`;
    expect(everything).toContain("locked since, because it holds personal details");
    for (const words of ["Plantedprivateword", "Janedoe"]) expect(everything).not.toContain(words);
    expect(everything, "the same search finds what is there").toContain("Ourvolunteerpolicy");
  });
});

describe("who looked", () => {
  const looks = async (what: string) => (await db.select().from(caseViews).where(eq(caseViews.caseId, where.caseId))).filter((each) => each.what === what);

  test("is noted once a person, thing and London day; a HEAD is no look", async () => {
    const look = (moment: string, by = people.devon, which = "MU-1.1", method = "GET") =>
      noteLook(db, at(moment), by, { cases: [where.caseId], what: "settle", which, request: { method } });
    await look("2026-06-01T08:00:00Z");
    await look("2026-06-01T22:59:00Z");
    expect(await looks("settle")).toHaveLength(1);
    await look("2026-06-01T23:01:00Z"); // The next day in London.
    await look("2026-06-01T08:00:00Z", people.moira);
    await look("2026-06-01T08:00:00Z", people.devon, "MU-1.2");
    expect(await looks("settle")).toHaveLength(4);
    await look("2026-06-05T08:00:00Z", people.devon, "MU-1.1", "HEAD");
    expect(await looks("settle")).toHaveLength(4);
    expect(await told(people.moira)).toContain("Devon Achebe (decision-maker) opened MU-1.1 to settle it.");
  });

  test("is forgotten after twelve months, and not by one clock that runs ahead alone", async () => {
    const old = at("2024-01-10T10:00:00Z");
    await noteLook(db, old, people.moira, { cases: [where.caseId], what: "decide" });
    await noteLook(db, { now: () => new Date() }, people.moira, { cases: [where.caseId], what: "decide" });
    const recent = await looks("decide");
    expect(recent).toHaveLength(2);
    expect(await forgetLooks(db, at("2024-12-01T10:00:00Z"))).toBe(0);
    expect(await forgetLooks(db, at("2099-01-01T10:00:00Z")), "what is recent by the database's own knowledge stays").toBe(1);
    expect(await looks("decide")).toHaveLength(1);
    expect((await db.select().from(assessments)).length).toBeGreaterThan(0);
  });
});
