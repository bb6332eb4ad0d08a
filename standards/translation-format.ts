/**
 * The grammar of a translation: the words of one version in another language, in a folder of its own inside the version's.
 *
 *   KEY/VERSION/cy/standard.yaml         title, purpose, and the title of every section by its id
 *   KEY/VERSION/cy/criteria/RC-1.1.yaml  every text of that criterion that a reader reads, under the same keys as in the original
 *
 *   checked: false           nobody who translates for a living has read it; pages say so
 *   checked: { by: …, on: 2026-11-28 }   who did, and when
 *
 * And beside `facts.yaml`, for all versions at once: `facts.cy.yaml`, what facts are called, by key: all of them.
 *
 * Lists (`tests`, `na_reasons`) have as many entries as the original, in its order. A quote stays in the language of the paper it is from, and so do references.
 * Nothing that decides anything is here: numbers, rules and ids are the original's. So a translation is neither hashed nor sealed with its version, and can be put right at any time.
 */
import { z } from "zod";

/** The folders that may stand inside a version's. */
export const translationLanguages = ["cy"] as const;
export type TranslationLanguage = (typeof translationLanguages)[number];

const text = z.string().trim().min(1, "missing translation: expected some text");
const tests = z.strictObject({ tests: z.array(text).min(1).describe("As many as in the original, in its order.") });

export const Checked = z
  .union([z.literal(false), z.strictObject({ by: text.describe("Who read it."), on: z.iso.date().describe("When: 2026-11-28.") })], {
    error: "expected false, or who checked it and when: { by: …, on: 2026-11-28 }",
  })
  .describe("false until somebody who translates for a living has read it; then who, and when.");

export const StandardTranslation = z.strictObject({
  checked: Checked,
  title: text.describe("What it is called."),
  purpose: text.describe("What it is for, and whom."),
  sections: z.record(z.string().regex(/^[A-Z]{2}-\d+$/, "expected a section such as RC-1"), text).describe("The title of every section, by its id."),
});
export type StandardTranslation = z.infer<typeof StandardTranslation>;

export const CriterionTranslation = z.strictObject({
  checked: Checked,
  title: text.describe("A few words."),
  statement: text.describe("What is asked of a group, in a sentence or two. Plain words."),
  why: text.describe("Why it matters."),
  good: text.describe("What good looks like."),
  levels: z
    .strictObject({
      not_yet: text.describe("What Not yet looks like."),
      developing: text.describe("What Developing looks like."),
      met: tests.describe("The tests of Met."),
      leading: tests.describe("The tests of Leading."),
    })
    .describe("The four levels, as in the original."),
  evidence: z.strictObject({ what: text.describe("What to show."), lightest: text.describe("The least that is enough.") }).describe("What is shown for it."),
  na_reasons: z.array(text).default([]).describe("As many as in the original, in its order."),
  ask: text.describe("The question above the box to write in."),
});
export type CriterionTranslation = z.infer<typeof CriterionTranslation>;

/** A whole translation, its criteria by id. */
export const Translation = StandardTranslation.extend({ criteria: z.record(z.string(), CriterionTranslation) });
export type Translation = z.infer<typeof Translation>;

const factWords = z.strictObject({
  label: text.describe("The question, as a person reads it."),
  hint: text.optional().describe("A line below it. Only where the original has one."),
  options: z.record(z.string(), text).optional().describe("Every option of the original, by its value."),
});

/** `facts.cy.yaml`: facts by key, options by value. */
export const FactTranslations = z.strictObject({ checked: Checked, facts: z.record(z.string(), factWords).describe("What facts are called, by key.") });
export type FactTranslations = z.infer<typeof FactTranslations>;
