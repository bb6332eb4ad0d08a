import type { Language } from "~/platform/words";
import { askingWords } from "./asking/words/asking-words";

/** "Dee", "Dee and Pat", "Dee, Pat and Jo". */
function listed(names: readonly string[], language: Language): string {
  const last = names.at(-1) ?? "";
  if (names.length < 2) return last;
  return askingWords(language)(/^[aeiouwyâêîôûŵŷ]/i.test(last) ? "here.and_vowel" : "here.and", { names: names.slice(0, -1).join(", "), last });
}

/** For a form that keeps asking: who has the same question open now. Nothing when nobody has. */
export const hereToo = (names: readonly string[], language: Language): string =>
  names.length === 0 ? "" : askingWords(language)("here.now", { names: listed(names, language), count: names.length });

/** For a page that was drawn once: who had it open a moment ago. */
export const lately = (names: readonly string[], language: Language): string => askingWords(language)("here.lately", { names: listed(names, language) });
