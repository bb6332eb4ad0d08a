import type { Language } from "~/platform/words";
import { formatDay } from "~/ui/dates";
import type { FoundMark } from "../found-mark";
import { markWords } from "../words/mark-words";
import type { HandedOver, HolderHistory } from "./holder-change";

/** What everybody reads of an organisation's earlier names, the newest first, and of what it has become part of. */
export function formerlyWords({ formerly, partOf }: Pick<HolderHistory, "formerly" | "partOf">, language: Language): string[] {
  const t = markWords(language);
  const names = formerly.toReversed().map(({ name, until }) => t("holder.formerly", { name, until: formatDay(until, language) }));
  return partOf ? [t("holder.part_of", { name: partOf.name, since: formatDay(partOf.since, language) }), ...names] : names;
}

/** What everybody reads of a mark that an organisation had, and that another has since. */
export const handedOverWords = ({ standard, to, since }: HandedOver, language: Language): string =>
  markWords(language)("holder.handed_over", { standard: standard.title, name: to.name, since: formatDay(since, language) });

/** The same on the page of one mark: who holds it since when, where it was given to another; with its name today, where it was given under another name. */
export function nameNowWords(
  { given, holder, transferredSince }: Pick<FoundMark, "given" | "holder" | "transferredSince">,
  now: string,
  history: HolderHistory,
  language: Language,
): string[] {
  const t = markWords(language);
  const { name } = given.holder;
  const moved = transferredSince ? [t("holder.given_to", { given: name, name: now, since: formatDay(transferredSince, language) })] : [];
  const renamed = transferredSince === null && holder.name !== now ? [t("holder.now", { name: now })] : [];
  return [...moved, ...renamed, ...formerlyWords(history, language)];
}
