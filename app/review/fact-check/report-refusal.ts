import type { Refusal } from "~/assessments/workflow";
import type { Language } from "~/platform/words";
import en from "./words/en.json";
import { factCheckWords } from "./words/fact-check-words";

type Said = Exclude<keyof typeof en.refused, "personal" | "other" | "too_long">;
type Refused = { why: Refusal } | { why: "personal"; criteria: string[] };

/** Why what a group said of its draft report was not kept or not sent, and what to do. */
export function reportRefusal(refused: Refused, language: Language): string {
  const t = factCheckWords(language);
  if ("criteria" in refused) return t("refused.personal", { criteria: refused.criteria.join(", ") });
  return t(isSaid(refused.why) ? `refused.${refused.why}` : "refused.other");
}
const isSaid = (why: string): why is Said => why in en.refused;

/** 409: it has moved on. 403: somebody else may. 422: what was sent was not right. */
export function reportStatus({ why }: Refused): 403 | 409 | 422 {
  if (why === "wrong_role") return 403;
  return why === "wrong_state" || why === "in_time" ? 409 : 422;
}
