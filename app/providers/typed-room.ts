import { z } from "zod";
import type { FieldErrors } from "~/ui/form";
import { type Accepting, acceptings, type Capacity } from "./capacity";

export type TypedRoom = { accepting?: string; wait_weeks: string; note: string };
export type ReadRoom = { ok: true; capacity: Capacity } | { ok: false; errors: FieldErrors };

/** Reads the form about room, with a sentence beside each field that will not do. A wait is only asked of those who take people. */
export function readRoom({ accepting, wait_weeks, note }: TypedRoom): ReadRoom {
  const errors: FieldErrors = {};
  const chosen = z.enum(acceptings).safeParse(accepting);
  if (!chosen.success) errors.accepting = "Choose whether you are taking new people";
  const waits = takesPeople.includes(chosen.data ?? "closed");
  const waitWeeks = waits ? wholeWeeks(wait_weeks) : null;
  if (waits && waitWeeks === null)
    errors.wait_weeks = wait_weeks.trim() === "" ? "Say how many weeks people usually wait, or 0 if there is no wait" : "Write the wait as a whole number of weeks, from 0 to 52";
  if (note.trim().length > 200) errors.note = "Shorten this to 200 characters";
  return chosen.success && Object.keys(errors).length === 0 ? { ok: true, capacity: { accepting: chosen.data, waitWeeks, note: note.trim() } } : { ok: false, errors };
}

/** The form as it stands for what was last said. */
export const typedRoom = (said: Capacity | undefined): TypedRoom => ({
  accepting: said?.accepting,
  wait_weeks: said?.waitWeeks === null || !said ? "" : String(said.waitWeeks),
  note: said?.note ?? "",
});

const takesPeople: Accepting[] = ["open", "waiting_list"];
const wholeWeeks = (text: string) => (/^\d{1,2}$/.test(text.trim()) && Number(text) <= 52 ? Number(text) : null);
