import { createHash } from "node:crypto";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { submissions } from "#db/schema/assessments";
import { auditEvents } from "#db/schema/audit";
import { statementKeys } from "~/assessments/declaration";
import { assessmentFor, heldAnswers } from "~/assessments/draft.server";
import { assessmentsOf } from "~/assessments/list.server";
import { saveAnswer } from "~/assessments/save.server";
import { submissionById, submissionOf } from "~/assessments/submission.server";
import { submitAssessment } from "~/assessments/submit.server";
import { discard, takeBack } from "~/assessments/take-back.server";
import { storeEvidence } from "~/evidence/store.server";
import { addOffer, endOffer, offersOf } from "~/providers/offers.server";
import { canonical } from "~/standards/canonical";
import { publishStandards } from "~/standards/publish.server";
import { allStatements, draftOf, filledDraft, metAnswer } from "../support/answers";
import { at, noon } from "../support/clock";
import { freshDatabase } from "../support/database";
import { pdf } from "../support/files";
import { type Cast, cast } from "../support/people";

const { db, owner } = await freshDatabase();
let people: Cast;
let marshEnd: string;
beforeAll(async () => {
  await publishStandards(db, noon, { system: "test" });
  people = await cast(db);
  marshEnd = people.pat.memberships[0]!.organisationId;
  await addOffer(db, noon, people.pat, { organisationId: marshEnd, name: "Tuesday plot" });
  await addOffer(db, noon, people.pat, { organisationId: marshEnd, name: "Winter kitchen" });
});

async function ready(standardKey = "activities-and-services") {
  for (const each of await assessmentsOf(db, marshEnd)) if (each.state === "draft") await discard(db, noon, people.pat, each.id);
  return filledDraft(db, people.pat, marshEnd, standardKey);
}
const send = (assessmentId: string, more: { scope?: string[]; statements?: string[] } = {}, actor = people.pat) =>
  submitAssessment(db, noon, actor, { assessmentId, scope: ["Tuesday plot"], statements: allStatements, ...more });

