import type { Refusal } from "~/assessments/workflow";
import { formatMoment } from "~/ui/dates";
import type { NotDecidable } from "./outcome";
import { notDecidableWords } from "./outcome-words";
import type { ReasonFault } from "./rating";
import { reasonWords, refusalWords } from "./refusal-words";

/** Why a decision was refused. Whoever came second hears who decided, and when. */
export function decideWords(refused: { why: Refusal | ReasonFault } | { why: "already_decided"; by: string; at: Date } | NotDecidable): string {
  if (refused.why === "already_decided" && "by" in refused) return `${refused.by} decided this case on ${formatMoment(refused.at.toISOString())}. What you sent was not used.`;
  if (isNotDecidable(refused)) return notDecidableWords(refused);
  const why = refused.why as Refusal | ReasonFault;
  return why in reasonWords ? reasonWords[why as keyof typeof reasonWords] : refusalWords[why as Refusal];
}

const notDecidable: string[] = ["ratings_missing", "differences_open", "incomplete", "invalid_na", "not_offered", "na_over_cap"] satisfies NotDecidable["why"][];
const isNotDecidable = (refused: { why: string }): refused is NotDecidable => notDecidable.includes(refused.why);
