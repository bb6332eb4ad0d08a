import type { Db } from "~/platform/database.server";
import type { Language } from "~/platform/words";
import { type Comparison, compare } from "./compare";
import { readRange } from "./compare-range";
import { factLabels } from "./facts.server";
import { inEnglish, inLanguageOfBoth } from "./telling";
import { allInLanguage } from "./translation/in-language.server";
import { compareVersions } from "./version-order";
import { versionsOf } from "./versions.server";

export type FoundComparison = { key: string } & (
  | {
      turned: false;
      title: string;
      titleIn: Language;
      comparison: Comparison;
      older: string[];
      /** The language in which the two are compared, and whether somebody who translates for a living has read both. */
      textIn: Language;
      checked: boolean;
    }
  | { turned: true; from: string; to: string }
);

/**
 * What is different between two published versions, from an address such as `1.0.0...2.0.0`: in a language where both have it, and otherwise in English.
 * `older` are the versions that the newer one can be compared with. `turned` when the newer stands first: the other way round is the one to show. Undefined when there is nothing to compare.
 */
export async function comparisonOf(db: Db, key: string, range: string | undefined, language: Language = "en"): Promise<FoundComparison | undefined> {
  const asked = readRange(range);
  if (!asked) return undefined;
  const published = await versionsOf(db, key);
  const versions = published.map(({ standard }) => standard);
  const { from, to } = asked;
  if (![from, to].every((one) => versions.some(({ version }) => version === one))) return undefined;
  if (compareVersions(from, to) > 0) return { key, turned: true, from: to, to: from };
  const read = await allInLanguage(db, published, language);
  const [older, newer] = [from, to].map((one) => read.find(({ standard }) => standard.version === one)!) as [(typeof read)[0], (typeof read)[0]];
  const translations = new Map(versions.flatMap((version, at) => (read[at]!.textIn === "en" ? [] : [[version, read[at]!.standard] as const])));
  const comparison = compare(versions, from, to, inLanguageOfBoth(translations, language, factLabels(language), inEnglish(factLabels())));
  if (!comparison) return undefined;
  const textIn = older.textIn === newer.textIn ? newer.textIn : "en";
  return {
    key,
    turned: false,
    title: newer.standard.title,
    titleIn: newer.textIn,
    comparison,
    older: versions
      .map(({ version }) => version)
      .filter((version) => compareVersions(version, to) < 0)
      .reverse(),
    textIn,
    checked: textIn === "en" || (older.checked && newer.checked),
  };
}
