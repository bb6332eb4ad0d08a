import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { auditEvents } from "#db/schema/audit";
import { outbox } from "#db/schema/platform";
import { awardAcceptances } from "#db/schema/review";
import { heldAnswers } from "~/assessments/draft.server";
import { sayNotPersonal } from "~/assessments/not-personal.server";
import { saveAnswer } from "~/assessments/save.server";
import { stateAward } from "~/evidence/keep-library.server";
import { storeEvidence } from "~/evidence/store.server";
import { paths } from "~/platform/paths";
import { addOffer, offersOf } from "~/providers/offers.server";
import { submitForReview } from "~/review/open.server";
import { publishStandards } from "~/standards/publish.server";
import { allStatements, filledDraft } from "../support/answers";
import { because, begun, must } from "../support/cases";
import { noon } from "../support/clock";
import { freshDatabase } from "../support/database";
import * as files from "../support/files";
import { cast } from "../support/people";
import { type Form, get, post } from "../support/website";

const { db } = await freshDatabase();
await publishStandards(db, noon, { system: "test" });
const people = await cast(db);
const criterion = "AS-4.1";
let caseId: string;
let fileId: string;
let awards: { current: string; old: string };

/** Marsh End shows a file and two awards, one out of date; Sunil reads them, Amara is second. */
beforeAll(async () => {
  const organisationId = people.organisations.marshEnd.id;
  fileId = must(await storeEvidence(db, noon, people.pat, { organisationId, name: "steps.pdf", bytes: files.pdf() })).file.id;
  const state = async (number: string, expiresOn: string) =>
    must(await stateAward(db, noon, people.pat, { organisationId, award: "investing-in-volunteers", number, expiresOn })).id;
  awards = { current: await state("1042", "2999-01-01"), old: await state("7", "2001-01-01") };
  const assessmentId = await filledDraft(db, people.pat, organisationId, "activities-and-services");
  const [held] = await heldAnswers(db, assessmentId, criterion);
  const shown = Object.values(awards).map((award) => ({ kind: "award" as const, award, title: "Our award" }));
  const how = "We hold contract number 943 476 5919 with the NHS, and ring everybody back.";
  const answer = { ...held!.answer, how, evidence: [...shown, { kind: "file" as const, file: fileId, title: "Steps", clean: true }] };
  must(await saveAnswer(db, noon, people.pat, { assessmentId, criterion, answer, basedOn: held!.version }));
  const said = { assessmentId, criterion, field: "how", version: held!.version + 1, reason: "It is the number of our contract." };
  must(await sayNotPersonal(db, noon, people.pat, said));
  must(await addOffer(db, noon, people.pat, { organisationId, name: "Digging", summary: "Together" }));
  const scope = (await offersOf(db, organisationId)).map(({ name }) => name);
  caseId = must(await submitForReview(db, noon, people.pat, { assessmentId, scope, statements: allStatements })).caseId;
  await begun(db, caseId, { assessor: people.sunil, second: people.amara, moderator: people.moira });
});

const send = (form: Form, as = people.sunil) => post(paths.case(caseId), form, { as });
const page = async (as = people.sunil) => (await get(paths.rate(caseId, criterion), { as })).text();

describe("an award of somebody else’s", () => {
  const judged = (given: Record<string, string> = {}) => ({ intent: "judge_award", criterion, award: awards.current, accepted: "yes", reason: because, ...given });

  test("has a form beside the evidence, for the assessor alone; one that is out of date cannot be accepted there", async () => {
    const own = await page();
    expect(own).toContain(`id="award-${awards.current}"`);
    expect(own.match(/Accept this award/g)).toHaveLength(1);
    expect(await page(people.amara)).not.toContain("Accept this award");
  });

  test.each([
    ["a reason that is too short", { reason: "Fine." }, 422],
    ["one that is out of date", {}, 422],
    ["one that was not sent", { award: crypto.randomUUID() }, 404],
  ])("%s: nothing is kept, and what was typed comes back", async (what, given, status) => {
    const answer = await send(judged(what === "one that is out of date" ? { ...given, award: awards.old } : given));
    expect(answer.status).toBe(status);
    if (status === 422) expect(await answer.text()).toContain("reason" in given ? given.reason : because);
    expect(await db.$count(awardAcceptances)).toBe(0);
  });

  test("is accepted by the assessor, who is led back to the criterion and reads it there; not by the second reader, nor by a stranger", async () => {
    expect((await send(judged(), people.amara)).status).toBe(403);
    for (const stranger of [people.asha, people.pat]) expect((await send(judged(), stranger)).status).toBe(404);
    const answer = await send(judged());
    expect([answer.status, answer.headers.get("Location")]).toEqual([302, paths.rate(caseId, criterion)]);
    expect(await db.$count(awardAcceptances)).toBe(1);
    const own = await page();
    expect(own).toContain("<strong>Accepted.</strong>");
    expect(own).toContain(because);
    expect((await send(judged({ accepted: "no" }))).status).toBe(302);
    expect(await page()).toContain("<strong>Not accepted.</strong>");
  });
});

test("words that the group said are about nobody are read with what we asked and what it said, beside their question alone", async () => {
  const own = (await page()).replace(/<!-- -->/g, "");
  expect(own).toContain("looked to us like it has an NHS number in it.");
  expect(own).toContain("It is the number of our contract.");
  expect(await (await get(paths.rate(caseId, "AS-4.2"), { as: people.sunil })).text()).not.toContain("looked to us like");
});

describe("a file with personal details", () => {
  const lock = { sorts: ["name"], place: "Page 1, the third line." };

  test("is locked by the way beside it, by a reader alone; then nobody opens it and the group is told", async () => {
    const address = paths.lockDetails(caseId, criterion, fileId);
    expect(await page()).toContain(`href="${address}"`);
    for (const stranger of [people.asha, people.pat]) expect((await post(address, lock, { as: stranger })).status).toBe(404);
    expect((await post(paths.lockDetails(caseId, criterion, crypto.randomUUID()), lock, { as: people.sunil })).status).toBe(404);
    const empty = await post(address, { place: "Page 1, the third line." }, { as: people.sunil });
    expect([empty.status, await empty.text()]).toEqual([422, expect.stringContaining("Tick at least one")]);
    expect((await get(paths.evidence(fileId), { as: people.sunil })).status).toBe(200);
    for (let times = 0; times < 2; times++) {
      const answer = await post(address, lock, { as: people.sunil });
      expect([answer.status, answer.headers.get("Location")]).toEqual([302, paths.rate(caseId, criterion)]);
    }
    for (const reader of [people.sunil, people.amara, people.moira, people.pat]) expect((await get(paths.evidence(fileId), { as: reader })).status).toBe(404);
    expect(await page()).not.toContain("steps.pdf");
    expect((await page()).replace(/<!-- -->/g, "")).toMatch(/Locked on \d+ \w+ \d{4} by a reader because it may hold somebody’s details\./);
    expect((await db.select().from(outbox)).filter(({ subject }) => subject.startsWith("Please replace a file"))).toHaveLength(1);
    expect(await db.$count(auditEvents, eq(auditEvents.type, "evidence.locked"))).toBe(1);
  });
});
