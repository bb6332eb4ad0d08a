import { and, eq, like } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { appealSeats, appeals } from "#db/schema/appeals";
import { letters } from "#db/schema/marks";
import { outbox } from "#db/schema/platform";
import { caseRounds, decisions, settlements } from "#db/schema/review";
import type { Level } from "#standards/format";
import type { Actor } from "~/accounts/actor";
import { grantRole } from "~/accounts/people.server";
import { decideAndAward } from "~/marks/award.server";
import { confirmChange, proposeChange } from "~/marks/change.server";
import { findDecision } from "~/marks/find-decision.server";
import { makeLetter } from "~/marks/make-letter.server";
import type { Clock } from "~/platform/clock";
import { checkInvariants } from "~/platform/invariants.server";
import type { AnswerGiven } from "~/review/appeals/answer-given";
import type { AppealContent, Ground } from "~/review/appeals/appeal";
import { answerAppeal, handBackAppeal, takeAppeal } from "~/review/appeals/first-stage.server";
import { declareOnPanel, goOnToPanel, sayOnPanel, seatPanel, writeDown } from "~/review/appeals/panel.server";
import type { PanelChoice } from "~/review/appeals/panel-choice";
import { keepAppeal } from "~/review/appeals/send-appeal.server";
import { appealsDue } from "~/review/appeals/sweep-appeals.server";
import { withdrawAppeal } from "~/review/appeals/withdraw-appeal.server";
import { settleDifference } from "~/review/settle.server";
import { takeBackFromReview } from "~/review/take-back.server";
import { caseNow } from "../support/case-now";
import { because, checked, must, openedCase, rated } from "../support/cases";
import { at, noon } from "../support/clock";
import { freshDatabase } from "../support/database";
import { decisionReason, type Scheme, scheme, statuses } from "../support/marks";

const { db, owner } = await freshDatabase();
let here: Scheme;
let people: Scheme["people"];
let secondDecider: Actor;
let thirdModerator: Actor;

/** Decided at noon on 1 June 2026: day 28 is 29 June, and its last moment 22:59:59 UTC, in summer time. */
const tenth = at("2026-06-10T12:00:00Z");
const lastMoment = at("2026-06-29T22:59:59Z");
const day29 = at("2026-06-29T23:00:00Z");
const later = at("2026-06-20T12:00:00Z");

beforeAll(async () => {
  here = await scheme(db);
  people = here.people;
  const grant = async (person: Actor, role: "decider" | "moderator") => {
    await grantRole(db, noon, { system: "test" }, { personId: person.personId, role });
    return { ...person, roles: [...person.roles, role] };
  };
  secondDecider = await grant(people.alex, "decider");
  thirdModerator = await grant(people.ines, "moderator");
});

const own = "How we do this was said in our answer, and nobody took it in.";
const about = (criteria: string[], ground: Ground = "evidence_overlooked"): AppealContent => ({ grounds: [{ ground, words: own, criteria }] });
const given = (levels: Record<string, Level | null>, findings: Partial<Record<Ground, boolean>> = {}): AnswerGiven => ({
  levels: Object.fromEntries(Object.entries(levels).map(([id, level]) => [id, { level, reason: because }])),
  findings: Object.fromEntries(Object.entries(findings).map(([ground, upheld]) => [ground, { upheld, reason: because }])),
  reason: because,
});
const keep = (assessmentId: string, content = about(["MU-1.1"]), { clock = tenth, by = people.pat, send = true }: { clock?: Clock; by?: Actor; send?: boolean } = {}) =>
  keepAppeal(db, clock, by, { assessmentId, content, send });
const decide = (caseId: string, by: Actor = people.devon, clock: Clock = noon) => decideAndAward(db, clock, by, { caseId, reason: decisionReason });
const { stateOf } = caseNow(db);
const appealOf = async (caseId: string) => (await db.select().from(appeals).where(eq(appeals.caseId, caseId)))[0]!;
const broken = async (day = "2026-06-10") => (await checkInvariants(owner, day)).filter(({ ok }) => !ok).map(({ name }) => name);
const mailsTo = async (person: Actor, subject: string) => db.$count(outbox, and(eq(outbox.to, person.email), like(outbox.subject, `%${subject}%`)));

