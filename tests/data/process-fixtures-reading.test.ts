import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { organisations } from "#db/schema/accounts";
import { linkCaptures } from "#db/schema/evidence";
import type { Level } from "#standards/format";
import type { Actor } from "~/accounts/actor";
import { heldAnswers } from "~/assessments/draft.server";
import { saveAnswer } from "~/assessments/save.server";
import { decideAndAward } from "~/marks/award.server";
import { finalRatings } from "~/marks/final-ratings";
import { sha256, storeFile } from "~/platform/files.server";
import { addOffer } from "~/providers/offers.server";
import { readersAgreement } from "~/review/agreement.server";
import { readCase } from "~/review/find-case.server";
import { submitForReview } from "~/review/open.server";
import { rateCriterion } from "~/review/rate.server";
import { ratingDeskFor } from "~/review/rating-desk.server";
import { settleDifference } from "~/review/settle.server";
import { carryOnDue } from "~/review/sweep.server";
import { publishStandards } from "~/standards/publish.server";
import { allStatements, filledDraft } from "../support/answers";
import { caseNow } from "../support/case-now";
import { because, begun, must, mustHaves, openedCase, publishSmall, recommended } from "../support/cases";
import { at, noon } from "../support/clock";
import { freshDatabase } from "../support/database";
import { type Cast, cast } from "../support/people";

/** The process fixtures about two readers, by their numbers (Standard rules §C.6), through the commands. MU-1.1 and MU-1.2 are must-haves, MU-2.1 is not; all are read twice. */
const { db } = await freshDatabase();
let people: Cast;
let versionId: string;
let readers: { assessor: Actor; second: Actor; moderator: Actor };
beforeAll(async () => {
  people = await cast(db);
  versionId = await publishSmall(db);
  readers = { assessor: people.sunil, second: people.amara, moderator: people.moira };
});

/** Everything rated by both, Met where nothing else is said. */
async function readTwice(first: Record<string, Level>, second: Record<string, Level>, clock = noon) {
  const { caseId } = await openedCase(db, people.pat, people.organisations.marshEnd.id, versionId, { facts: { home_visits: true }, chance: { secret: () => "ab".repeat(32) } });
  await begun(db, caseId, readers);
  const rate = (by: Actor, criterion: string, level: Level) => rateCriterion(db, clock, by, { caseId, criterion, level, ticks: { met: [], leading: [] }, reason: because });
  for (const id of [...mustHaves, "MU-2.1"]) {
    must(await rate(people.sunil, id, first[id] ?? 2));
    must(await rate(people.amara, id, second[id] ?? 2));
  }
  await recommended(db, caseId, readers, clock);
  return caseId;
}
const { stateOf } = caseNow(db);
const levels = async (caseId: string) => finalRatings((await readCase(db, caseId))!);
const settle = (caseId: string, criterion: string, clock = noon) => settleDifference(db, clock, people.moira, { caseId, criterion, level: 1, reason: because });

test("P01: a must-have at 1 and 2 goes to the moderator: no level until then, and nothing is decided", async () => {
  const caseId = await readTwice({ "MU-1.1": 1 }, {});
  expect(await stateOf(caseId)).toBe("moderating");
  expect((await levels(caseId))["MU-1.1"]).toBeUndefined();
  expect(await decideAndAward(db, noon, people.devon, { caseId, reason: because })).toEqual({ ok: false, why: "wrong_state" });
  must(await settle(caseId, "MU-1.1"));
  expect((await levels(caseId))["MU-1.1"]).toEqual({ level: 1, reason: because });
});

test("P03: 2 and 3: 2 stands, nobody meets, and the difference counts for how far readers agree", async () => {
  const before = await readersAgreement(db, "made-up");
  const caseId = await readTwice({ "MU-2.1": 2 }, { "MU-2.1": 3 });
  expect(await stateOf(caseId)).not.toBe("moderating");
  expect((await levels(caseId))["MU-2.1"]).toMatchObject({ level: 2 });
  const after = await readersAgreement(db, "made-up");
  const [was, is] = [before, after].map(({ versions }) => versions[0]?.criteria.find(({ id }) => id === "MU-2.1"));
  expect(is!.n - (was?.n ?? 0)).toBe(1);
  expect(is!.exact).toBeLessThan(1);
});

test("P04: 1 and 2 on what is no must-have: the two talk; on the sixth working day of their nation it is the moderator's", async () => {
  const caseId = await readTwice({ "MU-2.1": 1 }, {});
  const [lastDay, sixth] = [at("2026-06-08T22:59:00Z"), at("2026-06-08T23:01:00Z")];
  await carryOnDue(db, lastDay);
  expect(await settle(caseId, "MU-2.1", lastDay)).toMatchObject({ ok: false, why: "talk_over" });
  await carryOnDue(db, sixth);
  must(await settle(caseId, "MU-2.1", sixth));

  const organisation = eq(organisations.id, people.organisations.marshEnd.id);
  const [friday, monday] = [at("2026-07-31T11:00:00Z"), at("2026-08-10T08:00:00Z")];
  const other = await readTwice({ "MU-2.1": 1 }, {}, friday);
  await db.update(organisations).set({ nation: "scotland" }).where(organisation);
  expect(await settle(other, "MU-2.1", monday), "3 August was a bank holiday there").toMatchObject({ ok: false, why: "talk_over" });
  await db.update(organisations).set({ nation: "england" }).where(organisation);
  must(await settle(other, "MU-2.1", monday));
});

describe("what was shown", () => {
  const url = "https://marshend.example/volunteers";
  const keepPage = async (words: string, capturedAt: Date) => {
    const stored = await storeFile("evidence", Buffer.from(words));
    const row = { organisationId: people.organisations.marshEnd.id, url, capturedAt, outcome: "kept", httpStatus: 200, mediaType: "text/html", ...stored };
    return (await db.insert(linkCaptures).values(row).returning({ id: linkCaptures.id }))[0]!.id;
  };

  test("P17: a page behind a link is changed after sending: the reader has it as it was, with its day, and is warned", async () => {
    await publishStandards(db, noon, { system: "test" });
    const organisationId = people.organisations.marshEnd.id;
    const assessmentId = await filledDraft(db, people.pat, organisationId, "activities-and-services");
    const captured = await keepPage("<h1>As it was</h1>", noon.now());
    const [held] = await heldAnswers(db, assessmentId, "AS-4.1");
    const answer = { ...held!.answer, evidence: [{ kind: "link" as const, link: url, title: "Our page" }] };
    must(await saveAnswer(db, noon, people.pat, { assessmentId, criterion: "AS-4.1", answer, basedOn: held!.version }));
    must(await addOffer(db, noon, people.pat, { organisationId, name: "Digging", summary: "Together" }));
    const { caseId } = must(await submitForReview(db, noon, people.pat, { assessmentId, scope: ["Digging"], statements: allStatements }));
    await begun(db, caseId, readers);
    const page = async () => {
      const desk = await ratingDeskFor(db, noon, people.sunil, caseId, "AS-4.1");
      return typeof desk === "object" ? desk.reading.pages[url] : undefined;
    };
    expect(await page()).toEqual({ capture: captured, on: "2026-06-01", changed: false, note: null });
    await keepPage("<h1>Something else</h1>", at("2026-06-05T11:00:00Z").now());
    expect(await page()).toEqual({ capture: captured, on: "2026-06-01", changed: true, note: null });
    const [kept] = await db.select().from(linkCaptures).where(eq(linkCaptures.id, captured));
    expect(kept!.sha256).toBe(sha256("<h1>As it was</h1>"));
  });
});