describe("sending", () => {
  test("freezes what was said, as text that hashes to what is written beside it", async () => {
    const id = await ready();
    await saveAnswer(db, noon, people.dee, {
      assessmentId: id,
      criterion: "AS-1.1",
      answer: (await heldAnswers(db, id, "AS-1.1"))[0]!.answer,
      privateNote: "Only ours",
      basedOn: 1,
    });
    const sent = await send(id);
    if (!sent?.ok) throw new Error("not sent");
    const [row] = await db.select().from(submissions).where(eq(submissions.id, sent.submissionId));
    expect(createHash("sha256").update(row!.content, "utf8").digest("hex")).toBe(row!.sha256);
    expect(row!.content).toBe(canonical(JSON.parse(row!.content)));
    expect(row!.content).not.toContain("Only ours");
    const submission = await submissionById(db, sent.submissionId);
    expect(submission).toMatchObject({ assessmentId: id, organisationId: marshEnd, submittedAt: noon.now(), submittedBy: { name: people.pat.name } });
    expect(submission!.content).toMatchObject({
      scope: ["Tuesday plot"],
      declaration: { by: people.pat.name, title: people.pat.memberships[0]!.title, at: "2026-06-01T11:00:00.000Z" },
    });
    expect(submission!.content.declaration.statements).toHaveLength(6);
    expect(Object.keys(submission!.content.answers)).toHaveLength(16);
    expect((await assessmentFor(db, people.dee, id))?.state).toBe("submitted");
  });

  test("leaves out what is greyed or hidden, and keeps it in the answers", async () => {
    const id = await ready();
    const claimed = { ...metAnswer({ title: "x", evidence: { kinds: ["document"] } } as never), plan: { what: "Ask more people", who: "secretary" } };
    await saveAnswer(db, noon, people.pat, {
      assessmentId: id,
      criterion: "AS-1.2",
      answer: { ...claimed, na: { claimed: true, reason: "Open drop-in: we take no bookings and no referrals by name", words: "Anybody may come along on the day." } },
      basedOn: 1,
    });
    await saveAnswer(db, noon, people.pat, { assessmentId: id, criterion: "AS-3.1", answer: { ...claimed, na: { claimed: true } }, basedOn: 1 });
    const sent = await send(id);
    if (!sent?.ok) throw new Error("not sent");
    const { content } = (await submissionById(db, sent.submissionId))!;
    expect(Object.keys(content.answers["AS-1.2"]!)).toEqual(["na"]);
    expect(Object.keys(content.answers["AS-3.1"]!).sort()).toEqual(["evidence", "how", "level"]);
    expect((await heldAnswers(db, id, "AS-1.2"))[0]!.answer.plan).toEqual(claimed.plan);
  });

  test("names each file that is shown, with its hash", async () => {
    const id = await ready();
    const stored = await storeEvidence(db, noon, people.dee, { organisationId: marshEnd, name: "poster.pdf", bytes: pdf() });
    if (!stored?.ok) throw new Error("not stored");
    const evidence = [{ kind: "file" as const, file: stored.file.id, title: "Our poster", clean: true }];
    await saveAnswer(db, noon, people.pat, { assessmentId: id, criterion: "AS-1.1", answer: { level: "met", how: "A poster in the village shop.", evidence }, basedOn: 1 });
    const sent = await send(id);
    if (!sent?.ok) throw new Error("not sent");
    const { content } = (await submissionById(db, sent.submissionId))!;
    expect(content.files).toEqual({ [stored.file.id]: { name: "poster.pdf", media_type: "application/pdf", bytes: pdf().length, sha256: stored.file.sha256 } });
    expect(content.answers["AS-1.1"]!.evidence).toEqual(evidence);
  });

  test("pressed twenty times at once, there is one submission, one event, and the same answer for all", async () => {
    const id = await ready();
    const sent = await Promise.all(Array.from({ length: 20 }, () => send(id)));
    expect(sent.every((each) => each?.ok)).toBe(true);
    expect(new Set(sent.map((each) => each?.ok && each.submissionId)).size).toBe(1);
    expect(sent.filter((each) => each?.ok && each.fresh)).toHaveLength(1);
    const events = await db.select().from(auditEvents).where(eq(auditEvents.subject, id));
    expect(events.filter(({ type }) => type === "assessment.submitted")).toHaveLength(1);
    expect(await send(id, { scope: ["Winter kitchen"] })).toEqual({ ok: false, why: "already_sent" });
  });

  test("a save and a submission at the same moment: what was sent is what stands", async () => {
    const id = await ready();
    const racing = { level: "met" as const, how: "Changed while it was being sent, by somebody quick.", evidence: [{ kind: "call" as const, title: "On a call" }] };
    const [saved, sent] = await Promise.all([saveAnswer(db, noon, people.dee, { assessmentId: id, criterion: "AS-1.1", answer: racing, basedOn: 1 }), send(id)]);
    if (!sent?.ok) throw new Error("not sent");
    const { content } = (await submissionById(db, sent.submissionId))!;
    expect(content.answers["AS-1.1"]).toEqual((await heldAnswers(db, id, "AS-1.1"))[0]!.answer);
    expect(saved?.ok ? content.answers["AS-1.1"] : saved).toEqual(saved?.ok ? racing : { ok: false, why: "wrong_state" });
  });
});

