import { z } from "zod";
import { fieldErrors } from "~/platform/form";
import type { FieldErrors } from "~/ui/form";

export const mostReason = 1000;

/** What is to be held back: one case by its number ("C-0042"), or one group by its name or the last part of its address. */
const Hold = z.object({
  what: z.string().trim().min(1, "Enter a case number, or the name of a group").max(200, "Enter a case number, or the name of a group"),
  reason: z.string().trim().min(10, "Say in a sentence why it is still needed").max(mostReason, `Write no more than ${mostReason} characters`),
});
export type TypedHold = { what: string; reason: string };

export function readHold(form: FormData): { ok: true; hold: TypedHold } | { ok: false; typed: TypedHold; errors: FieldErrors } {
  const typed = { what: String(form.get("what") ?? "").slice(0, 300), reason: String(form.get("reason") ?? "").slice(0, 10_000) };
  const read = Hold.safeParse(typed);
  return read.success ? { ok: true, hold: read.data } : { ok: false, typed, errors: fieldErrors(read.error) };
}

/** 42 of "C-0042", "c 42". Undefined for anything else. */
export const caseNumberIn = (words: string): number | undefined => {
  const digits = /^c[-\s]?0*(\d{1,9})$/i.exec(words)?.[1];
  return digits === undefined ? undefined : Number(digits);
};

export const holdWords = {
  nothing_found: "There is no case with this number, and no group with exactly this name",
  several_found: "Several groups have this name. Use the last part of the address of its page instead",
  held_already: "This is held back already",
} as const;
