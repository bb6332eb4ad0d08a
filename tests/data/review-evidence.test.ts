import { eq } from "drizzle-orm";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { beforeAll, describe, expect, test } from "vitest";
import { auditEvents } from "#db/schema/audit";
import { evidenceFiles, linkCaptures } from "#db/schema/evidence";
import { outbox } from "#db/schema/platform";
import { awardAcceptances, supplements } from "#db/schema/review";
import type { Actor } from "~/accounts/actor";
import type { EvidenceItem } from "~/assessments/answer";
import { heldAnswers } from "~/assessments/draft.server";
import { saveAnswer } from "~/assessments/save.server";
import { submissionById } from "~/assessments/submission.server";
import { readingStates } from "~/assessments/workflow";
import { stateAward } from "~/evidence/keep-library.server";
import { readEvidence } from "~/evidence/read.server";
import { storeEvidence } from "~/evidence/store.server";
import { sha256, storeFile } from "~/platform/files.server";
import { checkInvariants } from "~/platform/invariants.server";
import { addOffer, offersOf } from "~/providers/offers.server";
import { judgeAward } from "~/review/judge-award.server";
import { submitForReview } from "~/review/open.server";
import { lockDetails } from "~/review/privacy/lock-details.server";
import { ratingDeskFor } from "~/review/rating-desk.server";
import { SentSince } from "~/review/sent-since";
import { canonical } from "~/standards/canonical";
import { publishStandards } from "~/standards/publish.server";
import { allStatements, filledDraft } from "../support/answers";
import { because, begun, must } from "../support/cases";
import { noon } from "../support/clock";
import { freshDatabase } from "../support/database";
import * as files from "../support/files";
import { type Cast, cast } from "../support/people";

const { db, owner } = await freshDatabase();
const url = "https://marshend.example/volunteers";
let people: Cast;
let caseId: string;
let fileId: string;
let awards: { current: string; old: string };
let captured: string;

const show = async (assessmentId: string, criterion: string, evidence: EvidenceItem[]) => {
  const [held] = await heldAnswers(db, assessmentId, criterion);
  return saveAnswer(db, noon, people.pat, { assessmentId, criterion, answer: { ...held!.answer, evidence }, basedOn: held!.version });
};
const keepPage = async (words: string, capturedAt: Date) => {
  const stored = await storeFile("evidence", Buffer.from(words));
  const row = { organisationId: people.organisations.marshEnd.id, url, capturedAt, outcome: "kept", httpStatus: 200, mediaType: "text/html", ...stored };
  return (await db.insert(linkCaptures).values(row).returning({ id: linkCaptures.id }))[0]!.id;
};

beforeAll(async () => {
  await publishStandards(db, noon, { system: "test" });
  people = await cast(db);
  const organisationId = people.organisations.marshEnd.id;
  fileId = must(await storeEvidence(db, noon, people.pat, { organisationId, name: "steps.pdf", bytes: files.pdf() })).file.id;
  const state = async (number: string, expiresOn: string) =>
    must(await stateAward(db, noon, people.pat, { organisationId, award: "investing-in-volunteers", number, expiresOn })).id;
  awards = { current: await state("1042", "2999-01-01"), old: await state("7", "2001-01-01") };
  const assessmentId = await filledDraft(db, people.pat, organisationId, "activities-and-services");
  captured = await keepPage("<h1>As it was</h1>", noon.now());
  const offered = Object.values(awards).map((award): EvidenceItem => ({ kind: "award", award, title: "Our award" }));
  expect(await show(assessmentId, "AS-2.1", offered), "never for a must-have").toEqual({ ok: false, why: "unknown_award" });
  expect(await show(assessmentId, "AS-4.1", [{ kind: "award", award: crypto.randomUUID(), title: "Ours" }])).toEqual({ ok: false, why: "unknown_award" });
  must(await show(assessmentId, "AS-4.1", [...offered, { kind: "file", file: fileId, title: "Steps", clean: true }, { kind: "link", link: url, title: "Our page" }]));
  must(await addOffer(db, noon, people.pat, { organisationId, name: "Digging", summary: "Together" }));
  const scope = (await offersOf(db, organisationId)).map(({ name }) => name);
  caseId = must(await submitForReview(db, noon, people.pat, { assessmentId, scope, statements: allStatements })).caseId;
  await begun(db, caseId, { assessor: people.sunil, second: people.amara, moderator: people.moira });
});

