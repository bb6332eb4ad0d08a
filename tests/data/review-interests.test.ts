import { and, eq, like } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { auditEvents } from "#db/schema/audit";
import { interests, objectionAnswers, waivers } from "#db/schema/interests";
import { outbox } from "#db/schema/platform";
import { assignments } from "#db/schema/review";
import type { Level } from "#standards/format";
import type { Actor } from "~/accounts/actor";
import { chooseLanguage } from "~/accounts/choose-language.server";
import { removeMember } from "~/accounts/members.server";
import { addMember, createOrganisation, createPerson, grantRole } from "~/accounts/people.server";
import { findDecision } from "~/marks/find-decision.server";
import { letterIn } from "~/marks/letter-in.server";
import { assignReaders } from "~/review/assign.server";
import { assigningFor } from "~/review/assignable.server";
import { caseFor } from "~/review/case.server";
import { deadlinesFor } from "~/review/deadlines.server";
import { decideCase } from "~/review/decide.server";
import { decidingDeskFor } from "~/review/deciding-desk.server";
import { declareConflict } from "~/review/declare.server";
import { reportFor } from "~/review/fact-check/report.server";
import { allowTie } from "~/review/interests/allow-tie.server";
import { answerObjection } from "~/review/interests/answer-objection.server";
import { endInterest } from "~/review/interests/end-interest.server";
import type { Kind } from "~/review/interests/kinds";
import { objectToReaders } from "~/review/interests/object.server";
import { ownInterests } from "~/review/interests/own-interests.server";
import { readersTo } from "~/review/interests/readers-to.server";
import { stateInterest } from "~/review/interests/state-interest.server";
import { stateReading } from "~/review/interests/state-reading.server";
import { tiesDeskFor } from "~/review/interests/ties-desk.server";
import { casesFor } from "~/review/list.server";
import { readyToDecide, splitsFor } from "~/review/moderator-desk.server";
import { ratingDeskFor } from "~/review/rating-desk.server";
import { recommendReading } from "~/review/recommend.server";
import { sendBack } from "~/review/send-back.server";
import { settleDifference } from "~/review/settle.server";
import { settlingDeskFor } from "~/review/settling-desk.server";
import { stepAside } from "~/review/step-aside.server";
import { carryOnDue } from "~/review/sweep.server";
import { takeBackFromReview } from "~/review/take-back.server";
import { rateAsThird } from "~/review/third-rating.server";
import { caseNow } from "../support/case-now";
import { all, assigned, because, begun, checked, must, mustHaves, openedCase, publishSmall, rate, recommended } from "../support/cases";
import { at, noon } from "../support/clock";
import { freshDatabase } from "../support/database";
import { type Cast, cast, joins } from "../support/people";

const { db } = await freshDatabase();
let people: Cast;
let versionId: string;
let readers: { assessor: Actor; second: Actor; moderator: Actor };

beforeAll(async () => {
  people = await cast(db);
  versionId = await publishSmall(db);
  readers = { assessor: people.sunil, second: people.amara, moderator: people.moira };
});

/** A provider of its own, with Pat as its only admin: what is stated of it touches no other test. */
let made = 0;
async function provider(name = `Group ${++made}`) {
  const by = { system: "test" };
  const { id, slug } = await createOrganisation(db, noon, by, { name, area: "Somewhere", nation: "england", identifiers: [] });
  await addMember(db, noon, by, { organisationId: id, personId: people.pat.personId, role: "admin", title: "secretary" });
  const admin: Actor = { ...people.pat, memberships: [{ organisationId: id, slug, name, role: "admin", title: "secretary", linkWorkerTerm: null }] };
  return { id, name, admin, open: async () => ({ ...(await openedCase(db, admin, id, versionId)), admin, organisationId: id, name }) };
}
const opened = async () => (await provider()).open();
const started = async () => {
  const sent = await opened();
  await begun(db, sent.caseId, readers);
  return sent;
};
const assign = (caseId: string, assessor: Actor, second: Actor, clock = noon) =>
  assignReaders(db, clock, people.moira, { caseId, assessor: assessor.personId, second_reader: second.personId });
const state = (by: Actor, organisation: string, kind: Kind = "rival", more: { since?: string; until?: string; organisationId?: string } = {}, clock = noon) =>
  stateInterest(db, clock, by, { organisation, kind, words: "", since: "2020-01-01", ...more });
const { stateOf } = caseNow(db);
const currentOf = async (caseId: string) => (await db.select().from(assignments).where(eq(assignments.caseId, caseId))).filter(({ endedAt }) => endedAt === null);
const mailsOf = async (caseId: string) =>
  (
    await db
      .select()
      .from(outbox)
      .where(like(outbox.cause, `case:${caseId}:%`))
      .orderBy(outbox.at)
  ).map(({ to, subject, text }) => ({ to, subject, text }));
const eventsOf = async (caseId: string, type: string) =>
  (
    await db
      .select()
      .from(auditEvents)
      .where(and(eq(auditEvents.subject, caseId), eq(auditEvents.type, type)))
  ).map(({ data }) => data);

