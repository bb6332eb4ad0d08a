/**
 * The grammar of a standard. One folder `standards/KEY/VERSION/` holds one version:
 *
 *   standard.yaml         title, purpose, gate, sections, scoring rules
 *   criteria/RC-1.1.yaml  one criterion each, named by its id
 *   changes.yaml          what is different from the version before (changes-format.ts); a standard's first version has none
 *
 * A published version is never edited: correct it with a new version in a new folder.
 */
import { z } from "zod";
import { ChangeSet } from "./changes-format";

/** 0 Not yet · 1 Developing · 2 Met · 3 Leading. Points are capped at Met when scoring. */
export const Level = z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)], { error: "expected a level: 0, 1, 2 or 3" });
export type Level = z.infer<typeof Level>;
export const levelNames = ["Not yet", "Developing", "Met", "Leading"] as const;

/** Facts a provider states about itself, by key. A fact that was never stated counts as false or empty in a rule. */
export const FactValue = z.union([z.boolean(), z.number(), z.string(), z.array(z.string())]);
export type FactValue = z.infer<typeof FactValue>;
export const Facts = z.record(z.string(), FactValue);
export type Facts = z.infer<typeof Facts>;

/** When something applies, as data. `always` · `{ fact, is }` · `{ fact, not_empty: true }` · `{ any: [...] }` · `{ all: [...] }` · `{ not: rule }`. */
export type Rule = "always" | { fact: string; is: boolean | string | number } | { fact: string; not_empty: true } | { any: Rule[] } | { all: Rule[] } | { not: Rule };
export const Rule: z.ZodType<Rule> = z.lazy(() =>
  z.union(
    [
      z.literal("always"),
      z.strictObject({ fact: z.string(), is: z.union([z.boolean(), z.string(), z.number()]) }),
      z.strictObject({ fact: z.string(), not_empty: z.literal(true) }),
      z.strictObject({ any: z.array(Rule).min(1) }),
      z.strictObject({ all: z.array(Rule).min(1) }),
      z.strictObject({ not: Rule }),
    ],
    { error: "expected a rule: always, { fact, is }, { fact, not_empty: true }, { any: [...] }, { all: [...] } or { not: ... }" },
  ),
);

export const EvidenceKind = z.enum([
  "document",
  "web_link",
  "photo",
  "register_lookup",
  "tally",
  "statement",
  "assessor_call",
  "assessor_contact_test",
  "read_through",
  "other_award",
]);
export type EvidenceKind = z.infer<typeof EvidenceKind>;

const text = z.string().trim().min(1, "expected some text");

/** `tests` are the single things an assessor ticks. Met = every test of `met` ticked; Leading = Met and every test of `leading` ticked. */
export const Criterion = z.strictObject({
  id: z.string().regex(/^[A-Z]{2}-\d+\.\d+$/, "expected an id such as RC-1.1"),
  key: z.string().regex(/^[a-z][a-z0-9-]*$/, "expected lower-case words joined by -, such as contact-works"),
  section: z.string().regex(/^[A-Z]{2}-\d+$/, "expected a section such as RC-1"),
  title: text,
  statement: text,
  why: text,
  source: z.strictObject({
    quote: text.optional(),
    lines: z.tuple([z.number().int(), z.number().int()]).optional(),
    references: z.array(z.string()).default([]),
    beyond_paper: z.boolean().default(false),
  }),
  good: text,
  levels: z.strictObject({
    not_yet: text,
    developing: text,
    met: z.strictObject({ tests: z.array(text).min(1) }),
    leading: z.strictObject({ tests: z.array(text).min(1) }),
  }),
  evidence: z.strictObject({ kinds: z.array(EvidenceKind).min(1), what: text, lightest: text }),
  /** These three decide who is given a mark. None of them has a default: a line that was lost must not change the rules. */
  must_have: z.boolean(),
  weight: z.number().int().min(0).max(3),
  applies: Rule,
  na_reasons: z.array(text).default([]),
  facts: z.array(z.string()).default([]),
  core_topic: z.string().optional(),
  ask: text,
});
export type Criterion = z.infer<typeof Criterion>;

/** Whole numbers, percentages unless said. §C.1 of the scoring rules. */
export const ScoringRules = z.strictObject({
  essentials: z.number().int().min(0).max(100),
  assured: z.number().int().min(0).max(100),
  section: z.number().int().min(0).max(100),
  conditions_max: z.number().int().min(0),
  defer_max: z.number().int().min(0),
  commend: z.number().int().min(0).max(100),
  na_claim_max: z.number().int().min(0).max(100),
  basis_min: z.number().int().min(0).max(100),
});
export type ScoringRules = z.infer<typeof ScoringRules>;

/** A whole version, as published: `standard.yaml` with its criteria joined in, in reading order, and what it changes. */
export const Standard = z.strictObject({
  code: z.string().regex(/^[A-Z]{2}$/, "expected two capital letters such as RC"),
  key: z.string().regex(/^[a-z][a-z0-9-]*$/, "expected lower-case words joined by -, such as contact-works"),
  version: z.string().regex(/^\d+\.\d+\.\d+$/, "expected three numbers such as 1.0.0"),
  title: text,
  purpose: text,
  gate: Rule,
  published_on: z.iso.date(),
  effective_from: z.iso.date(),
  scoring: ScoringRules,
  sections: z.array(z.strictObject({ id: z.string().regex(/^[A-Z]{2}-\d+$/, "expected a section such as RC-1"), title: text })).min(1),
  criteria: z.array(Criterion).min(1),
  changes: ChangeSet.optional(),
});
export type Standard = z.infer<typeof Standard>;