const desk = async (who = people.sunil) => {
  const found = await ratingDeskFor(db, noon, who, caseId, "AS-4.1");
  if (!found || typeof found === "string") throw new Error(`no desk: ${found}`);
  return found;
};

describe("an award of somebody else’s", () => {
  const judge = (awardId: string, accepted: boolean, who = people.sunil, reason = because) => judgeAward(db, noon, who, { caseId, criterion: "AS-4.1", awardId, accepted, reason });

  test("is shown to the assessor with how to check it, as it was sent", async () => {
    expect((await desk()).reading.awards).toMatchObject([
      { id: awards.current, name: "Investing in Volunteers", number: "1042", relation: "met_at_least", expired: false, judged: null },
      { id: awards.old, expired: true },
    ]);
  });

  test("is accepted with a reason by the assessor alone, never when it is out of date, and a correction is a new row", async () => {
    expect(await judge(awards.old, true)).toEqual({ ok: false, why: "award_expired" });
    expect(await judge(awards.current, true, people.sunil, "short")).toEqual({ ok: false, why: "reason_short" });
    expect(await judge(awards.current, true, people.amara)).toEqual({ ok: false, why: "wrong_role" });
    expect(await judge(awards.current, true, people.moira)).toMatchObject({ ok: false });
    expect(await judge(awards.current, true, people.asha)).toBeUndefined();
    expect(await judge(crypto.randomUUID(), true)).toBeUndefined();
    expect(await db.$count(awardAcceptances)).toBe(0);
    for (let times = 0; times < 2; times++) expect(await judge(awards.current, true)).toEqual({ ok: true });
    expect((await desk()).reading.awards[0]!.judged).toEqual({ accepted: true, reason: because });
    expect(await judge(awards.current, false)).toEqual({ ok: true });
    expect((await desk()).reading.awards[0]!.judged).toMatchObject({ accepted: false });
    expect(await db.$count(awardAcceptances)).toBe(2);
    expect(await db.$count(auditEvents, eq(auditEvents.type, "case.award_judged"))).toBe(2);
  });
});

describe("a web page", () => {
  test("is frozen as it was, can be had as plain text by those who read the case, and a later look that differs is said", async () => {
    expect((await desk()).reading.pages[url]).toMatchObject({ capture: captured, changed: false });
    const read = await readEvidence(db, people.sunil, captured, readingStates);
    expect(read).toMatchObject({ ok: true, file: { mediaType: "text/plain; charset=utf-8", name: expect.stringMatching(/^marshend\.example .*\.txt$/) } });
    for (const stranger of [people.ruth, people.asha, people.gareth]) expect(await readEvidence(db, stranger, captured, readingStates)).toBeUndefined();
    const later = await keepPage("<h1>Something else</h1>", new Date(noon.now().getTime() + 86_400_000));
    expect((await desk()).reading.pages[url]).toMatchObject({ capture: captured, changed: true });
    expect(await readEvidence(db, people.sunil, later, readingStates), "only what was sent").toBeUndefined();
  });
});

const lock = (who: Actor, what: string) => lockDetails(db, noon, who, { caseId, criterion: "AS-4.1", what, sorts: ["name"], place: "Page 1." });

describe("a file with personal details", () => {
  test("is locked for everybody by a reader, once; the group is told, without a word of what or which", async () => {
    expect(await lock(people.asha, fileId)).toBeUndefined();
    expect(await lock(people.sunil, crypto.randomUUID())).toBeUndefined();
    expect(await readEvidence(db, people.sunil, fileId, readingStates)).toMatchObject({ ok: true });
    const both = await Promise.all([lock(people.sunil, fileId), lock(people.moira, fileId)]);
    expect(both.map((each) => each?.ok && each.fresh).sort()).toEqual([false, true]);
    for (const reader of [people.sunil, people.moira, people.pat]) expect(await readEvidence(db, reader, fileId, readingStates)).toBeUndefined();
    expect((await desk()).reading.files[0]!.state.locked).toBe(true);
    const mails = (await db.select().from(outbox)).filter(({ subject }) => subject.startsWith("Please replace a file"));
    expect(mails.map(({ to }) => to)).toEqual([people.pat.email]);
    expect(mails[0]!.text).not.toContain("steps.pdf");
    expect(await db.$count(auditEvents, eq(auditEvents.type, "evidence.locked"))).toBe(1);
  });
});

