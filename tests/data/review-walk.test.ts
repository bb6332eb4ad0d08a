import { sql } from "drizzle-orm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { caseMoves } from "#db/schema/review";
import type { Level } from "#standards/format";
import type { Actor } from "~/accounts/actor";
import { verifyChain } from "~/audit/verify.server";
import { assignReaders } from "~/review/assign.server";
import { decideCase } from "~/review/decide.server";
import { declareConflict } from "~/review/declare.server";
import { settleDifference } from "~/review/settle.server";
import { stepAside } from "~/review/step-aside.server";
import { takeBackFromReview } from "~/review/take-back.server";
import { all, because, mustHaves, openedCase, publishSmall, rate } from "../support/cases";
import { noon } from "../support/clock";
import { freshDatabase } from "../support/database";
import { cast } from "../support/people";

const { db, sql: raw } = await freshDatabase();
const people = await cast(db);
const versionId = await publishSmall(db);

/** Some have several roles, one is a moderator and decision-maker who belongs to the provider, one has nothing to do with it. */
const actors: Record<string, Actor> = {
  sunil: people.sunil,
  amara: { ...people.amara, roles: ["assessor", "moderator", "decider"] },
  asha: people.asha,
  moira: { ...people.moira, roles: ["moderator", "decider"] },
  devon: people.devon,
  pat: people.pat,
  insider: { ...people.dee, roles: ["moderator", "decider"] },
  edith: people.edith,
};
const names = Object.keys(actors);
const assessors = ["sunil", "amara", "asha"];

type Op =
  | { do: "assign"; by: string; assessor: string; second: string }
  | { do: "declare"; by: string; words: string }
  | { do: "step_aside"; by: string; reason: string }
  | { do: "rate"; by: string; criterion: string; level: Level | null; reason: string }
  | { do: "settle"; by: string; criterion: string; level: Level; reason: string }
  | { do: "decide"; by: string; reason: string }
  | { do: "take_back"; by: string };
type Reader = { who: string; declared: boolean };

/** The case as plain reading of the rules has it: written anew here, and not taken from the move table. */
class Model {
  state = "waiting";
  assessor: Reader | undefined;
  second: Reader | undefined;
  conflicted = new Set<string>();
  rated: { by: string; part: "assessor" | "second"; criterion: string; level: Level | null }[] = [];
  settled = new Map<string, { by: string; level: Level }>();

  private seat(who: string) {
    return this.assessor?.who === who ? ("assessor" as const) : this.second?.who === who ? ("second" as const) : undefined;
  }
  private latest(part: "assessor" | "second", criterion: string) {
    return this.rated.findLast((each) => each.part === part && each.criterion === criterion && each.by === this[part]?.who);
  }
  private complete() {
    return all.every((id) => this.latest("assessor", id)) && mustHaves.every((id) => this.latest("second", id));
  }
  private open() {
    return mustHaves.filter((id) => {
      const [a, b] = [this.latest("assessor", id)!.level!, this.latest("second", id)!.level!];
      return !this.settled.has(id) && (Math.abs(a - b) > 1 || (a !== b && Math.min(a, b) === 1 && Math.max(a, b) === 2));
    });
  }