type Levels = { first?: Record<string, Level>; second?: Record<string, Level> };
let turn = 0;
/** A decided case. Not yet, unless told otherwise: one must-have is at Not yet. */
async function decided(levels: Levels = { first: { "MU-1.1": 0 }, second: { "MU-1.1": 0 } }, clock: Clock = noon) {
  turn += 1;
  const answers = Object.fromEntries(["MU-1.1", "MU-1.2", "MU-2.1"].map((id) => [id, { level: "met" as const, how: "This is how we do it here." }]));
  const opened = await openedCase(db, people.pat, people.organisations.marshEnd.id, here.versionId, { answers, clock });
  await rated(db, opened.caseId, { assessor: turn % 2 ? people.sunil : people.asha, second: people.amara, moderator: people.moira }, levels);
  const { decision, mark } = must(await decide(opened.caseId, people.devon, clock));
  return { ...opened, decisionId: decision.id, outcome: decision.outcome, mark };
}
/** An appeal that was sent. */
async function sent(content = about(["MU-1.1"]), levels?: Levels) {
  const one = await decided(levels);
  must(await keep(one.assessmentId, content));
  return { ...one, appealId: (await appealOf(one.caseId)).id };
}
async function taken(content?: AppealContent, levels?: Levels, by: Actor = people.mal) {
  const one = await sent(content, levels);
  must(await takeAppeal(db, tenth, by, one));
  return one;
}
const three = (): PanelChoice => ({ voluntary_sector: people.hollis.personId, gp_or_link_worker: people.farah.personId, lay: people.wendy.personId });
/** Answered with nothing changed, taken on to the panel, and all three have declared. */
async function withPanel() {
  const one = await taken();
  must(await answerAppeal(db, tenth, people.mal, { appealId: one.appealId, given: given({ "MU-1.1": null }) }));
  must(await goOnToPanel(db, later, people.pat, { assessmentId: one.assessmentId, why: own }));
  must(await seatPanel(db, later, people.moira, { appealId: one.appealId, choice: three() }));
  for (const each of [people.hollis, people.farah, people.wendy]) must(await declareOnPanel(db, later, each, { appealId: one.appealId, words: "None" }));
  return one;
}

