import { z } from "zod";
import { dayOf } from "~/ui/dates";
import { type VisitFault, visitKinds, wordsBounds } from "./visit";

/** What the form that records a conversation or a visit sends as its `intent`. */
export const visitIntent = "record_visit";

/** What was typed, as the fields hold it. */
export type TypedVisit = { kind: string; held: { day: string; month: string; year: string }; about: string[]; words: string; willing: string };

export function typedVisit(form: FormData): TypedVisit {
  const text = (name: string, most = 20) => String(form.get(name) ?? "").slice(0, most);
  const held = { day: text("held-day").trim(), month: text("held-month").trim(), year: text("held-year").trim() };
  return { kind: text("kind", 40), held, about: form.getAll("about").map((id) => String(id).slice(0, 40)), words: text("words", 10_000), willing: text("willing") };
}

const VisitForm = z.object({
  kind: z.enum(visitKinds, "Say what it was"),
  held: z.string("Write the day on which it was, such as 27 3 2026"),
  about: z.array(z.string()),
  words: z.string(),
  willing: z.string().transform((said) => said !== "no"),
});

/** What was typed, as it can be recorded, or a sentence for each field that needs something. */
export const readVisit = (typed: TypedVisit) => VisitForm.safeParse({ ...typed, held: dayOf(typed.held) });

/** Where on the form a refusal is said, and how. */
export const visitFaults: Record<VisitFault | "personal", readonly [field: "held" | "about" | "words" | "willing", words: string]> = {
  day_to_come: ["held", "This day is still to come"],
  day_before: ["held", "This day is before the case was opened"],
  unknown_criterion: ["about", "One of these criteria does not apply to this group"],
  nobody_to_ask: ["willing", "Tick this only where you asked people who attend"],
  words_short: ["words", `Write at least ${wordsBounds.least} characters: whom you met, by their role, and what you heard and saw`],
  words_long: ["words", `Write no more than ${wordsBounds.most.toLocaleString("en-GB")} characters`],
  personal: ["words", "This holds somebody’s personal details. Write roles, not names, and no numbers or addresses of people"],
};
