import { dayOf } from "~/ui/dates";

/** A day in the three boxes of a form, as typed. */
export type TypedDay = { day: string; month: string; year: string };
export const noDay: TypedDay = { day: "", month: "", year: "" };

const text = (form: FormData, name: string) => {
  const value = form.get(name);
  return typeof value === "string" ? value.trim().slice(0, 200) : "";
};

/** What was sent of the form at this address, field by field. A field that was not sent is empty. */
export const typedLibrary = (form: FormData) => ({
  intent: text(form, "intent"),
  fileId: text(form, "file_id"),
  awardId: text(form, "award_id"),
  award: text(form, "award"),
  number: text(form, "number"),
  expires: { day: text(form, "expires-day"), month: text(form, "expires-month"), year: text(form, "expires-year") },
});
export type TypedLibrary = ReturnType<typeof typedLibrary>;

/** The day that was typed; null when all boxes are empty; undefined when there is no such day. */
export function readDay(typed: TypedDay): string | null | undefined {
  return Object.values(typed).every((part) => part === "") ? null : dayOf(typed);
}
