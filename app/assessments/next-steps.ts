/** What would get a provider to the next level, by its own levels. It promises nothing: others rate what is sent. */
import type { Facts, Level, Standard } from "#standards/format";
import type { Language } from "~/platform/words";
import { applicable } from "~/standards/applies";
import { type Award, score } from "~/standards/score";
import { type Answers, levelOf } from "./answer";
import { claimsNa } from "./parts";
import type { ShownCriterion, ShownStandard } from "./shown-criterion";

export type Step = {
  criterion: string;
  title: string /** The language of the title. Left out, English. */;
  textIn: Language | undefined;
  mustHave: boolean;
  from: Level;
  to: Level;
};
/** `now`: what their own levels come to; null for not yet. `target`: the next of Essentials, Assured and Assured with commendation. */
export type NextSteps = { now: Award | null; target: "essentials" | "assured" | "assured_commended"; steps: Step[] };

type Rated = { criterion: ShownCriterion; level: Level };

/**
 * The steps that reach the next level with the fewest levels to climb, in reading order: must-haves to Met first, then what the rules ask besides, heaviest first.
 * Undefined while a question that counts has no level, where the rules would not score it, and when there is nothing higher.
 * Claims that something does not apply are taken as accepted. Assured with conditions is never a goal: it is Assured with something left to do.
 */
export function nextSteps(standard: ShownStandard, facts: Facts, answers: Answers): NextSteps | undefined {
  const asked: ShownCriterion[] = applicable(standard, facts);
  const claims = asked.filter((criterion) => claimsNa(criterion, answers[criterion.id] ?? {}));
  const rated = asked.filter((criterion) => criterion.weight > 0 && !claims.includes(criterion)).flatMap((criterion) => ratedBy(criterion, answers));
  const ratings = Object.fromEntries(rated.map(({ criterion, level }) => [criterion.id, level]));
  const { outcome } = score(standard, { facts, ratings, na_claims: Object.fromEntries(claims.map(({ id }) => [id, "accepted" as const])) });
  if (outcome === "not_offered" || outcome === "invalid_na" || outcome === "incomplete" || outcome === "too_little_applies" || outcome === "assured_commended") return undefined;
  const now = outcome === "not_awarded" || outcome === "deferred" ? null : outcome;
  const target = now === null ? "essentials" : now === "assured" ? "assured_commended" : "assured";
  const goal = target === "assured_commended" ? climbToLeading(standard, rated) : climb(standard, rated, target);
  const steps = rated.flatMap(({ criterion: { id, title, textIn, must_have }, level }, at) =>
    goal[at] === level ? [] : [{ criterion: id, title, textIn, mustHave: must_have, from: level, to: goal[at] ?? level }],
  );
  return { now, target, steps };
}

function ratedBy(criterion: ShownCriterion, answers: Answers): Rated[] {
  const level = answers[criterion.id]?.level;
  return level ? [{ criterion, level: levelOf(level) }] : [];
}

/** What must be climbed in any case, then in each section and in all, always where one level brings most. That is the fewest levels: each brings what it brings, whenever it is climbed. */
function climb({ scoring, sections }: Standard, rated: Rated[], target: "essentials" | "assured"): Level[] {
  const goal = rated.map(({ criterion, level }): Level => (criterion.must_have && level < 2 ? 2 : target === "assured" && level === 0 ? 1 : level));
  const all = rated.map((_, at) => at);
  if (target === "assured")
    for (const { id } of sections) {
      const inside = all.filter((at) => rated[at]?.criterion.section === id);
      raise(rated, goal, inside, scoring.section);
    }
  raise(rated, goal, all, scoring[target]);
  return goal;
}

/** Climbs one level after the other among these places, until they have so many of every hundred points. */
function raise(rated: Rated[], goal: Level[], places: number[], percent: number): void {
  const weight = (at: number) => rated[at]?.criterion.weight ?? 0;
  const points = () => places.reduce((sum, at) => sum + weight(at) * Math.min(goal[at] ?? 0, 2), 0);
  const max = places.reduce((sum, at) => sum + 2 * weight(at), 0);
  while (100 * points() < percent * max) {
    const [next] = places.filter((at) => (goal[at] ?? 0) < 2).sort((a, b) => weight(b) - weight(a) || (goal[b] ?? 0) - (goal[a] ?? 0) || a - b);
    if (next === undefined) return;
    goal[next] = ((goal[next] ?? 0) + 1) as Level;
  }
}

/** Which criteria to take to Leading, so that their weight is enough and the levels climbed are fewest. */
function climbToLeading({ scoring }: Standard, rated: Rated[]): Level[] {
  const W = rated.reduce((sum, { criterion }) => sum + criterion.weight, 0);
  const leading = rated.reduce((sum, { criterion, level }) => sum + (level === 3 ? criterion.weight : 0), 0);
  const needed = Math.ceil((scoring.commend * W) / 100) - leading;
  // By the weight gained so far, the choice with the fewest levels; more than what is needed counts as what is needed.
  let best = new Map<number, { levels: number; chosen: number[] }>([[0, { levels: 0, chosen: [] }]]);
  for (const [at, { criterion, level }] of rated.entries()) {
    if (level === 3) continue;
    const grown = new Map(best);
    for (const [gained, { levels, chosen }] of best) {
      const to = Math.min(needed, gained + criterion.weight);
      const climbed = levels + 3 - level;
      if (climbed < (grown.get(to)?.levels ?? Number.POSITIVE_INFINITY)) grown.set(to, { levels: climbed, chosen: [...chosen, at] });
    }
    best = grown;
  }
  const chosen = best.get(needed)?.chosen ?? [];
  return rated.map(({ level }, at) => (chosen.includes(at) ? 3 : level));
}
