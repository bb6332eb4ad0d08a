/**
 * The sums of a standard (Standard rules §C.1), written once: the assessor's page, the decision and the command line all ask here.
 * Whole numbers only; a percentage is shown rounded down and never compared.
 */
import type { Criterion, Level, ScoringRules, Standard } from "#standards/format";
import { applies, offered } from "./applies";
import type { ScoreInput } from "./score-input";

/** From the least to the most: raising one rating never moves an outcome to the left. */
export const awards = ["essentials", "assured_with_conditions", "assured", "assured_commended"] as const;
export type Award = (typeof awards)[number];

/** `na_over_cap`: the accepted claims weigh so much that a moderator must confirm them. */
export type ScoreFlag = "na_over_cap";

/**
 * `W` weight that counts · `points` of `max`, Leading counting as Met · `score` and each section in whole percent, rounded down,
 * null where nothing counts · `zeros` criteria at Not yet · `leading_weight` weight at Leading · `rule_na` not applicable by rule.
 */
export type Sums = {
  W: number;
  points: number;
  max: number;
  score: number | null;
  sections: Record<string, number | null>;
  zeros: string[];
  leading_weight: number;
  rule_na: string[];
  flags: ScoreFlag[];
};

/** What the rules of one version make of one input. `criteria` are the ones that stand in the way, in reading order. */
export type Outcome =
  | { outcome: "not_offered" }
  | { outcome: "invalid_na" | "incomplete"; criteria: string[] }
  | (Sums & { outcome: "too_little_applies" })
  | (Sums & { outcome: "not_awarded"; reason: "critical"; criteria: string[] })
  | (Sums & { outcome: "not_awarded" })
  | (Sums & { outcome: "deferred"; criteria: string[]; potential: Award })
  | (Sums & { outcome: Award });

/**
 * Scores one input against one version; the first of these that holds is the outcome:
 *
 *   not_offered         the gate is shut
 *   invalid_na          a claim on a must-have, or where no claim is allowed (a refused claim is no claim)
 *   incomplete          something that counts has no level: never rated, or its claim was refused or is pending
 *   too_little_applies  what counts weighs less than `basis_min` percent of the whole standard
 *   not_awarded         a must-have at Not yet, or more than `defer_max` of them at Developing (`reason: "critical"`)
 *   deferred            must-haves at Developing which, once Met, would earn a mark (`potential`)
 *   the award earned    see `awardFor`; else not_awarded
 *
 * What is not applicable by rule is left out with its ratings and claims. Weight 0 is advice: asked, never scored.
 * Relies on the input being of this version (`readScoreInput` sees to that for input from outside).
 */
export function score(standard: Standard, { facts, ratings, na_claims }: ScoreInput): Outcome {
  if (!offered(standard, facts)) return { outcome: "not_offered" };

  const asked: Criterion[] = [];
  const rule_na: string[] = [];
  for (const criterion of standard.criteria) {
    if (applies(criterion.applies, facts)) asked.push(criterion);
    else rule_na.push(criterion.id);
  }

  const illegal = asked.filter(({ id, must_have, na_reasons }) => stands(na_claims[id]) && (must_have || na_reasons.length === 0));
  if (illegal.length > 0) return { outcome: "invalid_na", criteria: ids(illegal) };

  const counted = asked.filter(({ id, weight }) => weight > 0 && na_claims[id] !== "accepted");
  const unrated = counted.filter(({ id }) => ratings[id] === undefined);
  if (unrated.length > 0) return { outcome: "incomplete", criteria: ids(unrated) };

  const rules = standard.scoring;
  const rated = counted.map((criterion) => ({ criterion, level: ratings[criterion.id] as Level }));
  const sums = add(standard, rated, rule_na, weightOf(asked));
  if (!reaches(sums.W, weightOf(standard.criteria), rules.basis_min)) return { ...sums, outcome: "too_little_applies" };

  const gaps = rated.filter(({ criterion, level }) => criterion.must_have && level < 2);
  const criteria = gaps.map(({ criterion }) => criterion.id);
  if (gaps.some(({ level }) => level === 0) || gaps.length > rules.defer_max) return { ...sums, outcome: "not_awarded", reason: "critical", criteria };
  if (gaps.length > 0) {
    const potential = awardFor(
      rules,
      rated.map((each) => (each.criterion.must_have && each.level < 2 ? { ...each, level: 2 as const } : each)),
    );
    return potential ? { ...sums, outcome: "deferred", criteria, potential } : { ...sums, outcome: "not_awarded" };
  }
  const award = awardFor(rules, rated);
  return award ? { ...sums, outcome: award } : { ...sums, outcome: "not_awarded" };
}

