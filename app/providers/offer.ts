import { z } from "zod";
import { withoutTurns } from "~/platform/without-turns";

const nameAtMost = 80;
const summaryAtMost = 300;

/** An activity or service people can be sent to. */
export const Offer = z.strictObject({ name: z.string().overwrite(withoutTurns).trim().min(2).max(nameAtMost), summary: z.string().trim().max(summaryAtMost).default("") });
export type OfferFault = "name_missing" | "name_too_long" | "summary_too_long" | "already_there";

/** What is wrong with an offer that `Offer` refuses: the first thing that is. */
export function faultOf({ name, summary = "" }: { name: string; summary?: string }): Exclude<OfferFault, "already_there"> {
  const kept = withoutTurns(name).trim();
  if (kept.length < 2) return "name_missing";
  return kept.length > nameAtMost || summary.trim().length <= summaryAtMost ? "name_too_long" : "summary_too_long";
}
