import type { Language } from "~/platform/words";
import type { Wanted } from "./fitting";
import type { Search } from "./search";
import { registerWords } from "./words/register-words";

/** The heading of a list: what was found for what was asked. */
export function foundWords(
  { total, confirmed }: { total: number; confirmed: number },
  { q, accepting, need, activity }: Pick<Search, "q" | "accepting"> & Wanted,
  language: Language = "en",
): string {
  const t = registerWords(language);
  const sought = [q, need, activity].filter(Boolean).join(", ");
  const words = (plain: FoundKey, asked: FoundKey, count: number) => t(`register.found.${sought ? asked : plain}`, { q: sought, count });
  if (total === 0) return words("none", "none_for", 0);
  if (accepting && confirmed === 0) return words("unconfirmed", "unconfirmed_for", 0);
  return accepting ? words("taking", "taking_for", confirmed) : words("all", "all_for", total);
}

type FoundKey = "none" | "none_for" | "unconfirmed" | "unconfirmed_for" | "taking" | "taking_for" | "all" | "all_for";
