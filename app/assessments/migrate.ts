import type { Change } from "#standards/changes-format";
import type { Criterion, Facts, Standard } from "#standards/format";
import { applies } from "~/standards/applies";
import { arrive, type Source } from "./arrive";
import type { CarriedAnswer, CarriedAnswers } from "./carried";

/** An answer that is not in the new draft, or only in part. It stays where it was given; `successors` are the questions that its words went to. */
export type Archived = { version: string; criterion: string; answer: CarriedAnswer; successors: string[] };
/** Where an answer comes from: questions as they are called in the version before, and every change that touches them on the way. */
export type Origin = { sources: string[]; changes: Change[] };
export type Step = { answers: CarriedAnswers; archived: Archived[]; origins: Record<string, Origin> };
export type Draft = { facts: Facts; answers: CarriedAnswers };

/**
 * What becomes of a draft under the version after its own (Standard rules §D, "What happens to existing work"). A proposal: nothing that is given is changed.
 * Every character that was typed is in the new answers or archived. No level is ever higher than it was; where it may not stand it is suggested or cleared.
 */
export function migrate({ facts, answers }: Draft, from: Standard, to: Standard): Step {
  const changes = to.changes?.changes ?? [];
  const origins = Object.fromEntries(to.criteria.map(({ id }) => [id, originOf(id, from, changes)]));
  const sourceOf = (id: string): Source => {
    const criterion = from.criteria.find((each) => each.id === id)!;
    return { criterion, asked: applies(criterion.applies, facts), answer: answers[id] };
  };
  const arrived = to.criteria.flatMap((criterion) => {
    const { sources, changes: touching } = origins[criterion.id]!;
    const made = arrive({ criterion, asked: applies(criterion.applies, facts), sources: sources.map(sourceOf), changes: touching, from: from.version, to: to.version });
    const taken = withPlans(made, plansFor(criterion, changes, sourceOf));
    return taken ? [[criterion.id, taken] as const] : [];
  });
  return { answers: Object.fromEntries(arrived), archived: archive(answers, from, to, origins, changes), origins };
}

/** The same over every version up to the newest: one after another, so that moving twice and moving once come to the same. `steps` are the versions after `from`, the oldest first. */
export function migrateThrough(draft: Draft, from: Standard, steps: readonly Standard[]): Step {
  let before = from;
  let moved: Step = { answers: draft.answers, archived: [], origins: Object.fromEntries(from.criteria.map(({ id }) => [id, { sources: [id], changes: [] }])) };
  for (const to of steps) {
    const step = migrate({ facts: draft.facts, answers: moved.answers }, before, to);
    moved = { answers: step.answers, archived: [...moved.archived, ...step.archived], origins: further(moved.origins, step.origins) };
    before = to;
  }
  return moved;
}

function further(before: Record<string, Origin>, step: Record<string, Origin>): Record<string, Origin> {
  return Object.fromEntries(
    Object.entries(step).map(([id, { sources, changes }]) => {
      const earlier = sources.flatMap((source) => before[source] ?? []);
      return [id, { sources: unique(earlier.flatMap((each) => each.sources)), changes: unique([...earlier.flatMap((each) => each.changes), ...changes]) }];
    }),
  );
}

const passesOn = ({ type }: Change) => type === "split" || type === "merge";

/** Itself where the version before has it, and whatever was split or merged into it. */
function originOf(id: string, from: Standard, changes: readonly Change[]): Origin {
  const into = changes.filter((change) => passesOn(change) && change.successors.includes(id));
  const sources = new Set([id, ...into.flatMap(({ criteria }) => criteria)]);
  return {
    sources: from.criteria.filter((criterion) => sources.has(criterion.id)).map((criterion) => criterion.id),
    changes: changes.filter((change) => into.includes(change) || change.criteria.includes(id)),
  };
}

/** What cannot be found again whole in the new draft: questions that are gone, and those that were joined with others. */
function archive(answers: CarriedAnswers, from: Standard, to: Standard, origins: Record<string, Origin>, changes: readonly Change[]): Archived[] {
  const stays = (id: string) => to.criteria.some((each) => each.id === id) && origins[id]!.sources.length === 1;
  return Object.entries(answers)
    .filter(([id]) => !stays(id))
    .map(([criterion, answer]) => {
      const named = changes.filter(({ type, criteria }) => (type === "retired" || type === "split" || type === "merge") && criteria.includes(criterion));
      return { version: from.version, criterion, answer, successors: unique(named.flatMap(({ successors }) => successors)) };
    });
}

/** What groups meant to do about questions that are not asked any more is offered to the question that takes their place. */
function plansFor({ id }: Criterion, changes: readonly Change[], sourceOf: (id: string) => Source) {
  const retired = changes.filter(({ type, successors }) => type === "retired" && successors.includes(id)).flatMap(({ criteria }) => criteria);
  return retired.map(sourceOf).flatMap(({ criterion, answer }) => {
    const what = answer?.answer.plan?.what?.trim();
    return what ? [{ title: criterion.title, what }] : [];
  });
}

function withPlans(made: CarriedAnswer | undefined, plans: { title: string; what: string }[]): CarriedAnswer | undefined {
  if (plans.length === 0) return made;
  const { answer = {}, privateNote = "", carried } = made ?? {};
  return { answer, privateNote, carried: { from: [], changes: [], needs: "reread", ...carried, plans: [...(carried?.plans ?? []), ...plans] } };
}

const unique = <T>(all: readonly T[]): T[] => [...new Set(all)];
