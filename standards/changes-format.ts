/**
 * The grammar of `changes.yaml`: what a version changes against the one before it, criterion by criterion, and what that means for the people who answer it.
 * Every version but a standard's first has one, in its folder. It is part of what is published and hashed.
 *
 *   from: 1.1.0              the version before this one
 *   sunset_days: 90          how long the one before may still be sent in, counted from the day this one is in force; only where the first number goes up
 *   changes:
 *     - type: split          one of the types below: it decides what happens to an answer that was given before
 *       criteria: [LW-4.1]   as they were called in `from`; for what is new, as they are called here. None for award_rule
 *       successors: [LW-4.5, LW-4.6]   only for split and merge; a retired criterion may name none
 *       what: …              in one sentence, what is different
 *       reason: …            why
 *       what_to_do: …        what it asks of a group that is answering, or holds a mark
 *       compliance_months: 6 only for critical_on: how long a live mark has to show it
 */
import { z } from "zod";

const text = z.string().trim().min(1, "expected some text");
const version = z.string().regex(/^\d+\.\d+\.\d+$/, "expected three numbers such as 1.0.0");
const id = z.string().regex(/^[A-Z]{2}-\d+\.\d+$/, "expected an id such as RC-1.1");

/** From the mildest to the widest: what happens to an answer that several changes touch is decided by the one that asks most of its people. */
export const changeTypes = [
  "editorial",
  "guidance",
  "evidence_widened",
  "moved",
  "weight",
  "critical_off",
  "award_rule",
  "descriptor_clarified",
  "critical_on",
  "applicability_narrowed",
  "applicability_widened",
  "advisory_to_scored",
  "added_advisory",
  "added",
  "na_claim_removed",
  "meaning_changed",
  "descriptor_top_only",
  "descriptor_raised",
  "split",
  "merge",
  "retired",
] as const;
export const ChangeType = z.enum(changeTypes, { error: `expected one of ${changeTypes.join(", ")}` });
export type ChangeType = z.infer<typeof ChangeType>;

export const Change = z.strictObject({
  type: ChangeType.describe("What kind of change: it decides what happens to an answer that was given before."),
  criteria: z.array(id).default([]).describe("As they were called in `from`; for what is new, as they are called here. None for award_rule."),
  successors: z.array(id).default([]).describe("What takes their place: for split, merge and, where there is one, retired."),
  what: text.describe("What is different, in one sentence."),
  reason: text.describe("Why."),
  what_to_do: text.describe("What it asks of a group that is answering, or holds a mark."),
  compliance_months: z.number().int().min(1).max(24).optional().describe("Only for critical_on: how many months a live mark has to show it."),
});
export type Change = z.infer<typeof Change>;

export const ChangeSet = z.strictObject({
  from: version.describe("The version before this one: 1.0.0."),
  sunset_days: z
    .number()
    .int()
    .min(1)
    .max(730)
    .optional()
    .describe("How many days the one before may still be sent in, from the day this one is in force. Only where the first number goes up."),
  changes: z.array(Change).min(1, "expected at least one change").describe("Everything that is different, each with its reason."),
});
export type ChangeSet = z.infer<typeof ChangeSet>;