describe("a tie that somebody has stated", () => {
  test("bars them from being chosen, the page says why, and one of another group does not", async () => {
    const { caseId, name } = await opened();
    must(await state(people.asha, name));
    must(await state(people.amara, "Somebody else entirely"));
    expect(await assign(caseId, people.sunil, people.asha)).toMatchObject({ ok: false, why: "two_readers", faults: { second_reader: "has_tie" } });
    const suggested = (await assigningFor(db, noon, people.moira, caseId))!.people;
    expect(suggested.at(-1)).toMatchObject({ name: people.asha.name, fault: "has_tie", why: "Has told us of a tie: competes with the group for the same contract." });
    expect(await assign(caseId, people.sunil, people.amara)).toEqual({ ok: true });
  });

  test("counts to the last day of its months, on the calendar in London", async () => {
    const { caseId, name } = await opened();
    must(await state(people.asha, name, "adviser", { until: "2024-02-29" }));
    expect(await assign(caseId, people.asha, people.amara, at("2027-02-28T23:59:00Z"))).toMatchObject({ ok: false, faults: { assessor: "has_tie" } });
    expect(await assign(caseId, people.asha, people.amara, at("2027-03-01T00:00:00Z"))).toEqual({ ok: true });
  });

  test("by its name alone counts once a group of that name is here, however it is written", async () => {
    expect(await state(people.asha, "quarry LANE choir")).toEqual({ ok: true, ours: false });
    const { caseId } = await (await provider("Quarry Lane Choir")).open();
    expect(await assign(caseId, people.asha, people.amara)).toMatchObject({ ok: false, faults: { assessor: "has_tie" } });
  });

  test("to one of several of the same name asks which", async () => {
    const [one, other] = [await provider("The Shed"), await provider("The Shed")];
    expect(await state(people.asha, "the shed")).toMatchObject({ ok: false, why: "which_one", namesakes: [{ name: "The Shed" }, { name: "The Shed" }] });
    expect(await state(people.asha, "The Shed", "rival", { organisationId: crypto.randomUUID() })).toMatchObject({ ok: false, why: "which_one" });
    must(await state(people.asha, "the shed", "rival", { organisationId: other.id }));
    expect(await assign((await one.open()).caseId, people.asha, people.amara)).toEqual({ ok: true });
    expect(await assign((await other.open()).caseId, people.asha, people.amara)).toMatchObject({ ok: false, faults: { assessor: "has_tie" } });
  });

  test("is one's own, never changed, ended once and neither before it began nor in the future", async () => {
    must(await state(people.amara, "Choir of Her Own", "family", { since: "2025-05-05" }));
    const [mine] = (await ownInterests(db, noon, people.amara)).interests;
    expect(mine).toMatchObject({ organisation: "Choir of Her Own", ours: false, counts: true, free: null });
    const end = (by: Actor, until: string, interestId = mine!.id) => endInterest(db, noon, by, { interestId, until });
    expect(await end(people.asha, "2026-01-01")).toBeUndefined();
    expect(await end(people.amara, "2026-01-01", "made-up")).toBeUndefined();
    expect(await end(people.amara, "2025-05-04")).toEqual({ ok: false, why: "ends_before" });
    expect(await end(people.amara, "2026-06-02")).toEqual({ ok: false, why: "in_future" });
    const both = await Promise.all([end(people.amara, "2026-01-01"), end(people.amara, "2026-02-02")]);
    expect(both.filter((each) => each?.ok)).toHaveLength(1);
    expect(both).toContainEqual({ ok: false, why: "ended_already" });
    expect(await state(people.amara, "X", "rival", { since: "2026-06-02" })).toEqual({ ok: false, why: "in_future" });
    expect(await state(people.amara, "X", "rival", { until: "2019-01-01" })).toEqual({ ok: false, why: "ends_before" });
    expect(await state(people.pat, "X")).toEqual({ ok: false, why: "wrong_role" });
    expect(await db.$count(interests, eq(interests.organisationName, "X"))).toBe(0);
  });

  test("while they read that group's case ends their reading at once; one that bars nobody does not", async () => {
    const { caseId, name } = await started();
    must(await state(people.amara, name, "lives_nearby"));
    expect(await stateOf(caseId)).toBe("assessing");
    must(await state(people.amara, name, "funder"));
    expect(await stateOf(caseId)).toBe("waiting");
    expect((await currentOf(caseId)).map(({ personId }) => personId)).toEqual([people.sunil.personId]);
    expect(await eventsOf(caseId, "case.reader_lost")).toEqual([{ part: "second_reader" }]);
  });

  test("at the same moment as being chosen: either refused, or chosen and left, and never reading on", async () => {
    for (let round = 0; round < 5; round += 1) {
      const { caseId, name } = await opened();
      await Promise.all([assign(caseId, people.asha, people.amara), state(people.asha, name)]);
      expect((await currentOf(caseId)).filter(({ personId }) => personId === people.asha.personId)).toEqual([]);
    }
  });
});

