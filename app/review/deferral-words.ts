import type { Refusal } from "~/assessments/workflow";
import type { Language } from "~/platform/words";
import en from "./words/en.json";
import { reviewWords } from "./words/review-words";

type Said = Exclude<keyof typeof en.deferral.refused, "personal" | "full" | "other">;
type Refused = { why: Refusal | "too_many" | "moved" | "unknown_file" } | { why: "personal"; criteria: string[] };

/** Why what a group wrote for a deferral was not kept or not sent, and what to do. */
export function deferralRefusal(refused: Refused, language: Language): string {
  const t = reviewWords(language);
  if ("criteria" in refused) return t("deferral.refused.personal", { criteria: refused.criteria.join(", ") });
  if (refused.why === "too_many") return t("deferral.refused.full");
  return t(isSaid(refused.why) ? `deferral.refused.${refused.why}` : "deferral.refused.other");
}
const isSaid = (why: string): why is Said => why in en.deferral.refused;

/** 409: it has moved on. 403: somebody else may. 422: what was sent was not right. */
export function deferralStatus({ why }: Refused): 403 | 409 | 422 {
  if (why === "wrong_role") return 403;
  return why === "wrong_state" || why === "in_time" || why === "moved" ? 409 : 422;
}