describe("an appeal is sent", () => {
  test("by an admin of the provider alone, and on nothing before the decision", async () => {
    const { assessmentId } = await decided();
    expect(await keep(assessmentId, about(["MU-1.1"]), { by: people.dee })).toMatchObject({ ok: false, why: "wrong_role" });
    for (const stranger of [people.ruth, people.moira, people.sunil, people.hollis]) expect(await keep(assessmentId, about(["MU-1.1"]), { by: stranger })).toBeUndefined();
    const open = await openedCase(db, people.pat, people.organisations.marshEnd.id, here.versionId);
    expect(await keep(open.assessmentId)).toBeUndefined();
  });

  test("until the last moment of day 28, and not on day 29", async () => {
    const [one, other] = [await decided(), await decided()];
    expect(await keep(one.assessmentId, undefined, { clock: day29 })).toMatchObject({ ok: false, why: "in_time" });
    must(await keep(one.assessmentId, undefined, { clock: lastMoment }));
    must(await keep(other.assessmentId, undefined, { clock: lastMoment, send: false }));
    expect(await keep(other.assessmentId, undefined, { clock: day29 }), "a draft is no appeal").toMatchObject({ ok: false, why: "in_time" });
  });

  test("on day 28 across 29 February", async () => {
    const { assessmentId } = await decided(undefined, at("2028-02-01T12:00:00Z"));
    expect(await keep(assessmentId, undefined, { clock: at("2028-03-01T00:00:00Z") })).toMatchObject({ ok: false, why: "in_time" });
    must(await keep(assessmentId, undefined, { clock: at("2028-02-29T23:59:59Z") }));
  });

  test("on a ground, in words, with the criteria where it is about levels; what is wrong is not sent, and nothing of it kept", async () => {
    const { assessmentId, caseId } = await decided();
    const not = [
      [{ grounds: [] }, { why: "no_ground" }],
      [{ grounds: [{ ground: "process", words: "No.", criteria: [] }] }, { why: "no_words", ground: "process" }],
      [about([], "facts_wrong"), { why: "no_criteria", ground: "facts_wrong" }],
      [about(["XX-9.9"]), { why: "no_criteria", ground: "evidence_overlooked" }],
      [{ grounds: [{ ground: "process", words: "x".repeat(5001), criteria: [] }] }, { why: "too_long", ground: "process" }],
      [{ grounds: [{ ground: "conflict", words: "It was about NHS number 943 476 5919.", criteria: [] }] }, { why: "personal", ground: "conflict" }],
    ] as const;
    for (const [content, why] of not) expect(await keep(assessmentId, content as unknown as AppealContent)).toMatchObject({ ok: false, ...why });
    expect(await appealOf(caseId)).toBeUndefined();
    must(await keep(assessmentId, { grounds: [] }, { send: false }));
    expect(await appealOf(caseId)).toMatchObject({ state: "drafting", sentAt: null });
    must(await keep(assessmentId, about([], "process")));
  });

  test("once: twenty at a time are one appeal, and what was sent is never changed", async () => {
    const { assessmentId, caseId } = await decided();
    const all = await Promise.all(Array.from({ length: 20 }, () => keep(assessmentId)));
    expect(all.filter((each) => each?.ok)).toHaveLength(1);
    expect(all.filter((each) => each && !each.ok && each.why === "wrong_state")).toHaveLength(19);
    expect(await db.$count(appeals, eq(appeals.caseId, caseId))).toBe(1);
    await expect(db.update(appeals).set({ content: "{}" }).where(eq(appeals.caseId, caseId))).rejects.toMatchObject({ cause: { code: "23001" } });
    expect(await mailsTo(people.pat, "We have your appeal")).toBeGreaterThan(0);
    expect(await mailsTo(people.mal, "An appeal to answer")).toBeGreaterThan(0);
  });

  test("and answered within 15 working days of the provider’s nation: a bank holiday does not count", async () => {
    const { assessmentId, caseId } = await decided(undefined, at("2026-08-10T12:00:00Z"));
    must(await keep(assessmentId, undefined, { clock: at("2026-08-14T12:00:00Z") }));
    // Fifteen working days after Friday 14 August, with the holiday of 31 August.
    expect((await appealOf(caseId)).dueOn).toBe("2026-09-07");
  });

  test("can be taken back while it waits, not after it was answered", async () => {
    const one = await taken();
    expect(await withdrawAppeal(db, tenth, people.dee, one)).toMatchObject({ ok: false, why: "wrong_role" });
    must(await withdrawAppeal(db, tenth, people.pat, one));
    expect(await answerAppeal(db, tenth, people.mal, { appealId: one.appealId, given: given({ "MU-1.1": 2 }) })).toMatchObject({ ok: false, why: "wrong_state" });
    expect(await keep(one.assessmentId), "and not sent again").toMatchObject({ ok: false, why: "wrong_state" });
    const other = await taken();
    must(await answerAppeal(db, tenth, people.mal, { appealId: other.appealId, given: given({ "MU-1.1": null }) }));
    expect(await withdrawAppeal(db, tenth, people.pat, other)).toMatchObject({ ok: false, why: "wrong_state" });
  });
});