describe("no swaps", () => {
  const by = { system: "test" };
  const belongs = (to: { id: string }, who: Actor) => joins(db, to, who);
  /** Whoever has read anything has no part in the next test. */
  async function assessor(name: string): Promise<Actor> {
    const email = `${name}${++made}@demo.example`;
    const personId = await createPerson(db, noon, by, { email, name });
    await grantRole(db, noon, by, { personId, role: "assessor" });
    return { personId, name, email, language: "en", memberships: [], roles: ["assessor"] };
  }

  test("nobody reads a group whose people have read their own organisation within twelve months", async () => {
    const [theirs, ours, third] = [await provider(), await provider(), await provider()];
    const [asha, sunil] = [await assessor("Asha"), await assessor("Sunil")];
    await belongs(theirs, asha);
    await belongs(ours, sunil);
    const read = await ours.open();
    must(await assign(read.caseId, asha, people.amara));
    const other = await theirs.open();
    expect(await assign(other.caseId, sunil, people.amara)).toMatchObject({ ok: false, faults: { assessor: "swap" } });
    expect((await assigningFor(db, noon, people.moira, other.caseId))!.people.find(({ personId }) => personId === sunil.personId)).toMatchObject({ fault: "swap" });
    expect(await assign((await third.open()).caseId, sunil, people.amara), "of a third group they may").toEqual({ ok: true });
    must(await takeBackFromReview(db, at("2026-06-10T11:00:00Z"), ours.admin, { assessmentId: read.assessmentId }));
    expect(await assign(other.caseId, sunil, people.amara, at("2027-06-10T22:59:00Z"))).toMatchObject({ ok: false, faults: { assessor: "swap" } });
    expect(await assign(other.caseId, sunil, people.amara, at("2027-06-10T23:00:00Z"))).toEqual({ ok: true });
  });

  test("who left without having declared has read nothing; a stated tie counts as belonging", async () => {
    const [theirs, ours] = [await provider(), await provider()];
    const [asha, sunil] = [await assessor("Asha"), await assessor("Sunil")];
    must(await state(asha, theirs.name, "belongs"));
    must(await state(sunil, ours.name, "belongs"));
    const read = await ours.open();
    must(await assign(read.caseId, asha, people.amara));
    const other = await theirs.open();
    expect(await assign(other.caseId, sunil, people.amara)).toMatchObject({ ok: false, faults: { assessor: "swap" } });
    must(await stepAside(db, noon, asha, { caseId: read.caseId, reason: "No time." }));
    expect(await assign(other.caseId, sunil, people.amara)).toEqual({ ok: true });
  });

  test("of two choices at once that would be one, the later is refused", async () => {
    for (let round = 0; round < 3; round += 1) {
      const [theirs, ours] = [await provider(), await provider()];
      const [asha, sunil] = [await assessor("Asha"), await assessor("Sunil")];
      await belongs(theirs, asha);
      await belongs(ours, sunil);
      const [one, other] = [await ours.open(), await theirs.open()];
      const both = await Promise.all([assign(one.caseId, asha, people.amara), assign(other.caseId, sunil, people.amara)]);
      expect(both.map((each) => each?.ok).sort()).toEqual([false, true]);
    }
  });
});