describe("what a group adds after it has sent", () => {
  const content = (id: string, sha256: string, words: string) =>
    canonical({ words, evidence: [{ kind: "file", file: id, title: "New steps" }], files: { [id]: { name: "new.pdf", media_type: "application/pdf", bytes: 9, sha256 } } });

  test("is nobody's while it is a draft; once sent its readers see words and file under Sent since, and nobody else", async () => {
    const organisationId = people.organisations.marshEnd.id;
    const { file } = must(await storeEvidence(db, noon, people.pat, { organisationId, name: "new.pdf", bytes: files.pdf() }));
    const [stored] = await db.select().from(evidenceFiles).where(eq(evidenceFiles.id, file.id));
    const kept = content(file.id, stored!.sha256, "We ring back within a day now.");
    const draft = { caseId, criterion: "AS-4.1", why: "question", content: kept, savedAt: noon.now(), savedBy: people.pat.personId } as const;
    await db.insert(supplements).values(draft);
    expect((await desk()).reading.since).toEqual([]);
    for (const reader of [people.sunil, people.moira]) expect(await readEvidence(db, reader, file.id, readingStates)).toBeUndefined();
    expect(await lock(people.sunil, file.id)).toBeUndefined();

    await db.update(supplements).set({ sentAt: noon.now(), sentBy: people.pat.personId, sha256: sha256(kept) });
    const { reading } = await desk();
    expect(reading.since).toMatchObject([{ why: "question", at: noon.now().toISOString(), words: "We ring back within a day now.", evidence: [{ title: "New steps" }] }]);
    expect(reading.files.map(({ name }) => name)).toEqual([expect.stringContaining("Locked on"), "new.pdf"]);
    const drawn = renderToStaticMarkup(createElement(SentSince, { since: reading.since, files: reading.files, lock: undefined }));
    for (const shown of ["Sent since", "In answer to a question", "We ring back within a day now.", `href="/evidence/${file.id}"`]) expect(drawn).toContain(shown);
    const other = await ratingDeskFor(db, noon, people.sunil, caseId, "AS-1.1");
    expect(typeof other === "object" && other.reading.since).toEqual([]);
    for (const reader of [people.sunil, people.amara, people.moira, people.pat]) expect(await readEvidence(db, reader, file.id, readingStates)).toMatchObject({ ok: true });
    for (const stranger of [people.ruth, people.asha, people.gareth]) expect(await readEvidence(db, stranger, file.id, readingStates)).toBeUndefined();
    expect(await lock(people.sunil, file.id)).toEqual({ ok: true, fresh: true });
  });

  test("is held to the same promises as what was sent first: its hash, its files", async () => {
    const broken = async () => (await checkInvariants(owner, "2026-06-01")).filter(({ ok }) => !ok).map(({ name }) => name);
    expect(await broken()).toEqual([]);
    const sent = { caseId, why: "facts", savedAt: noon.now(), savedBy: people.pat.personId, sentAt: noon.now(), sentBy: people.pat.personId, sha256: "0" } as const;
    await db.insert(supplements).values({ ...sent, criterion: "AS-4.2", content: canonical({ words: "", evidence: [], files: {} }) });
    expect(await broken()).toEqual(["every published version, every translation and everything that was sent hashes to what it says"]);
    const missing = content(crypto.randomUUID(), "x", "");
    await db.insert(supplements).values({ ...sent, criterion: "AS-4.3", content: missing, sha256: sha256(missing) });
    expect(await broken()).toContain("every file that a submission shows has its row, with the same hash");
  });
});

test("what was sent says which awards and pages it showed, and one sent before there were any still reads", async () => {
  const [row] = await db.execute<{ id: string }>("select submission_id as id from cases limit 1");
  const submission = await submissionById(db, row!.id);
  expect(submission!.content.awards![awards.current]).toEqual({ award: "investing-in-volunteers", number: "1042", expires_on: "2999-01-01" });
  expect(submission!.content.links![url]).toMatchObject({ capture: captured });
});
