import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Standard } from "#standards/format";
import { Answer, levelWords } from "~/assessments/answer";
import { Carried, type CarriedAnswer, type CarriedAnswers, keepsLevel, mostAsked, type Said, waits } from "~/assessments/carried";
import { fatesOf } from "~/assessments/fates";
import { fromLastTime } from "~/assessments/last-time";
import { migrate, migrateThrough, type Step } from "~/assessments/migrate";
import { claimsNa, tidy } from "~/assessments/parts";
import { assessmentStates, caseStates, permit, standings } from "~/assessments/workflow";
import { applies } from "~/standards/applies";
import { canonical } from "~/standards/canonical";
import { moving } from "../support/migrations";

const many = { numRuns: 1000 };

/** Everything somebody typed, by where it stands: levels and claims are choices, and not among it. */
const typed = ({ answer: { how, evidence, na, plan }, privateNote }: CarriedAnswer) => JSON.stringify({ how, evidence, reason: na?.reason, words: na?.words, plan, privateNote });
/** As the database keeps it and gives it back. */
const stored = (answers: CarriedAnswers): CarriedAnswers =>
  Object.fromEntries(
    Object.entries(JSON.parse(JSON.stringify(answers)) as CarriedAnswers).map(([id, { answer, privateNote, carried }]) => [
      id,
      { answer: Answer.parse(answer), privateNote, ...(carried ? { carried: Carried.parse(carried) } : {}) },
    ]),
  );

function lostFrom(given: CarriedAnswers, { answers, archived }: Pick<Step, "answers" | "archived">) {
  return Object.entries(given).filter(([id, each]) => {
    const words = typed(each);
    const stays = answers[id] && typed(answers[id]) === words;
    return !stays && !archived.some(({ criterion, answer }) => criterion === id && typed(answer) === words);
  });
}

const saysSomething = ({ answer }: CarriedAnswer) => Object.keys(tidy(answer)).length > 0;
const same = (one: unknown, other: unknown) => canonical(one) === canonical(other);

function frozen<T>(value: T): T {
  if (typeof value === "object" && value !== null) for (const each of Object.values(Object.freeze(value))) frozen(each);
  return value;
}

const said = (standard: Standard, id: string, each: CarriedAnswer | undefined): Said | undefined =>
  each && (claimsNa(standard.criteria.find((criterion) => criterion.id === id)!, each.answer) ? "does-not-apply" : (each.answer.level ?? each.carried?.suggested));
const rank = (level: Said) => (level === "does-not-apply" ? -1 : levelWords.indexOf(level));