describe("a tie told beside the “none”", () => {
  const near = { kind: "lives_nearby", words: "Two streets away." } as const;
  const waiting = async () => {
    const sent = await opened();
    await assigned(db, sent.caseId, readers);
    must(await declareConflict(db, noon, people.sunil, { caseId: sent.caseId, words: "none" }));
    expect(await declareConflict(db, noon, people.amara, { caseId: sent.caseId, words: "none", tie: near })).toEqual({ ok: true, conflict: false, waits: true });
    return sent;
  };
  const allow = (caseId: string, by: Actor, reason = because) => allowTie(db, noon, by, { caseId, part: "second_reader", reason });

  test("lets nothing begin until a moderator has allowed it, in writing", async () => {
    const { caseId } = await waiting();
    expect(await stateOf(caseId)).toBe("declaring");
    expect(
      (await mailsOf(caseId))
        .filter(({ subject }) => subject.startsWith("A tie of the second reader"))
        .map(({ to }) => to)
        .sort(),
    ).toEqual([people.mal.email, people.moira.email]);
    expect(await declareConflict(db, noon, people.amara, { caseId, words: "none" }), "again").toEqual({ ok: true, conflict: false, waits: true });
    expect(await allow(caseId, people.moira, "ok")).toEqual({ ok: false, why: "reason_short" });
    expect(await allow(caseId, people.moira, "  ")).toEqual({ ok: false, why: "reason_missing" });
    expect(await allow(caseId, people.sunil)).toEqual({ ok: false, why: "wrong_role" });
    expect(await allow(caseId, people.pat)).toBeUndefined();
    expect(await allow(caseId, { ...people.amara, roles: ["assessor", "moderator"] })).toEqual({ ok: false, why: "own_tie" });
    expect(await allow(caseId, people.moira)).toEqual({ ok: true });
    expect(await stateOf(caseId)).toBe("assessing");
    expect(await eventsOf(caseId, "case.tie_waived")).toEqual([{ part: "second_reader", kind: "lives_nearby" }]);
    expect(await allow(caseId, people.mal), "once").toEqual({ ok: false, why: "wrong_state" });
  });

  test("is not for a moderator with a tie of their own that bars", async () => {
    const { caseId, name } = await waiting();
    must(await state(people.mal, name, "family"));
    expect(await allow(caseId, people.mal)).toEqual({ ok: false, why: "tied" });
    expect(await allow(caseId, people.moira)).toEqual({ ok: true });
  });

  test("is allowed once, however many press at the same moment", async () => {
    const { caseId } = await waiting();
    const both = await Promise.all([allow(caseId, people.moira), allow(caseId, people.mal)]);
    expect(both.map((each) => each?.ok).sort()).toEqual([false, true]);
    const current = (await currentOf(caseId)).map(({ id }) => id);
    expect((await db.select().from(waivers)).filter(({ assignmentId }) => current.includes(assignmentId))).toHaveLength(1);
  });

  test("that bars cannot be told here: any other word ends the reading, and nobody can allow it", async () => {
    const { caseId } = await waiting();
    expect(await declareConflict(db, noon, people.amara, { caseId, words: "I am a trustee there", tie: near })).toEqual({ ok: true, conflict: true });
    expect(await stateOf(caseId)).toBe("waiting");
    expect(await allow(caseId, people.moira)).toBeUndefined();
  });

  test("stated before on their own page waits for the moderator too, told or not", async () => {
    const { caseId, name } = await opened();
    must(await state(people.amara, name, "knows_somebody"));
    await assigned(db, caseId, readers);
    must(await declareConflict(db, noon, people.sunil, { caseId, words: "none" }));
    expect(await declareConflict(db, noon, people.amara, { caseId, words: "none" })).toEqual({ ok: true, conflict: false, waits: true });
    expect(await stateOf(caseId)).toBe("declaring");
  });

  test("needs words; somebody else may be chosen instead", async () => {
    const { caseId } = await opened();
    await assigned(db, caseId, readers);
    expect(await declareConflict(db, noon, people.amara, { caseId, words: "none", tie: { ...near, words: " " } })).toEqual({ ok: false, why: "tie_words" });
    must(await declareConflict(db, noon, people.amara, { caseId, words: "none", tie: near }));
    expect(await assign(caseId, people.sunil, people.asha)).toEqual({ ok: true });
    expect(await allow(caseId, people.moira), "of Asha's there is none").toEqual({ ok: false, why: "wrong_state" });
  });
});

