import { z } from "zod";
import type { Standard } from "#standards/format";
import { awards, type Outcome, score } from "~/standards/score";
import type { Agreed, MissingRating, OpenDifference } from "./agreed";
import { agreedOn, type CaseFile } from "./case-file";
import { areConfirmed } from "./claims";

/** What a case can be decided as. `incomplete`, `invalid_na` and `not_offered` are not outcomes: the case is not ready. */
export const decidableOutcomes = [...awards, "deferred", "not_awarded", "too_little_applies"] as const;
export type DecidableOutcome = (typeof decidableOutcomes)[number];
export type Decidable = Extract<Outcome, { outcome: DecidableOutcome }>;

export type NotDecidable =
  | { why: "ratings_missing"; missing: MissingRating[] }
  | { why: "differences_open"; open: OpenDifference[] }
  | { why: "incomplete" | "invalid_na"; criteria: string[] }
  | { why: "not_offered" | "na_over_cap" };

/**
 * What the version's own rules make of the agreed ratings, or what stands in the way of a decision.
 * One deferral a submission: what would be deferred once more is not awarded (§C.1).
 * So much claimed not to apply that a moderator has to confirm it (Standard rules §C.1) stands in the way until one has.
 */
export function outcomeOf(
  standard: Standard,
  facts: Parameters<typeof score>[1]["facts"],
  { ratings, na_claims, missing, open }: Agreed,
  { deferredBefore = false, claimsConfirmed = false }: { deferredBefore?: boolean; claimsConfirmed?: boolean } = {},
): { ok: true; score: Decidable } | ({ ok: false } & NotDecidable) {
  if (missing.length > 0) return { ok: false, why: "ratings_missing", missing };
  if (open.length > 0) return { ok: false, why: "differences_open", open };
  const scored = score(standard, { facts, ratings, na_claims });
  if (scored.outcome === "not_offered") return { ok: false, why: "not_offered" };
  if (!("flags" in scored)) return { ok: false, why: scored.outcome, criteria: scored.criteria };
  if (scored.flags.includes("na_over_cap") && !claimsConfirmed) return { ok: false, why: "na_over_cap" };
  return { ok: true, score: scored.outcome === "deferred" && deferredBefore ? notAwarded(scored) : scored };
}

/** The same of a case as it stands. */
export function outcomeOn(file: CaseFile): ReturnType<typeof outcomeOf> {
  const agreed = agreedOn(file);
  return outcomeOf(file.standard, file.submission.content.facts, agreed, {
    deferredBefore: file.deferral !== null,
    claimsConfirmed: areConfirmed(file.claimRulings, acceptedClaims(agreed)),
  });
}

/** What both sides take not to apply: the claims that were accepted. */
export const acceptedClaims = ({ na_claims }: Pick<Agreed, "na_claims">): string[] => Object.keys(na_claims).sort();

const notAwarded = ({ potential: _potential, ...sums }: Extract<Decidable, { outcome: "deferred" }>): Decidable => ({ ...sums, outcome: "not_awarded", reason: "critical" });

/** `decisions.score`, as it is read back. */
export const KeptScore = z.looseObject({
  outcome: z.enum(decidableOutcomes),
  W: z.number(),
  points: z.number(),
  max: z.number(),
  score: z.number().nullable(),
  sections: z.record(z.string(), z.number().nullable()),
  zeros: z.array(z.string()),
  leading_weight: z.number(),
  rule_na: z.array(z.string()),
  flags: z.array(z.string()),
  criteria: z.array(z.string()).optional(),
  potential: z.enum(awards).optional(),
  reason: z.string().optional(),
});
export type KeptScore = z.infer<typeof KeptScore>;