type Rated = { criterion: Criterion; level: Level };
type Tally = { points: number; max: number };

/**
 * The mark earned when every must-have is Met, or nothing:
 * Essentials from `essentials` percent; Assured from `assured` percent with every section that counts at `section` percent and nothing at Not yet;
 * commended with `commend` percent of the weight at Leading; with conditions when up to `conditions_max` are at Not yet and the sections
 * would hold with those at Developing.
 */
function awardFor(rules: ScoringRules, rated: Rated[]): Award | undefined {
  const { points, max } = tally(rated);
  if (!reaches(points, max, rules.essentials)) return undefined;
  const zeros = rated.filter(({ level }) => level === 0).length;
  if (!reaches(points, max, rules.assured) || zeros > rules.conditions_max || !sectionsHold(rules, rated)) return "essentials";
  if (zeros > 0) return "assured_with_conditions";
  return reaches(leadingWeight(rated), max / 2, rules.commend) ? "assured_commended" : "assured";
}

function sectionsHold(rules: ScoringRules, rated: Rated[]) {
  const lifted = rated.map((each) => (each.level === 0 ? { ...each, level: 1 as const } : each));
  return [...bySection(lifted).values()].every(({ points, max }) => reaches(points, max, rules.section));
}

function add(standard: Standard, rated: Rated[], rule_na: string[], askedWeight: number): Sums {
  const { points, max } = tally(rated);
  const sections = bySection(rated);
  const W = max / 2;
  return {
    W,
    points,
    max,
    score: percent({ points, max }),
    sections: Object.fromEntries(standard.sections.map(({ id }) => [id, percent(sections.get(id))])),
    zeros: rated.filter(({ level }) => level === 0).map(({ criterion }) => criterion.id),
    leading_weight: leadingWeight(rated),
    rule_na,
    flags: 100 * (askedWeight - W) > standard.scoring.na_claim_max * askedWeight ? ["na_over_cap"] : [],
  };
}

/** Met is the most a criterion can bring, so that Leading in one place never makes up for a gap in another. */
function tally(rated: Rated[]): Tally {
  let points = 0;
  let max = 0;
  for (const { criterion, level } of rated) {
    points += criterion.weight * Math.min(level, 2);
    max += criterion.weight * 2;
  }
  return { points, max };
}

function bySection(rated: Rated[]) {
  const sections = new Map<string, Tally>();
  for (const { criterion, level } of rated) {
    const section = sections.get(criterion.section) ?? { points: 0, max: 0 };
    section.points += criterion.weight * Math.min(level, 2);
    section.max += criterion.weight * 2;
    sections.set(criterion.section, section);
  }
  return sections;
}

const reaches = (part: number, whole: number, threshold: number) => 100 * part >= threshold * whole;
const percent = (sum: Tally | undefined) => (sum && sum.max > 0 ? Math.floor((100 * sum.points) / sum.max) : null);
const weightOf = (criteria: Criterion[]) => criteria.reduce((sum, { weight }) => sum + weight, 0);
const leadingWeight = (rated: Rated[]) => rated.reduce((sum, { criterion, level }) => (level === 3 ? sum + criterion.weight : sum), 0);
const stands = (claim: ScoreInput["na_claims"][string] | undefined) => claim !== undefined && claim !== "refused";
const ids = (criteria: Criterion[]) => criteria.map(({ id }) => id);