describe("a tie of whoever settles or decides", () => {
  const read = async (second: Record<string, Level> = {}) => {
    const sent = await started();
    for (const id of all) must(await rate(db, people.sunil, sent.caseId, id, 2));
    for (const id of mustHaves) must(await rate(db, people.amara, sent.caseId, id, second[id] ?? 2));
    await recommended(db, sent.caseId, readers);
    await checked(db, sent.caseId);
    return sent;
  };
  const settle = (caseId: string, by: Actor) => settleDifference(db, noon, by, { caseId, criterion: "MU-1.1", level: 1, reason: because });
  const decide = (caseId: string, by: Actor, clock = noon) => decideCase(db, clock, by, { caseId, reason: because });
  const stepOf = async (by: Actor, caseId: string) => (await caseFor(db, noon, by, caseId))?.next;

  test("bars a moderator from settling, and offers them nothing; another one settles", async () => {
    const { caseId, name } = await read({ "MU-1.1": 1 });
    expect(await stepOf(people.mal, caseId)).toMatchObject({ label: "Settle MU-1.1" });
    must(await state(people.mal, name, "family"));
    expect(await settle(caseId, people.mal)).toEqual({ ok: false, why: "tied" });
    expect((await settlingDeskFor(db, noon, people.mal, caseId, "MU-1.1"))!.barred).toMatch(/a tie to this group that bars you.*somebody else/i);
    expect(await stepOf(people.mal, caseId)).toBeNull();
    expect(await caseFor(db, noon, people.mal, caseId)).toMatchObject({ barred: "tied" });
    expect(
      (await casesFor(db, noon, people.mal)).rows.find(({ id }) => id === caseId),
      "nor on their list",
    ).toMatchObject({ next: null });
    const splits = async (by: Actor) => (await splitsFor(db, noon, by)).some((each) => each.caseId === caseId);
    expect([await splits(people.mal), await splits(people.moira)]).toEqual([false, true]);
    expect(await settle(caseId, people.moira)).toEqual({ ok: true, left: 0 });
  });

  test("bars a moderator from rating as a third reader; another does, once, and then a third moderator may settle as far as that and not beyond", async () => {
    const { caseId, name } = await read({ "MU-1.1": 1 });
    must(await state(people.mal, name, "family"));
    const third = (by: Actor, level: Level, reason = because) => rateAsThird(db, noon, by, { caseId, criterion: "MU-1.1", level, reason });
    const settleAt = (by: Actor, level: Level) => settleDifference(db, noon, by, { caseId, criterion: "MU-1.1", level, reason: because });
    expect(await third(people.mal, 3)).toEqual({ ok: false, why: "tied" });
    expect(await third({ ...people.amara, roles: ["assessor", "moderator"] }, 3)).toEqual({ ok: false, why: "rated" });
    expect(await third(people.devon, 3)).toEqual({ ok: false, why: "wrong_role" });
    expect(await third(people.moira, 3, "short")).toEqual({ ok: false, why: "reason_short" });
    const other: Actor = { ...people.devon, roles: ["moderator"] };
    expect(await settleAt(other, 3)).toEqual({ ok: false, why: "outside_range" });
    expect(await settlingDeskFor(db, noon, people.moira, caseId, "MU-1.1")).toMatchObject({ range: [1, 2], third: null, mayRateThird: true });
    must(await third(people.moira, 3));
    expect(await stateOf(caseId), "nothing is settled by it").toBe("moderating");
    expect(await third(other, 0)).toEqual({ ok: false, why: "third_given" });
    expect(await settleAt(people.moira, 2), "who has rated does not settle").toEqual({ ok: false, why: "rated" });
    expect(await settlingDeskFor(db, noon, other, caseId, "MU-1.1")).toMatchObject({
      range: [1, 2, 3],
      third: { by: people.moira.name, level: 3, reason: because },
      mayRateThird: false,
    });
    expect(await settleAt(other, 0)).toEqual({ ok: false, why: "outside_range" });
    expect(await settleAt(other, 3)).toEqual({ ok: true, left: 0 });
  });

  test("bars a decision-maker from deciding and sending back, as long as it counts", async () => {
    const { caseId, name } = await read();
    const other = { ...people.moira, roles: ["decider" as const] };
    must(await state(other, name, "rival", { until: "2024-06-01" }));
    expect(await decide(caseId, other)).toEqual({ ok: false, why: "tied" });
    expect(await sendBack(db, noon, other, { caseId, criteria: ["MU-1.1"], reason: because })).toEqual({ ok: false, why: "tied" });
    expect(await decidingDeskFor(db, noon, other, caseId)).toMatchObject({ barred: expect.stringContaining("that bars you"), maySendBack: false, missing: [] });
    expect(await stepOf(other, caseId)).toBeNull();
    const ready = async (by: Actor) => (await readyToDecide(db, noon, by)).some((each) => each.caseId === caseId);
    expect([await ready(other), await ready(people.devon)]).toEqual([false, true]);
    expect(await decide(caseId, other, at("2026-06-02T11:00:00Z"))).toMatchObject({ ok: true });
  });

  test("that bars nobody bars nobody", async () => {
    const { caseId, name } = await read();
    must(await state(people.devon, name, "lives_nearby"));
    expect(await decide(caseId, people.devon)).toMatchObject({ ok: true });
  });

  test("is also that they belonged to the group within the last 24 months; who belongs to it now finds no case", async () => {
    const sent = await read();
    const by = { system: "test" };
    const organisationId = sent.organisationId;
    await addMember(db, noon, by, { organisationId, personId: people.devon.personId, role: "member", title: "trustee" });
    expect(await decide(sent.caseId, { ...people.devon, memberships: [{ ...sent.admin.memberships[0]!, role: "member" }] })).toBeUndefined();
    must(await removeMember(db, noon, sent.admin, { organisationId, personId: people.devon.personId }));
    expect(await decide(sent.caseId, people.devon)).toEqual({ ok: false, why: "tied" });
    expect(await decide(sent.caseId, people.devon, at("2028-06-01T22:59:00Z"))).toEqual({ ok: false, why: "tied" });
    expect(await decide(sent.caseId, people.devon, at("2028-06-01T23:00:00Z"))).toMatchObject({ ok: true });
  });

  test("is not offered a tie of a reader to allow either", async () => {
    const sent = await opened();
    await assigned(db, sent.caseId, readers);
    must(await declareConflict(db, noon, people.amara, { caseId: sent.caseId, words: "none", tie: { kind: "lives_nearby", words: "Two streets away." } }));
    must(await state(people.mal, sent.name, "family"));
    const mayAllow = async (by: Actor) => (await tiesDeskFor(db, noon, by, sent.caseId))!.readers.find(({ part }) => part === "second_reader")!.tie!.mayAllow;
    expect([await mayAllow(people.mal), await mayAllow(people.moira)]).toEqual([false, true]);
    expect([await stepOf(people.mal, sent.caseId), await stepOf(people.moira, sent.caseId)]).toMatchObject([null, { label: "Look at a tie" }]);
  });
});

