import { z } from "zod";
import { Level } from "#standards/format";
import { reasonFault } from "./rating";
import type { FieldErrors } from "./rating-input";
import { reasonWords, refusalWords } from "./refusal-words";

const Chosen = z.coerce.number().pipe(Level);

/** The settlement that was typed, or a sentence beside each field that needs something. */
export function readSettlement({
  level,
  reason,
}: {
  level?: string;
  reason: string;
}): { ok: true; settlement: { level: Level; reason: string } } | { ok: false; errors: FieldErrors } {
  const chosen = Chosen.safeParse(level || undefined);
  const fault = reasonFault(reason);
  if (chosen.success && !fault) return { ok: true, settlement: { level: chosen.data, reason } };
  return { ok: false, errors: { ...(chosen.success ? {} : { level: "Choose a level" }), ...(fault ? { reason: reasonWords[fault] } : {}) } };
}

/** A refused settlement, beside the field it is about. */
export function settleErrors(why: keyof typeof words): FieldErrors {
  return why === "outside_range" ? { level: words[why] } : { reason: words[why] };
}

const words = {
  ...refusalWords,
  ...reasonWords,
  outside_range: "Choose a level between the two ratings. One outside needs a third reader",
  nothing_to_settle_here: "There is nothing left to settle here: somebody was faster.",
};
