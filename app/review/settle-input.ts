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

/** The same of a third rating, beside the fields of its own form. */
export const thirdErrors = (errors: FieldErrors): FieldErrors => Object.fromEntries(Object.entries(errors).map(([field, said]) => [`third_${field}`, said]));

const words = {
  ...refusalWords,
  ...reasonWords,
  outside_range: "Choose a level between the two ratings. One outside needs a third reader",
  third_given: "Somebody else has given a third rating meanwhile. Nothing was changed.",
  nothing_to_settle_here: "There is nothing left to settle here: somebody was faster.",
};