describe("what is refused, and changes nothing", () => {
  test("whoever is not an admin, a stranger, and what is not complete or not declared", async () => {
    const id = await ready();
    expect(await send(id, {}, people.dee)).toEqual({ ok: false, why: "wrong_role" });
    expect(await send(id, {}, people.ruth)).toBeUndefined();
    for (const left of statementKeys) expect(await send(id, { statements: allStatements.filter((each) => each !== left) })).toEqual({ ok: false, why: "declaration_made" });
    await saveAnswer(db, noon, people.pat, { assessmentId: id, criterion: "AS-1.3", answer: { level: "developing", how: "We say it sometimes, in the leaflet." }, basedOn: 1 });
    const refused = await send(id);
    expect(refused).toMatchObject({ ok: false, why: "complete" });
    expect(refused?.ok === false && refused.why === "complete" && refused.missing.map(({ field }) => field)).toEqual(["plan.what", "plan.who", "plan.when"]);
    expect(await submissionOf(db, id)).toBeUndefined();
    expect((await assessmentFor(db, people.pat, id))?.state).toBe("draft");
  });

  test("a plan whose day has come and gone since it was written", async () => {
    const id = await ready();
    const answer = { level: "developing" as const, how: "We say it sometimes, in the leaflet.", plan: { what: "Put it on the poster", who: "secretary", when: "2026-06-30" } };
    await saveAnswer(db, noon, people.pat, { assessmentId: id, criterion: "AS-1.3", answer, basedOn: 1 });
    const late = await submitAssessment(db, at("2026-07-01T08:00:00Z"), people.pat, { assessmentId: id, scope: ["Tuesday plot"], statements: allStatements });
    expect(late).toEqual({ ok: false, why: "complete", missing: [{ criterion: "AS-1.3", field: "plan.when", why: "passed" }] });
    expect(await send(id)).toMatchObject({ ok: true });
  });

  test("an activity that is not on the list any more, and none at all", async () => {
    const id = await ready();
    expect(await send(id, { scope: [] })).toEqual({ ok: false, why: "scope_missing" });
    expect(await send(id, { scope: ["Something else"] })).toEqual({ ok: false, why: "scope_unknown" });
    const added = await addOffer(db, noon, people.pat, { organisationId: marshEnd, name: "Short-lived" });
    await endOffer(db, noon, people.pat, { organisationId: marshEnd, offerId: added?.ok ? added.id : "" });
    expect((await offersOf(db, marshEnd)).map(({ name }) => name)).not.toContain("Short-lived");
    expect(await send(id, { scope: ["Short-lived"] })).toEqual({ ok: false, why: "scope_unknown" });
  });

  test("a standard with one fixed scope needs no choice", async () => {
    const id = await ready("referral-capacity");
    const sent = await send(id, { scope: [] });
    expect(sent?.ok && (await submissionById(db, sent.submissionId))!.content.scope).toEqual(["Taking and answering referrals, for everything the organisation offers"]);
  });
});

describe("after it was sent", () => {
  test("nothing changes any more: not by the command, and not by whoever writes to the tables", async () => {
    const id = await ready();
    const sent = await send(id);
    expect(sent?.ok).toBe(true);
    expect(await saveAnswer(db, noon, people.pat, { assessmentId: id, criterion: "AS-1.1", answer: { level: "leading" }, basedOn: 1 })).toEqual({ ok: false, why: "wrong_state" });
    await expect(owner`update answers set content = '{}' where assessment_id = ${id}`).rejects.toThrow(/never changed/);
    await expect(owner`delete from answers where assessment_id = ${id}`).rejects.toThrow(/never changed/);
    await expect(owner`update submissions set content = '{}' where assessment_id = ${id}`).rejects.toThrow(/never changed/);
    await expect(owner`update assessments set facts = '{}' where id = ${id}`).rejects.toThrow(/never changed/);
  });

  test("an admin may take it back, once; what was sent stays on record, and a new draft can be started from it", async () => {
    const id = await ready();
    const sent = await send(id);
    expect(await takeBack(db, noon, people.dee, id)).toEqual({ ok: false, why: "wrong_role" });
    expect(await takeBack(db, noon, people.ruth, id)).toBeUndefined();
    expect(await takeBack(db, noon, people.pat, id)).toEqual({ ok: true });
    expect(await takeBack(db, noon, people.pat, id)).toEqual({ ok: false, why: "wrong_state" });
    expect(sent?.ok && (await submissionById(db, sent.submissionId))).toMatchObject({ assessmentId: id });
    expect(await send(id)).toEqual({ ok: false, why: "wrong_state" });
    expect(await draftOf(db, people.pat, marshEnd, "activities-and-services")).not.toBe(id);
  });
});