  allows(op: Op): boolean {
    const { by } = op;
    const roles = actors[by]!.roles;
    const seat = this.seat(by);
    const ofProvider = by === "pat" || by === "insider";
    const enough = "reason" in op && op.reason.trim().length >= 20;
    switch (op.do) {
      case "assign":
        return (
          ["waiting", "declaring", "assessing"].includes(this.state) &&
          roles.includes("moderator") &&
          !ofProvider &&
          assessors.includes(op.assessor) &&
          assessors.includes(op.second) &&
          op.assessor !== op.second &&
          !this.conflicted.has(op.assessor) &&
          !this.conflicted.has(op.second) &&
          !(this.assessor?.who === op.assessor && this.second?.who === op.second)
        );
      case "declare":
        return this.state === "declaring" && seat !== undefined && op.words.trim() !== "";
      case "step_aside":
        return ["declaring", "assessing"].includes(this.state) && seat !== undefined && op.reason.trim() !== "";
      case "rate":
        return (
          this.state === "assessing" &&
          seat !== undefined &&
          this[seat]!.declared &&
          enough &&
          (seat === "assessor" || mustHaves.includes(op.criterion)) &&
          (op.level !== null || op.criterion === "MU-2.1")
        );
      case "settle": {
        if (
          this.state !== "moderating" ||
          !roles.includes("moderator") ||
          ofProvider ||
          this.rated.some((each) => each.by === by) ||
          !enough ||
          !this.open().includes(op.criterion)
        )
          return false;
        const between = [this.latest("assessor", op.criterion)!.level!, this.latest("second", op.criterion)!.level!];
        return op.level >= Math.min(...between) && op.level <= Math.max(...between);
      }
      case "decide":
        return (
          this.state === "deciding" &&
          roles.includes("decider") &&
          !ofProvider &&
          !this.rated.some((each) => each.by === by) &&
          ![...this.settled.values()].some((each) => each.by === by) &&
          enough
        );
      case "take_back":
        return by === "pat" && this.state !== "decided" && this.state !== "withdrawn";
    }
  }

  apply(op: Op) {
    switch (op.do) {
      case "assign":
        if (this.assessor?.who !== op.assessor) this.assessor = { who: op.assessor, declared: false };
        if (this.second?.who !== op.second) this.second = { who: op.second, declared: false };
        this.state = "declaring";
        break;
      case "declare":
        if (op.words.trim().toLowerCase() !== "none") {
          this.conflicted.add(op.by);
          this.leave(op.by);
        } else {
          this[this.seat(op.by)!]!.declared = true;
          if (this.assessor?.declared && this.second?.declared) this.read();
        }
        break;
      case "step_aside":
        this.leave(op.by);
        break;
      case "rate":
        this.rated.push({ by: op.by, part: this.seat(op.by)!, criterion: op.criterion, level: op.level });
        this.read();
        break;
      case "settle":
        this.settled.set(op.criterion, { by: op.by, level: op.level });
        if (this.open().length === 0) this.state = "deciding";
        break;
      case "decide":
        this.state = "decided";
        break;
      case "take_back":
        this.state = "withdrawn";
    }
  }
  private read() {
    this.state = !this.complete() ? "assessing" : this.open().length > 0 ? "moderating" : "deciding";
  }
  private leave(who: string) {
    this[this.seat(who)!] = undefined;
    this.state = "waiting";
  }
}

const because20 = fc.constantFrom(because, because, because, "too short", " ");
const level = fc.constantFrom<Level>(0, 1, 2, 3);
const who = fc.constantFrom(...names);
const anyOp: fc.Arbitrary<Op> = fc.oneof(
  fc.record({ do: fc.constant("assign" as const), by: who, assessor: who, second: who }),
  fc.record({ do: fc.constant("declare" as const), by: who, words: fc.constantFrom("none", "None ", "I volunteer there", " ") }),
  fc.record({ do: fc.constant("step_aside" as const), by: who, reason: fc.constantFrom("I am ill", "") }),
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant("rate" as const), by: who, criterion: fc.constantFrom(...all), level: fc.option(level, { nil: null, freq: 6 }), reason: because20 }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("settle" as const), by: who, criterion: fc.constantFrom(...all), level, reason: because20 }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("decide" as const), by: who, reason: because20 }) },
  fc.record({ do: fc.constant("take_back" as const), by: who }),
);
/** Everything worth trying that leads on: without it a random walk hardly ever gets anywhere. */
const onwards: Op[] = [
  ...assessors.flatMap((assessor) => assessors.map((second): Op => ({ do: "assign", by: "moira", assessor, second }))),
  ...assessors.map((by): Op => ({ do: "declare", by, words: "none" })),
  ...assessors.flatMap((by) => all.flatMap((criterion) => ([1, 2, 3] as const).map((level): Op => ({ do: "rate", by, criterion, level, reason: because })))),
  ...["moira", "amara"].flatMap((by) => mustHaves.flatMap((criterion) => ([1, 2] as const).map((level): Op => ({ do: "settle", by, criterion, level, reason: because })))),
  ...["devon", "moira", "amara"].map((by): Op => ({ do: "decide", by, reason: because })),
];
const step = fc.oneof({ weight: 3, arbitrary: fc.nat().map((pick) => ({ pick })) }, { weight: 1, arbitrary: anyOp.map((op) => ({ op })) });

