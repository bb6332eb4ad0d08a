import type { Language } from "~/platform/words";
import { refusalWords } from "./refusal-words";
import { assessmentWords } from "./words/assessment-words";

type Refused = { why: "changed"; by: string | undefined } | { why: Exclude<Parameters<typeof refusalWords>[0], "changed"> };

/** What the page says when a press on what an answer asks was refused. */
export function notSettledWords(refused: Refused, language: Language): string {
  if (refused.why !== "changed") return refusalWords(refused.why, language);
  const t = assessmentWords(language);
  return refused.by ? t("not_settled.changed_by", { name: refused.by }) : t("not_settled.changed");
}

type NotUsed = { why: "answered"; by: string } | { why: "other_words" } | { why: Exclude<Parameters<typeof refusalWords>[0], "answered" | "other_words"> };

/** What the page says when the words of another answer could not be used. */
export function notUsedWords(refused: NotUsed, language: Language): string {
  const t = assessmentWords(language);
  if (refused.why === "answered") return t("offer.answered", { name: refused.by });
  return refused.why === "other_words" ? t("offer.other_words") : refusalWords(refused.why, language);
}