describe("a tie that bars nobody, stated after the “none”", () => {
  const allow = (caseId: string, by = people.moira) => allowTie(db, noon, by, { caseId, part: "second_reader", reason: because });

  test("stops that reader until a moderator allows it, in writing; the other reads on", async () => {
    const { caseId, name } = await started();
    must(await rate(db, people.amara, caseId, "MU-1.1", 2));
    must(await state(people.amara, name, "lives_nearby"));
    expect(await stateOf(caseId)).toBe("assessing");
    expect(await eventsOf(caseId, "case.tie_told")).toEqual([{ part: "second_reader", kind: "lives_nearby" }]);
    expect((await mailsOf(caseId)).filter(({ subject }) => subject.startsWith("A tie of the second reader")).map(({ to }) => to)).toContain(people.moira.email);
    expect(await rate(db, people.amara, caseId, "MU-1.2", 2)).toEqual({ ok: false, why: "tie_waits" });
    expect(await caseFor(db, noon, people.amara, caseId)).toMatchObject({ waits: true, next: null });
    expect(await ratingDeskFor(db, noon, people.amara, caseId, "MU-1.2")).toMatchObject({ mayRate: false });
    must(await rate(db, people.sunil, caseId, "MU-1.1", 2));
    expect(await allow(caseId, { ...people.amara, roles: ["assessor", "moderator"] })).toMatchObject({ ok: false });
    must(await allow(caseId));
    must(await rate(db, people.amara, caseId, "MU-1.2", 2));
    const [mine] = (await currentOf(caseId)).filter(({ personId }) => personId === people.amara.personId);
    expect(mine!.declaredAt, "the day they declared stays").toEqual(noon.now());
  });

  test("holds what is read already, and waits where nobody has begun", async () => {
    const { caseId, name } = await started();
    for (const id of all) must(await rate(db, people.sunil, caseId, id, 2));
    for (const id of mustHaves) must(await rate(db, people.amara, caseId, id, 2));
    must(await recommendReading(db, noon, people.amara, { caseId }));
    must(await state(people.amara, name, "knows_somebody"));
    must(await recommendReading(db, noon, people.sunil, { caseId }));
    expect(await stateOf(caseId)).toBe("assessing");
    must(await allow(caseId));
    expect(await stateOf(caseId)).toBe("checking");

    const other = await opened();
    await assigned(db, other.caseId, readers);
    must(await declareConflict(db, noon, people.amara, { caseId: other.caseId, words: "none" }));
    must(await state(people.amara, other.name, "same_partnership"));
    must(await declareConflict(db, noon, people.sunil, { caseId: other.caseId, words: "none" }));
    expect(await stateOf(other.caseId)).toBe("declaring");
    expect(await declareConflict(db, noon, people.amara, { caseId: other.caseId, words: "none" })).toEqual({ ok: true, conflict: false, waits: true });
    must(await allow(other.caseId));
    expect(await stateOf(other.caseId)).toBe("assessing");
  });

  test("is found by the sweep too, once; one that ended before today asks for nothing", async () => {
    const { caseId, name } = await started();
    const late = { personId: people.amara.personId, organisationName: name, kind: "lives_nearby", words: "", since: "2020-01-01", statedAt: noon.now() };
    await db.insert(interests).values(late);
    await carryOnDue(db, noon);
    await carryOnDue(db, noon);
    expect(await eventsOf(caseId, "case.tie_told")).toHaveLength(1);
    const other = await started();
    must(await state(people.sunil, other.name, "lives_nearby", { until: "2026-05-31" }));
    must(await rate(db, people.sunil, other.caseId, "MU-1.1", 2));
    expect(await eventsOf(other.caseId, "case.tie_told")).toEqual([]);
  });

  test("once the reading is over changes nothing, until a case is read again", async () => {
    const { caseId, name } = await started();
    for (const id of all) must(await rate(db, people.sunil, caseId, id, 2));
    for (const id of mustHaves) must(await rate(db, people.amara, caseId, id, 2));
    await recommended(db, caseId, readers);
    await checked(db, caseId);
    must(await state(people.amara, name, "lives_nearby"));
    expect(await eventsOf(caseId, "case.tie_told")).toEqual([]);
    must(await sendBack(db, noon, people.devon, { caseId, criteria: ["MU-1.1"], reason: because }));
    expect(await eventsOf(caseId, "case.tie_told")).toHaveLength(1);
    expect(await rate(db, people.amara, caseId, "MU-1.1", 2)).toEqual({ ok: false, why: "tie_waits" });
  });
});

