import type { Language } from "~/platform/words";
import { formatDay } from "~/ui/dates";
import { markWords } from "../words/mark-words";
import type { HolderHistory } from "./holder-change";

/** What everybody reads of an organisation's earlier names, the newest first, and of what it has become part of. */
export function formerlyWords({ formerly, partOf }: HolderHistory, language: Language): string[] {
  const t = markWords(language);
  const names = formerly.toReversed().map(({ name, until }) => t("holder.formerly", { name, until: formatDay(until, language) }));
  return partOf ? [t("holder.part_of", { name: partOf.name, since: formatDay(partOf.since, language) }), ...names] : names;
}

/** The same on the page of one mark: with its name today, where the mark was given to it under another. */
export function nameNowWords(given: string, now: string, history: HolderHistory, language: Language): string[] {
  const renamed = given !== now ? [markWords(language)("holder.now", { name: now })] : [];
  return [...renamed, ...formerlyWords(history, language)];
}