describe("moving a draft to a newer version", () => {
  test("never deletes words or evidence: each is in the new draft, or archived as it was", () => {
    fc.assert(
      fc.property(moving, ({ draft, versions: [first, second, third] }) => {
        const once = lostFrom(draft.answers, migrate(draft, first, second));
        return once.length + lostFrom(draft.answers, migrateThrough(draft, first, [second, third])).length === 0;
      }),
      many,
    );
  });

  test("ten thousand moves lose not one character", () => {
    let characters = 0;
    fc.assert(
      fc.property(moving, ({ draft, versions: [first, second, third] }) => {
        if (lostFrom(draft.answers, migrateThrough(draft, first, [second, third])).length > 0) return false;
        for (const each of Object.values(draft.answers)) characters += typed(each).length;
        return true;
      }),
      { numRuns: 10_000 },
    );
    expect(characters).toBeGreaterThan(1_000_000);
  });

  test("in two moves comes to the same as in one, even with what the database keeps in between", () => {
    fc.assert(
      fc.property(moving, ({ draft, versions: [first, second, third] }) => {
        const halfway = migrate(draft, first, second);
        const twice = migrate({ facts: draft.facts, answers: stored(halfway.answers) }, second, third);
        const once = migrateThrough(draft, first, [second, third]);
        return same([stored(twice.answers), ...halfway.archived, ...twice.archived], [stored(once.answers), ...once.archived]);
      }),
      many,
    );
  });

  test("changes nothing of what it is given, so that going back finds everything as it was; and comes to the same each time", () => {
    fc.assert(
      fc.property(moving, ({ draft, versions: [first, second, third] }) => {
        const before = JSON.stringify(draft);
        const moved = migrateThrough(frozen(draft), frozen(first), [frozen(second), frozen(third)]);
        return same(draft, JSON.parse(before)) && same(migrateThrough(JSON.parse(before), first, [second, third]), moved);
      }),
      many,
    );
  });

  test("never raises a rating: what stands is what was said, and what is suggested is no more than any of the answers it comes from", () => {
    fc.assert(
      fc.property(moving, ({ draft, versions: [first, second] }) => {
        const { answers, origins } = migrate(draft, first, second);
        return second.criteria.every((criterion) => {
          const now = answers[criterion.id];
          const sources = origins[criterion.id]!.sources;
          const stands = now?.answer.level;
          if (stands && !same([sources, stands], [[criterion.id], draft.answers[criterion.id]?.answer.level])) return false;
          const suggested = now?.carried?.suggested;
          const askedBefore = sources.filter((id) => applies(first.criteria.find((each) => each.id === id)!.applies, draft.facts));
          const before = askedBefore.map((id) => said(first, id, draft.answers[id])).filter((each) => each !== "does-not-apply");
          if (suggested && before.some((each) => !each || rank(suggested) > rank(each))) return false;
          return !(stands && applies(criterion.applies, draft.facts) && askedBefore.length === 0);
        });
      }),
      many,
    );
  });

  test("leaves out of the sums nothing that waits for its people: whatever must be confirmed or chosen again has no level and no claim", () => {
    fc.assert(
      fc.property(moving, ({ draft, versions: [first, second, third] }) => {
        const waiting = Object.values(migrateThrough(draft, first, [second, third]).answers).filter(({ carried }) => carried && !keepsLevel(carried.needs));
        return waiting.every(({ answer }) => answer.level === undefined && !answer.na?.claimed);
      }),
      many,
    );
  });

  test("from one that was sent loses nothing, asks of every answer whether it is still true, or more, and says from when", () => {
    fc.assert(
      fc.property(moving, ({ draft, versions: [first, second, third] }) => {
        const begun = fromLastTime(frozen(draft.answers), first, "2026-05-03");
        if (!Object.entries(begun).every(([id, each]) => same([each.answer, each.privateNote], [draft.answers[id]?.answer, draft.answers[id]?.privateNote]))) return false;
        for (const steps of [[], [second], [second, third]]) {
          const step = migrateThrough({ facts: draft.facts, answers: begun }, first, steps);
          if (lostFrom(draft.answers, step).length > 0) return false;
          const plain = migrateThrough(draft, first, steps);
          const asked = Object.entries(step.answers).every(([id, { answer, carried }]) => {
            const before = plain.answers[id]!;
            const asks = mostAsked("still", before.carried?.needs);
            if (!saysSomething(before)) return same(before.answer, answer) && (carried?.needs === before.carried?.needs || carried?.needs === asks);
            if (!waits(carried?.needs) || carried?.last_time?.sent_on !== "2026-05-03") return false;
            return same(before.answer, answer) && carried.needs === asks && (before.carried?.changes ?? []).every((change) => carried.changes.some((each) => same(each, change)));
          });
          if (!asked) return false;
        }
        return true;
      }),
      many,
    );
  });

  test("names for every question that is gone what took it up, or nothing; and uses no id again", () => {
    fc.assert(
      fc.property(moving, ({ draft, versions: [first, second, third] }) => {
        const steps = [second, third];
        const fates = fatesOf(draft.facts, first, third, steps, migrateThrough(draft, first, steps));
        const newest = new Set(third.criteria.map(({ id }) => id));
        const gone = first.criteria.filter((each) => !second.criteria.some(({ id }) => id === each.id));
        if (gone.some(({ id }) => newest.has(id))) return false;
        return first.criteria
          .filter((each) => applies(each.applies, draft.facts))
          .every(({ id }) => {
            const [fate, ...more] = fates.filter(({ criterion }) => criterion === id);
            const still = third.criteria.find((each) => each.id === id);
            if (still && !applies(still.applies, draft.facts)) return !fate;
            return fate && more.length === 0 && (fate.fate === "archived") === !still && fate.successors.every(({ criterion }) => newest.has(criterion));
          });
      }),
      many,
    );
  });

  test("happens to a draft alone, and only when somebody who may send for the provider says so", () => {
    fc.assert(
      fc.property(fc.constantFrom(...assessmentStates, ...caseStates), fc.subarray([...standings]), (state, standingsOf) => {
        const allowed = permit("migrate", { state, standings: standingsOf, bars: [], met: [] });
        return allowed.ok === (state === "draft" && standingsOf.includes("submitter"));
      }),
      many,
    );
  });
});