describe("the first answer", () => {
  test("is for a moderator who had no part: not the one who settled, and who chose the readers only where that is what it is about", async () => {
    const settledByMoira = await decidedAfterSettling();
    must(await keep(settledByMoira.assessmentId));
    const { id: appealId } = await appealOf(settledByMoira.caseId);
    expect(await takeAppeal(db, tenth, people.moira, { appealId })).toMatchObject({ ok: false, why: "involved" });
    must(await takeAppeal(db, tenth, people.mal, { appealId }));

    const plain = await sent();
    must(await takeAppeal(db, tenth, people.moira, plain));
    const process = await sent(about([], "process"));
    expect(await takeAppeal(db, tenth, people.moira, process)).toMatchObject({ ok: false, why: "involved" });
    must(await takeAppeal(db, tenth, people.mal, process));
  });

  test("is for nobody of the provider, nobody who rated or decided, and nobody with another role", async () => {
    const one = await sent();
    const asModerator = (person: Actor): Actor => ({ ...person, roles: [...person.roles, "moderator"] });
    expect(await takeAppeal(db, tenth, asModerator(people.dee), one)).toBeUndefined();
    for (const involved of [people.amara, people.devon]) expect(await takeAppeal(db, tenth, asModerator(involved), one)).toMatchObject({ ok: false, why: "involved" });
    for (const stranger of [people.devon, people.sunil, people.hollis, people.edith, people.pat]) expect(await takeAppeal(db, tenth, stranger, one)).toBeUndefined();
  });

  test("is for one of two who take it at once", async () => {
    const one = await sent();
    const all = await Promise.all([people.moira, people.mal, thirdModerator].map((by) => takeAppeal(db, tenth, by, one)));
    expect(all.filter((each) => each?.ok)).toHaveLength(1);
    expect(all.filter((each) => each && !each.ok && each.why === "wrong_state")).toHaveLength(2);
  });

  test("can be handed back for another; its last day stays", async () => {
    const one = await taken();
    const { dueOn } = await appealOf(one.caseId);
    expect(await answerAppeal(db, tenth, people.moira, { appealId: one.appealId, given: given({ "MU-1.1": 2 }) })).toMatchObject({ ok: false, why: "wrong_role" });
    must(await handBackAppeal(db, later, people.moira, one));
    must(await takeAppeal(db, later, thirdModerator, one));
    expect(await appealOf(one.caseId)).toMatchObject({ judgeId: thirdModerator.personId, dueOn });
  });

  test("speaks to every point, each with a reason", async () => {
    const one = await taken({ grounds: [...about(["MU-1.1", "MU-1.2"]).grounds, { ground: "process", words: own, criteria: [] }] });
    const answer = (what: AnswerGiven) => answerAppeal(db, tenth, people.mal, { appealId: one.appealId, given: what });
    expect(await answer(given({ "MU-1.1": 2 }))).toMatchObject({
      why: "every_point",
      faults: { "level-MU-1.2": "no_choice", "reason-MU-1.2": "reason_missing", "found-process": "no_choice" },
    });
    expect(await answer({ ...given({ "MU-1.1": 2, "MU-1.2": null }, { process: true }), reason: " " })).toMatchObject({ why: "every_point", faults: { reason: "reason_missing" } });
    must(await answer(given({ "MU-1.1": 2, "MU-1.2": null }, { process: false })));
    expect((await appealOf(one.caseId)).state).toBe("answered");
  });

  test("that changes no level leaves everything as it was, and both sides are told why", async () => {
    const one = await taken();
    must(await answerAppeal(db, tenth, people.mal, { appealId: one.appealId, given: given({ "MU-1.1": null }) }));
    expect(await stateOf(one.caseId)).toBe("decided");
    expect(await db.$count(caseRounds, eq(caseRounds.caseId, one.caseId))).toBe(0);
    for (const [person, subject] of [
      [people.pat, "The answer to your appeal"],
      [people.devon, "What an appeal came to"],
      [people.amara, "What an appeal came to"],
    ] as const)
      expect(await mailsTo(person, subject)).toBeGreaterThan(0);
  });

  test("that changes a level has the case decided anew, once, by somebody who had no part: one decision, one letter, one mark", async () => {
    const one = await taken();
    must(await answerAppeal(db, tenth, people.mal, { appealId: one.appealId, given: given({ "MU-1.1": 2 }) }));
    expect(await stateOf(one.caseId)).toBe("deciding");
    expect(await db.select().from(caseRounds).where(eq(caseRounds.caseId, one.caseId))).toMatchObject([{ no: 2, kind: "appeal", criteria: ["MU-1.1"] }]);
    expect(await db.select().from(settlements).where(eq(settlements.caseId, one.caseId))).toMatchObject([{ round: 2, level: 2, settledBy: people.mal.personId }]);
    expect(await takeBackFromReview(db, tenth, people.pat, one), "it was decided once").toMatchObject({ ok: false, why: "not_reopened" });
    expect(await decide(one.caseId, people.devon, tenth), "who decided before").toMatchObject({ ok: false, why: "judged" });
    expect(await decide(one.caseId, { ...people.mal, roles: ["moderator", "decider"] }, tenth), "who answered the appeal").toMatchObject({ ok: false });
    const all = await Promise.all(Array.from({ length: 5 }, () => decide(one.caseId, secondDecider, tenth)));
    expect(all.filter((each) => each?.ok)).toHaveLength(1);
    const made = await db.select().from(decisions).where(eq(decisions.caseId, one.caseId)).orderBy(decisions.round);
    expect(made.map(({ outcome, round }) => [round, outcome])).toEqual([
      [1, "not_awarded"],
      [2, "assured"],
    ]);
    for (const { id } of made) await makeLetter(db, tenth, id);
    for (const { id } of made) await makeLetter(db, tenth, id);
    expect(await Promise.all(made.map(({ id }) => db.$count(letters, eq(letters.decisionId, id))))).toEqual([1, 1]);
    expect((await findDecision(db, made[1]!.id))?.ratings["MU-1.1"]).toEqual({ level: 2, reason: because });
    expect((await findDecision(db, made[0]!.id))?.ratings["MU-1.1"]).toEqual({ level: 0, reason: because });
    expect(Object.values(await statuses(db, tenth)).filter((status) => status === "live")).toHaveLength(1);
    expect(await stateOf(one.caseId)).toBe("decided");
    expect(await keep(one.assessmentId), "what was decided anew goes on to the panel, not round again").toMatchObject({ ok: false, why: "wrong_state" });
    expect(await broken()).toEqual([]);
  });

  test("that changes a level and not the outcome is decided anew too, for its letter; the mark stays the one it was", async () => {
    const one = await taken(about(["MU-2.1"]), { first: { "MU-2.1": 2 } });
    expect(one.outcome).toBe("assured");
    const before = await statuses(db, tenth);
    must(await answerAppeal(db, tenth, people.mal, { appealId: one.appealId, given: given({ "MU-2.1": 3 }) }));
    expect(await statuses(db, tenth)).toEqual(before);
    const anew = must(await decide(one.caseId, secondDecider, tenth));
    expect(anew).toMatchObject({ decision: { outcome: "assured" }, mark: { code: one.mark!.code } });
    expect(await statuses(db, tenth)).toEqual(before);
    expect(await findDecision(db, anew.decision.id)).toMatchObject({ mark: { code: one.mark!.code }, ratings: { "MU-2.1": { level: 3 } } });
    expect(await broken()).toEqual([]);
  });

  test("never lifts a suspension: the mark stays suspended, and nothing is decided anew until that is settled", async () => {
    const one = await taken(about(["MU-2.1"]), { first: { "MU-2.1": 2 } });
    const { code } = one.mark!;
    const { proposalId } = must(await proposeChange(db, tenth, people.moira, { code, kind: "suspend", reasonClass: "being_looked_into", note: because }));
    must(await confirmChange(db, tenth, people.mal, { code, proposalId }));
    must(await answerAppeal(db, tenth, people.mal, { appealId: one.appealId, given: given({ "MU-2.1": 0 }) }));
    expect((await statuses(db, tenth))[code]).toBe("suspended");
    expect(await decide(one.caseId, secondDecider, tenth)).toMatchObject({ ok: false, why: "mark_suspended" });
    expect((await statuses(db, tenth))[code]).toBe("suspended");
    expect(await stateOf(one.caseId)).toBe("deciding");
    const back = must(await proposeChange(db, tenth, people.moira, { code, kind: "reinstate", note: because }));
    must(await confirmChange(db, tenth, people.mal, { code, proposalId: back.proposalId }));
    must(await decide(one.caseId, secondDecider, tenth));
    expect(await broken()).toEqual([]);
  });
});

