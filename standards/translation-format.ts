/**
 * The grammar of a translation: the words of one version in another language, in a folder of its own inside the version's.
 *
 *   KEY/VERSION/cy/standard.yaml         title, purpose, and the title of every section by its id
 *   KEY/VERSION/cy/criteria/RC-1.1.yaml  every text of that criterion that a reader reads, under the same keys as in the original
 *
 *   checked: false           nobody who translates for a living has read it; pages say so
 *   checked: { by: …, on: 2026-11-28 }   who did, and when
 *
 * And beside `facts.yaml`, for all versions at once: `facts.cy.yaml`, what facts are called, by key. The first questions are all there; of the others those that somebody wrote.
 *
 * Lists (`tests`, `na_reasons`) have as many entries as the original, in its order. A quote stays in the language of the paper it is from, and so do references.
 * Nothing that decides anything is here: numbers, rules and ids are the original's. So a translation is neither hashed nor sealed with its version, and can be put right at any time.
 */
import { z } from "zod";

/** The folders that may stand inside a version's. */
export const translationLanguages = ["cy"] as const;
export type TranslationLanguage = (typeof translationLanguages)[number];

const text = z.string().trim().min(1, "missing translation: expected some text");
const tests = z.strictObject({ tests: z.array(text).min(1) });

export const Checked = z.union([z.literal(false), z.strictObject({ by: text, on: z.iso.date() })], {
  error: "expected false, or who checked it and when: { by: …, on: 2026-11-28 }",
});

export const StandardTranslation = z.strictObject({
  checked: Checked,
  title: text,
  purpose: text,
  sections: z.record(z.string().regex(/^[A-Z]{2}-\d+$/, "expected a section such as RC-1"), text),
});
export type StandardTranslation = z.infer<typeof StandardTranslation>;

export const CriterionTranslation = z.strictObject({
  checked: Checked,
  title: text,
  statement: text,
  why: text,
  good: text,
  levels: z.strictObject({ not_yet: text, developing: text, met: tests, leading: tests }),
  evidence: z.strictObject({ what: text, lightest: text }),
  na_reasons: z.array(text).default([]),
  ask: text,
});
export type CriterionTranslation = z.infer<typeof CriterionTranslation>;

/** A whole translation, its criteria by id. */
export const Translation = StandardTranslation.extend({ criteria: z.record(z.string(), CriterionTranslation) });
export type Translation = z.infer<typeof Translation>;

/** `facts.cy.yaml`: facts by key, options by value. */
export const FactTranslations = z.strictObject({
  checked: Checked,
  facts: z.record(z.string(), z.strictObject({ label: text, hint: text.optional(), options: z.record(z.string(), text).optional() })),
});
export type FactTranslations = z.infer<typeof FactTranslations>;
