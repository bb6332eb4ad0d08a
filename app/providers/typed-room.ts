import { z } from "zod";
import type { Language } from "~/platform/words";
import type { FieldErrors } from "~/ui/form";
import { type Accepting, acceptings, type Capacity } from "./capacity";
import { providerWords } from "./words/provider-words";

export type TypedRoom = { accepting?: string; wait_weeks: string; note: string };
export type ReadRoom = { ok: true; capacity: Capacity } | { ok: false; errors: FieldErrors };

/** Reads the form about room, with a sentence beside each field that will not do. A wait is only asked of those who take people. */
export function readRoom({ accepting, wait_weeks, note }: TypedRoom, language: Language = "en"): ReadRoom {
  const t = providerWords(language);
  const errors: FieldErrors = {};
  const chosen = z.enum(acceptings).safeParse(accepting);
  if (!chosen.success) errors.accepting = t("room_form.accepting_missing");
  const waits = takesPeople.includes(chosen.data ?? "closed");
  const waitWeeks = waits ? wholeWeeks(wait_weeks) : null;
  if (waits && waitWeeks === null) errors.wait_weeks = t(wait_weeks.trim() === "" ? "room_form.wait_missing" : "room_form.wait_wrong");
  if (note.trim().length > 200) errors.note = t("room_form.note_too_long");
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
