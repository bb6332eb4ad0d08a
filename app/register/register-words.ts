import type { Language } from "~/platform/words";
import type { Search } from "./search";
import { registerWords } from "./words/register-words";

/** The heading of a list: what was found for what was asked. */
export function foundWords({ total, confirmed }: { total: number; confirmed: number }, { q, accepting }: Pick<Search, "q" | "accepting">, language: Language = "en"): string {
  const t = registerWords(language);
  const words = (plain: FoundKey, asked: FoundKey, count: number) => t(`register.found.${q ? asked : plain}`, { q, count });
  if (total === 0) return words("none", "none_for", 0);
  if (accepting && confirmed === 0) return words("unconfirmed", "unconfirmed_for", 0);
  return accepting ? words("taking", "taking_for", confirmed) : words("all", "all_for", total);
}

type FoundKey = "none" | "none_for" | "unconfirmed" | "unconfirmed_for" | "taking" | "taking_for" | "all" | "all_for";
