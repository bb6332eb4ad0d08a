import type { Language } from "~/platform/words";
import { dayOf } from "~/ui/dates";
import type { FieldErrors } from "~/ui/form";
import type { CheckInSaid } from "./check-in";
import { checkInWords } from "./words/check-in-words";

/** What was typed, to be shown again: texts by the names of the fields, `still-ID` for each must-have. */
export type TypedCheckIn = Record<string, string>;
const most = 4000;
const texts = ["words", "plan", "changes"] as const;

/** What the form of a check-in sends. */
export const typedCheckIn = (form: FormData): TypedCheckIn =>
  Object.fromEntries([...form].flatMap(([name, value]) => (typeof value === "string" ? [[name, value.slice(0, most * 3).replaceAll("\r\n", "\n")]] : [])));

export type CheckInRead = { ok: true; said: CheckInSaid } | { ok: false; errors: FieldErrors };

/** Reads it: one answer for each of these must-haves, a day for the insurance, words where something is not true any more. Every fault at once, by its field, in the reader's language. */
export function readCheckIn(typed: TypedCheckIn, mustHaves: readonly { id: string }[], language: Language): CheckInRead {
  const t = checkInWords(language);
  const errors: FieldErrors = {};
  const facts = typed.facts;
  if (facts !== "yes" && facts !== "no") errors.facts = t("wrong.facts");
  const insuranceUntil = dayOf({ day: typed["insurance-day"]?.trim() ?? "", month: typed["insurance-month"]?.trim() ?? "", year: typed["insurance-year"]?.trim() ?? "" });
  if (!insuranceUntil) errors.insurance = t("wrong.insurance");
  for (const { id } of mustHaves) if (!["yes", "no"].includes(typed[`still-${id}`] ?? "")) errors[`still-${id}`] = t("wrong.must_have", { id });
  const notTrue = mustHaves.filter(({ id }) => typed[`still-${id}`] === "no").map(({ id }) => id);
  const [words, plan, changes] = texts.map((name) => typed[name]?.trim() ?? "") as [string, string, string];
  if (notTrue.length > 0 && words === "") errors.words = t("wrong.words");
  for (const name of texts) if ((typed[name]?.trim().length ?? 0) > most) errors[name] = t("wrong.long", { most });
  if (!insuranceUntil || Object.keys(errors).length > 0) return { ok: false, errors };
  return { ok: true, said: { factsRight: facts === "yes", insuranceUntil, notTrue, words, plan, changes } };
}