async function perform(op: Op, caseId: string, assessmentId: string) {
  const actor = actors[op.by]!;
  switch (op.do) {
    case "assign":
      return assignReaders(db, noon, actor, { caseId, assessor: actors[op.assessor]!.personId, second_reader: actors[op.second]!.personId });
    case "declare":
      return declareConflict(db, noon, actor, { caseId, words: op.words });
    case "step_aside":
      return stepAside(db, noon, actor, { caseId, reason: op.reason });
    case "rate":
      return rate(db, actor, caseId, op.criterion, op.level, op.reason);
    case "settle":
      return settleDifference(db, noon, actor, { caseId, criterion: op.criterion, level: op.level, reason: op.reason });
    case "decide":
      return decideCase(db, noon, actor, { caseId, reason: op.reason });
    case "take_back":
      return takeBackFromReview(db, noon, actor, { assessmentId });
  }
}

/** Everything a command could have changed, in one value. */
async function traceOf(caseId: string): Promise<{ state: string; rest: string }> {
  const [row] = await db.execute<{ state: string; rest: string }>(sql`select c.state, concat_ws('/',
    (select state from assessments a join submissions s on s.assessment_id = a.id where s.id = c.submission_id),
    (select count(*) from case_moves where case_id = c.id), (select count(*) from ratings where case_id = c.id), (select count(*) from settlements where case_id = c.id),
    (select count(*) from decisions where case_id = c.id), (select md5(string_agg(a::text, '|' order by a.id)) from assignments a where case_id = c.id),
    (select count(*) from outbox), (select max(seq) from audit_events)) as rest from cases c where c.id = ${caseId}`);
  return row!;
}

test("any walk through the commands: what the rules allow happens, everything else is refused and changes nothing", { timeout: 120_000 }, async () => {
  const seed = Number(process.env.WALK_SEED ?? Math.floor(Math.random() * 2 ** 31));
  const reached = new Set<string>();
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 12, maxLength: 24 }), async (steps) => {
      const { caseId, assessmentId } = await openedCase(db, people.pat, people.organisations.marshEnd.id, versionId);
      const model = new Model();
      let before = await traceOf(caseId);
      for (const each of steps) {
        const possible = "pick" in each ? onwards.filter((op) => model.allows(op) && (op.do !== "assign" || model.state === "waiting")) : [];
        const op = "pick" in each ? possible[each.pick % possible.length] : each.op;
        if (!op) continue;
        const allowed = model.allows(op);
        const answer = await perform(op, caseId, assessmentId);
        const after = await traceOf(caseId);
        expect({ op, ok: answer?.ok ?? false }).toEqual({ op, ok: allowed });
        if (allowed) model.apply(op);
        else expect(after).toEqual(before);
        expect({ op, state: after.state }).toEqual({ op, state: model.state });
        before = after;
      }
      reached.add(model.state);
      const moves = await db.select().from(caseMoves).where(sql`${caseMoves.caseId} = ${caseId}`).orderBy(caseMoves.seq);
      const states = ["waiting", ...moves.map(({ toState }) => toState)];
      expect(moves.map(({ fromState }) => fromState)).toEqual(states.slice(0, -1));
      expect(states.at(-1)).toBe(model.state);
    }),
    { seed, numRuns: 60, endOnFailure: true },
  );
  console.info(`walked with WALK_SEED=${seed}; cases ended ${[...reached].sort().join(", ")}`);
  expect(await verifyChain(raw)).toMatchObject({ ok: true });
});
