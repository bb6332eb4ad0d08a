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

const id = z.string().regex(/^[A-Z]{2}-\d+\.\d+$/, "expected an id such as RC-1.1");
const sectionId = z.string().regex(/^[A-Z]{2}-\d+$/, "expected a section such as RC-1");
const key = z.string().regex(/^[a-z][a-z0-9-]*$/, "expected lower-case words joined by -, such as contact-works");
const percent = z.number().int().min(0).max(100);
const tests = z
  .array(text.describe("A whole sentence that stands alone, in words a twelve-year-old can read."))
  .min(1)
  .describe("Each a single thing that an assessor can tick by itself.");

/** `tests` are the single things an assessor ticks. Met = every test of `met` ticked; Leading = Met and every test of `leading` ticked. */
export const Criterion = z.strictObject({
  id: id.describe("For ever, and as the file is called: RC-1.1. Never used again for something else."),
  key: key.describe("A name in words, for ever: contact-works."),
  section: sectionId.describe("The section it stands in, one of standard.yaml: RC-1."),
  title: text.describe("A few words."),
  statement: text.describe("What is asked of a group, in a sentence or two. Reading age 13 or less."),
  why: text.describe("Why it matters."),
  source: z
    .strictObject({
      quote: text.optional().describe("A fragment of the 2019 learning paper, 20 words or fewer, word for word."),
      lines: z
        .tuple([z.number().int().min(1), z.number().int().min(1)])
        .optional()
        .describe("The lines of the paper’s plain text that the quote is from, first and last."),
      references: z.array(z.string()).default([]).describe("Other grounds, each to be checked at its source."),
      beyond_paper: z.boolean().default(false).describe("True where it, or part of its reason, goes further than the paper."),
    })
    .describe("Where it comes from."),
  good: text.describe("What good looks like, in a few lines."),
  levels: z
    .strictObject({
      not_yet: text.describe("What Not yet looks like."),
      developing: text.describe("What Developing looks like."),
      met: z.strictObject({ tests }).describe("Met is every one of these tests ticked."),
      leading: z.strictObject({ tests }).describe("Leading is Met, and every one of these tests ticked."),
    })
    .describe("Two levels are described, two are lists of single things that an assessor ticks."),
  evidence: z
    .strictObject({
      kinds: z.array(EvidenceKind).min(1).describe("How it may be shown."),
      what: text.describe("What to show. Never anything that holds personal details."),
      lightest: text.describe("The least that is enough. A group of two volunteers must be able to give it."),
    })
    .describe("What is shown for it."),
  // These three decide who is given a mark. None of them has a default: a line that was lost must not change the rules.
  must_have: z.boolean().describe("True: below Met there is no mark, whatever else is good."),
  weight: z.number().int().min(0).max(3).describe("1 to 3: how much it counts. 0: advice, asked and not scored."),
  applies: Rule.describe("Of whom it is asked, as a rule over facts. Where it does not hold, it is neither shown nor scored."),
  na_reasons: z.array(text).default([]).describe("The only reasons a group may give for saying that it does not apply. A must-have has none."),
  facts: z.array(z.string()).default([]).describe("Facts of facts.yaml that are shown beside it, by key."),
  core_topic: z.string().optional().describe("What it is about, where criteria of several standards are about the same."),
  ask: text.describe("The question above the box to write in."),
});
export type Criterion = z.infer<typeof Criterion>;

/** Whole numbers, percentages unless said. §C.1 of the scoring rules. */
export const ScoringRules = z.strictObject({
  essentials: percent.describe("Percentage of all points needed for Essentials."),
  assured: percent.describe("Percentage of all points needed for Assured."),
  section: percent.describe("Percentage of its own points that every section needs for Assured."),
  conditions_max: z.number().int().min(0).describe("How many criteria at Not yet may become conditions; none of them a must-have."),
  defer_max: z.number().int().min(0).describe("How many must-haves at Developing may wait for more evidence."),
  commend: percent.describe("Percentage of the weight at Leading needed for a commendation."),
  na_claim_max: percent.describe("Percentage of the weight that claims of not applying may take out."),
  basis_min: percent.describe("Percentage of the weight that must be left to judge by."),
});
export type ScoringRules = z.infer<typeof ScoringRules>;

/** A whole version, as published: `standard.yaml` with its criteria joined in, in reading order, and what it changes. */
export const Standard = z.strictObject({
  code: z
    .string()
    .regex(/^[A-Z]{2}$/, "expected two capital letters such as RC")
    .describe("Two capital letters, for ever: RC. Every id begins with them."),
  key: key.describe("The standard’s name in its addresses, for ever: referral-capacity."),
  version: z
    .string()
    .regex(/^\d+\.\d+\.\d+$/, "expected three numbers such as 1.0.0")
    .describe("Three numbers, as the folder is called. Third: typing errors. Second: clearer words. First: anything that could change a rating or an outcome."),
  title: text.describe("What it is called."),
  purpose: text.describe("What it is for, and whom."),
  gate: Rule.describe("Who may take it, as a rule over facts."),
  published_on: z.iso.date().describe("The day it is published: 2024-04-08."),
  effective_from: z.iso.date().describe("The day from which new self-assessments begin with it."),
  scoring: ScoringRules.describe("The numbers by which a mark is worked out."),
  sections: z
    .array(z.strictObject({ id: sectionId.describe("RC-1, RC-2 and so on, for ever."), title: text.describe("A few words.") }))
    .min(1)
    .describe("In the order of reading."),
  criteria: z.array(Criterion).min(1),
  changes: ChangeSet.optional(),
});
export type Standard = z.infer<typeof Standard>;

/** `standard.yaml`: a version without what stands in other files. */
export const StandardFile = Standard.omit({ criteria: true, changes: true });
export type StandardFile = z.infer<typeof StandardFile>;