describe("the provider's objection", () => {
  const object = (
    sent: { assessmentId: string; admin: Actor },
    { by = sent.admin, about = ["assessor"] as ("assessor" | "second_reader")[], reason = "He taught our treasurer." } = {},
  ) => objectToReaders(db, noon, by, { assessmentId: sent.assessmentId, about, reason });
  const answer = (caseId: string, upheld: boolean, by = people.moira, reason = because) => answerObjection(db, noon, by, { caseId, upheld, reason });

  test("they are told who reads, in their own language, and how to object", async () => {
    const { caseId, assessmentId, admin } = await opened();
    expect((await readersTo(db, admin, assessmentId))!.readers).toEqual([]);
    await chooseLanguage(db, noon, people.pat, "cy");
    await assigned(db, caseId, readers);
    await chooseLanguage(db, noon, people.pat, "en");
    const told = (await mailsOf(caseId)).find(({ to, subject }) => to === people.pat.email && subject.startsWith("Pwy fydd yn darllen"))!;
    for (const words of [people.sunil.name, people.amara.name, "gallwch wrthwynebu unwaith", `/assessments/${assessmentId}/readers`]) expect(told.text).toContain(words);
    expect((await readersTo(db, admin, assessmentId))!.readers).toEqual([
      { part: "assessor", name: people.sunil.name, whole: true },
      { part: "second_reader", name: people.amara.name, whole: false },
    ]);
    expect(await readersTo(db, people.ruth, assessmentId)).toBeUndefined();
  });

  test("is for an admin, with a reason, against somebody who reads, once", async () => {
    const sent = await opened();
    expect(await object(sent), "nobody reads yet").toEqual({ ok: false, why: "readers_named" });
    await assigned(db, sent.caseId, readers);
    const member = { ...sent.admin, memberships: [{ ...sent.admin.memberships[0]!, role: "member" as const }] };
    expect(await object(sent, { by: member })).toEqual({ ok: false, why: "wrong_role" });
    expect(await object(sent, { by: people.ruth })).toBeUndefined();
    expect(await object(sent, { about: [] })).toEqual({ ok: false, why: "readers_named" });
    expect(await object(sent, { reason: " " })).toEqual({ ok: false, why: "reason_missing" });
    expect(await object(sent, { reason: "x".repeat(2001) })).toEqual({ ok: false, why: "too_long" });
    const both = await Promise.all([object(sent), object(sent, { about: ["second_reader"] })]);
    expect(both.map((each) => each?.ok).sort()).toEqual([false, true]);
    must(await answer(sent.caseId, false));
    expect(await object(sent)).toEqual({ ok: false, why: "wrong_state" });
  });

  test("stops rating, choosing and beginning until it is answered; moderators have three working days, which everybody sees", async () => {
    const sent = await started();
    must(await object(sent));
    expect(await rate(db, people.amara, sent.caseId, "MU-1.1", 2)).toEqual({ ok: false, why: "objected" });
    expect(await assign(sent.caseId, people.asha, people.amara)).toMatchObject({ ok: false, why: "objected" });
    const due = (await deadlinesFor(db, noon, people.moira)).days.flatMap(({ day, deadlines }) =>
      deadlines.filter(({ caseId, of }) => caseId === sent.caseId && of === "objection").map(() => day),
    );
    expect(due, "Monday 1 June and three working days").toEqual(["2026-06-04"]);
    must(await answer(sent.caseId, false));
    must(await rate(db, people.amara, sent.caseId, "MU-1.1", 2));

    const declaring = await opened();
    await assigned(db, declaring.caseId, readers);
    must(await object(declaring));
    for (const reader of [people.sunil, people.amara]) must(await declareConflict(db, noon, reader, { caseId: declaring.caseId, words: "none" }));
    expect(await stateOf(declaring.caseId)).toBe("declaring");
    must(await answer(declaring.caseId, false));
    expect(await stateOf(declaring.caseId)).toBe("assessing");
  });

  test("is answered with a reason by a moderator who neither rated, nor is objected to, nor has a tie that bars; once", async () => {
    const sent = await started();
    expect(await answer(sent.caseId, true), "none was made").toEqual({ ok: false, why: "wrong_state" });
    must(await rate(db, people.amara, sent.caseId, "MU-1.1", 2));
    must(await object(sent));
    expect(await answer(sent.caseId, true, people.moira, "No.")).toEqual({ ok: false, why: "reason_short" });
    expect(await answer(sent.caseId, true, people.devon)).toEqual({ ok: false, why: "wrong_role" });
    expect(await answer(sent.caseId, true, sent.admin)).toBeUndefined();
    expect(await answer(sent.caseId, true, { ...people.amara, roles: ["assessor", "moderator"] })).toEqual({ ok: false, why: "rated" });
    expect(await answer(sent.caseId, true, { ...people.sunil, roles: ["assessor", "moderator"] })).toEqual({ ok: false, why: "objected_to" });
    must(await state(people.mal, sent.name, "rival"));
    expect(await answer(sent.caseId, true, people.mal)).toEqual({ ok: false, why: "tied" });
    const both = await Promise.all([answer(sent.caseId, true), answer(sent.caseId, false)]);
    expect(both.map((each) => each?.ok).sort()).toEqual([false, true]);
    expect(await db.$count(objectionAnswers, eq(objectionAnswers.caseId, sent.caseId))).toBe(1);
  });

  test("upheld, that reader leaves, cannot be chosen again, the other keeps everything, and everybody is told", async () => {
    const sent = await started();
    must(await rate(db, people.sunil, sent.caseId, "MU-1.1", 2));
    must(await object(sent));
    must(await answer(sent.caseId, true));
    expect(await stateOf(sent.caseId)).toBe("waiting");
    expect((await currentOf(sent.caseId)).map(({ personId, declaration }) => [personId, declaration])).toEqual([[people.amara.personId, "none"]]);
    expect(await assign(sent.caseId, people.sunil, people.amara)).toMatchObject({ ok: false, faults: { assessor: "objected_to" } });
    const mails = await mailsOf(sent.caseId);
    expect(mails.find(({ to, subject }) => to === people.pat.email && subject.startsWith("Our answer"))!.text).toContain(because);
    expect(mails.some(({ to, subject }) => to === people.sunil.email && subject.startsWith("No longer yours"))).toBe(true);
    expect(mails.find(({ to, subject }) => to === people.sunil.email && subject.startsWith("No longer yours"))!.text).not.toContain("taught");
    must(await assign(sent.caseId, people.asha, people.amara, at("2026-06-02T11:00:00Z")));
    const again = (await mailsOf(sent.caseId)).filter(({ to, subject }) => to === people.pat.email && subject.startsWith("Who will read"));
    expect(again.at(-1)!.text).not.toContain("object once");
    expect(await object(sent)).toEqual({ ok: false, why: "wrong_state" });
  });

  test("against one who has left meanwhile is still answered, and moves nothing", async () => {
    const sent = await started();
    must(await object(sent));
    must(await stepAside(db, noon, people.sunil, { caseId: sent.caseId, reason: "No time." }));
    must(await answer(sent.caseId, true));
    expect(await stateOf(sent.caseId)).toBe("waiting");
    expect((await currentOf(sent.caseId)).map(({ personId }) => personId)).toEqual([people.amara.personId]);
  });

  test("comes too late once the reading is over, and nobody answers one in a case that was taken back", async () => {
    const sent = await started();
    for (const id of all) must(await rate(db, people.sunil, sent.caseId, id, 2));
    for (const id of mustHaves) must(await rate(db, people.amara, sent.caseId, id, 2));
    await recommended(db, sent.caseId, readers);
    expect(await object(sent)).toEqual({ ok: false, why: "being_read" });
    const other = await started();
    must(await object(other));
    must(await takeBackFromReview(db, noon, other.admin, { assessmentId: other.assessmentId }));
    expect(await answer(other.caseId, false)).toEqual({ ok: false, why: "being_read" });
  });

  test("and what was allowed are printed in the letter, in the language it is read in", async () => {
    const sent = await opened();
    await assigned(db, sent.caseId, readers);
    must(await object(sent));
    must(await answer(sent.caseId, false));
    must(await declareConflict(db, noon, people.sunil, { caseId: sent.caseId, words: "none" }));
    must(await declareConflict(db, noon, people.amara, { caseId: sent.caseId, words: "none", tie: { kind: "lives_nearby", words: "Two streets away." } }));
    must(await allowTie(db, noon, people.moira, { caseId: sent.caseId, part: "second_reader", reason: because }));
    for (const id of all) must(await rate(db, people.sunil, sent.caseId, id, 2));
    for (const id of mustHaves) must(await rate(db, people.amara, sent.caseId, id, 2));
    await recommended(db, sent.caseId, readers);
    expect((await reportFor(db, noon, sent.admin, sent.assessmentId))!.looked, "in the draft report too").toHaveLength(6);
    await checked(db, sent.caseId);
    const { decision } = must(await decideCase(db, at("2026-06-02T11:00:00Z"), people.devon, { caseId: sent.caseId, reason: because }));
    const found = (await findDecision(db, decision.id))!;
    const { letter } = await letterIn(db, found, "en");
    expect(letter.looked).toHaveLength(6);
    for (const words of [people.sunil.name, people.amara.name, "Two streets away.", because, "You objected to Sunil Raman", "the readers stay"])
      expect(letter.looked.join("\n")).toContain(words);
    expect((await letterIn(db, found, "cy")).letter.looked[0]).toContain("Darllenodd Sunil Raman bopeth");
  });
});

test("what an assessor reads is what they said last; the same again is not kept, and nobody else says any", async () => {
  must(await stateReading(db, noon, people.asha, { nations: ["wales", "england"], readsWelsh: true }));
  must(await stateReading(db, noon, people.asha, { nations: ["england", "wales"], readsWelsh: true }));
  expect((await ownInterests(db, noon, people.asha)).reading).toEqual({ nations: ["england", "wales"], readsWelsh: true });
  expect(await db.$count(auditEvents, eq(auditEvents.type, "person.reading_stated"))).toBe(1);
  expect(await stateReading(db, noon, people.moira, { nations: [], readsWelsh: false })).toEqual({ ok: false, why: "wrong_role" });
  const { caseId } = await opened();
  expect((await assigningFor(db, noon, people.moira, caseId))!.people.find(({ name }) => name === people.asha.name)!.why).toContain("reads cases of England");
});
