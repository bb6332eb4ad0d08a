import type { Language } from "~/platform/words";
import { refusalWords } from "./refusal-words";
import { assessmentWords } from "./words/assessment-words";

type Refused = { why: "changed"; by: string | undefined } | { why: Exclude<Parameters<typeof refusalWords>[0], "changed"> };

/** What the page says when a press on what an answer asks was refused. */
export function notSettledWords(refused: Refused, language: Language = "en"): string {
  if (refused.why !== "changed") return refusalWords(refused.why);
  const t = assessmentWords(language);
  return refused.by ? t("not_settled.changed_by", { name: refused.by }) : t("not_settled.changed");
}