/** Moira settled a difference in it, and it came to Not yet. */
async function decidedAfterSettling() {
  turn += 1;
  const opened = await openedCase(db, people.pat, people.organisations.marshEnd.id, here.versionId, {
    answers: Object.fromEntries(["MU-1.1", "MU-1.2", "MU-2.1"].map((id) => [id, { level: "met" as const, how: "This is how we do it here." }])),
  });
  await rated(
    db,
    opened.caseId,
    { assessor: turn % 2 ? people.sunil : people.asha, second: people.amara, moderator: people.moira },
    { first: { "MU-1.1": 0 }, second: { "MU-1.1": 2 } },
  );
  must(await settleDifference(db, noon, people.moira, { caseId: opened.caseId, criterion: "MU-1.1", level: 0, reason: because }));
  await checked(db, opened.caseId);
  must(await decide(opened.caseId));
  return opened;
}

describe("the panel", () => {
  test("is asked within 28 days of the answer, the last one included, with words; and answers within 30 working days", async () => {
    const one = await taken();
    must(await answerAppeal(db, tenth, people.mal, { appealId: one.appealId, given: given({ "MU-1.1": null }) }));
    const on = (clock: Clock, by: Actor = people.pat, why = own) => goOnToPanel(db, clock, by, { assessmentId: one.assessmentId, why });
    expect(await on(later, people.dee)).toMatchObject({ ok: false, why: "wrong_role" });
    expect(await on(later, people.pat, "No.")).toMatchObject({ ok: false, why: "reason_short" });
    expect(await on(at("2026-07-08T23:00:00Z"))).toMatchObject({ ok: false, why: "in_time" });
    must(await on(at("2026-07-08T22:59:59Z")));
    // Thirty working days after Wednesday 8 July, none of them a holiday in England.
    expect((await appealOf(one.caseId)).panelDueOn).toBe("2026-08-19");
  });

  test("is not asked any more on day 29: the appeal is closed by itself", async () => {
    const one = await taken();
    must(await answerAppeal(db, tenth, people.mal, { appealId: one.appealId, given: given({ "MU-1.1": null }) }));
    await appealsDue(db, at("2026-07-08T22:59:59Z"));
    expect((await appealOf(one.caseId)).state).toBe("answered");
    expect(await appealsDue(db, at("2026-07-08T23:00:00Z"))).toBeGreaterThan(0);
    expect((await appealOf(one.caseId)).state).toBe("closed");
  });

  test("is named by a moderator who had no part and did not answer, of three people, one a seat, none of whom had a part", async () => {
    const one = await taken();
    must(await answerAppeal(db, tenth, people.mal, { appealId: one.appealId, given: given({ "MU-1.1": null }) }));
    must(await goOnToPanel(db, later, people.pat, { assessmentId: one.assessmentId, why: own }));
    const seat = (choice: Partial<PanelChoice>, by: Actor = people.moira) => seatPanel(db, later, by, { appealId: one.appealId, choice: { ...three(), ...choice } });
    expect(await seat({}, people.mal)).toMatchObject({ ok: false, why: "judged" });
    expect(await seat({ lay: "" })).toMatchObject({ why: "right_seats", faults: { lay: "nobody" } });
    expect(await seat({ lay: people.hollis.personId })).toMatchObject({ why: "right_seats", faults: { voluntary_sector: "twice" } });
    expect(await seat({ lay: people.edith.personId })).toMatchObject({ faults: { lay: "not_panel" } });
    for (const [person, fault] of [
      [people.amara, "involved"],
      [people.devon, "involved"],
      [people.mal, "judged"],
      [people.dee, "of_provider"],
    ] as const) {
      await grantRole(db, noon, { system: "test" }, { personId: person.personId, role: "panel" });
      expect(await seat({ lay: person.personId })).toMatchObject({ faults: { lay: fault } });
    }
    must(await seat({}));
    expect(await seat({})).toMatchObject({ faults: { voluntary_sector: "no_change" } });
    expect(await mailsTo(people.pat, "Who answers your appeal")).toBeGreaterThan(0);
  });

  test("opens once all three have typed “none”; a tie ends a seat, and that person is not seated again", async () => {
    const one = await taken();
    must(await answerAppeal(db, tenth, people.mal, { appealId: one.appealId, given: given({ "MU-1.1": null }) }));
    must(await goOnToPanel(db, later, people.pat, { assessmentId: one.assessmentId, why: own }));
    must(await seatPanel(db, later, people.moira, { appealId: one.appealId, choice: three() }));
    const declare = (by: Actor, words: string) => declareOnPanel(db, later, by, { appealId: one.appealId, words });
    expect(await declare(people.hollis, " ")).toMatchObject({ ok: false, why: "nothing_typed" });
    must(await declare(people.hollis, "none"));
    must(await declare(people.farah, "“none”."));
    expect(await writeDown(db, later, people.hollis, { appealId: one.appealId, given: given({ "MU-1.1": 2 }) })).toMatchObject({ ok: false, why: "wrong_state" });
    expect(must(await declare(people.wendy, "My sister gardens there."))).toMatchObject({ conflict: true });
    expect((await appealOf(one.caseId)).state).toBe("with_panel");
    expect(await declare(people.wendy, "none"), "she knows of it no more").toBeUndefined();
    expect(await seatPanel(db, later, people.moira, { appealId: one.appealId, choice: three() })).toMatchObject({ faults: { lay: "conflict" } });
    await grantRole(db, noon, { system: "test" }, { personId: people.gareth.personId, role: "panel" });
    must(await seatPanel(db, later, people.moira, { appealId: one.appealId, choice: { ...three(), lay: people.gareth.personId } }));
    must(await declare({ ...people.gareth, roles: ["panel"] }, "none"));
    expect((await appealOf(one.caseId)).state).toBe("deliberating");
    expect(await db.$count(appealSeats, eq(appealSeats.appealId, one.appealId))).toBe(4);
  });

  test("writes one answer down, and all three confirm it: final, and the case is decided anew", async () => {
    const one = await withPanel();
    const written = async () => (await owner<{ id: string }[]>`select id from appeal_answers where appeal_id = ${one.appealId} and stage = 2 order by seq desc limit 1`)[0]!.id;
    must(await writeDown(db, later, people.farah, { appealId: one.appealId, given: given({ "MU-1.1": 2 }) }));
    const answerId = await written();
    const say = (by: Actor, agrees = true, words = "", id = answerId) => sayOnPanel(db, later, by, { appealId: one.appealId, answerId: id, agrees, words });
    expect(await say(people.farah)).toMatchObject({ ok: false, why: "said_already" });
    expect(await say(people.hollis, false, "No.")).toMatchObject({ ok: false, why: "reason_short" });
    expect(await say(people.mal)).toMatchObject({ ok: false, why: "wrong_role" });
    const both = await Promise.all([say(people.hollis), say(people.wendy)]);
    expect(both.filter((each) => each?.ok && each.final)).toHaveLength(1);
    expect(both.every((each) => each?.ok)).toBe(true);
    expect(await appealOf(one.caseId)).toMatchObject({ state: "closed" });
    expect(await stateOf(one.caseId)).toBe("deciding");
    expect(await db.$count(caseRounds, eq(caseRounds.caseId, one.caseId))).toBe(1);
    for (const judge of [people.farah, people.hollis, people.mal])
      expect(await decide(one.caseId, { ...judge, roles: ["decider"] }, later), "nobody who judged the appeal decides").toMatchObject({ ok: false });
    expect(must(await decide(one.caseId, secondDecider, later)).decision.outcome).toBe("assured");
    expect(await withdrawAppeal(db, later, people.pat, one)).toMatchObject({ ok: false, why: "wrong_state" });
    expect(await broken()).toEqual([]);
  });

  test("by two of three: the third says why not, and that is noted; two who do not agree have it written anew", async () => {
    const one = await withPanel();
    const written = async () => (await owner<{ id: string }[]>`select id from appeal_answers where appeal_id = ${one.appealId} and stage = 2 order by seq desc limit 1`)[0]!.id;
    const say = async (by: Actor, agrees: boolean, answerId: string) => sayOnPanel(db, later, by, { appealId: one.appealId, answerId, agrees, words: because });
    must(await writeDown(db, later, people.farah, { appealId: one.appealId, given: given({ "MU-1.1": 3 }) }));
    const first = await written();
    must(await say(people.hollis, false, first));
    must(await say(people.wendy, false, first));
    expect((await appealOf(one.caseId)).state).toBe("deliberating");
    must(await writeDown(db, later, people.wendy, { appealId: one.appealId, given: given({ "MU-1.1": null }) }));
    const second = await written();
    expect(await say(people.hollis, true, first), "not what was before").toMatchObject({ ok: false, why: "written_anew" });
    must(await say(people.hollis, true, second));
    expect((await appealOf(one.caseId)).state, "the third has not spoken").toBe("deliberating");
    expect(must(await say(people.farah, false, second))).toMatchObject({ final: true });
    expect(await appealOf(one.caseId)).toMatchObject({ state: "closed" });
    expect(await stateOf(one.caseId)).toBe("decided");
    expect(await owner`select agrees, words from appeal_voices where answer_id = ${second} and not agrees`).toMatchObject([{ agrees: false, words: because }]);
  });

  test("after a first answer that changed a level waits with its own until that is decided", async () => {
    const one = await taken();
    must(await answerAppeal(db, tenth, people.mal, { appealId: one.appealId, given: given({ "MU-1.1": 2 }) }));
    must(await goOnToPanel(db, later, people.pat, { assessmentId: one.assessmentId, why: own }));
    must(await seatPanel(db, later, people.moira, { appealId: one.appealId, choice: three() }));
    for (const each of [people.hollis, people.farah, people.wendy]) must(await declareOnPanel(db, later, each, { appealId: one.appealId, words: "none" }));
    must(await writeDown(db, later, people.farah, { appealId: one.appealId, given: given({ "MU-1.1": 3 }) }));
    const [{ id: answerId }] = await owner<[{ id: string }]>`select id from appeal_answers where appeal_id = ${one.appealId} and stage = 2`;
    for (const by of [people.hollis, people.wendy]) must(await sayOnPanel(db, later, by, { appealId: one.appealId, answerId, agrees: true, words: "" }));
    expect((await appealOf(one.caseId)).state).toBe("deliberating");
    must(await decide(one.caseId, secondDecider, later));
    await appealsDue(db, later);
    expect((await appealOf(one.caseId)).state).toBe("closed");
    expect(await db.select({ no: caseRounds.no, kind: caseRounds.kind }).from(caseRounds).where(eq(caseRounds.caseId, one.caseId)).orderBy(caseRounds.no)).toEqual([
      { no: 2, kind: "appeal" },
      { no: 3, kind: "appeal" },
    ]);
    expect(await decide(one.caseId, secondDecider, later), "who took the second decision is barred from the third").toMatchObject({ ok: false, why: "judged" });
  });
});
