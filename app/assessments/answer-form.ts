import { typedWarning } from "~/evidence/finding-words";
import { fieldErrors } from "~/platform/form";
import type { Language } from "~/platform/words";
import { dayOf } from "~/ui/dates";
import type { FieldErrors } from "~/ui/form";
import { Answer, type EvidenceItem, PrivateNote } from "./answer";
import { keptFaults } from "./kept-faults";
import type { Missing } from "./missing";
import { missingWords } from "./missing-words";
import { tidy } from "./parts";
import { personalIn } from "./personal";
import type { Filled } from "./survey/from-survey";

/** The plain form of one criterion, by the names of its fields: as typed, perhaps wrong. A box that is ticked says "yes". */
export const fieldNames = [
  "level",
  "how",
  "na",
  "na-reason",
  "na-words",
  "plan-what",
  "plan-who",
  "plan-when-day",
  "plan-when-month",
  "plan-when-year",
  "plan-help",
  "private-note",
] as const;
export type TypedAnswer = Record<(typeof fieldNames)[number], string>;

/** Reads the fields of a form, whatever is in it. Evidence is not among them: it has a page of its own. */
export function typedFrom(form: FormData): TypedAnswer {
  const value = (name: string) => {
    const given = form.get(name);
    return typeof given === "string" ? given : "";
  };
  return Object.fromEntries(fieldNames.map((name) => [name, value(name)])) as TypedAnswer;
}

/** What the form shows of an answer that is kept. */
export function typedOf({ answer: { level, how, na, plan }, privateNote }: Filled): TypedAnswer {
  const [year = "", month = "", day = ""] = plan?.when?.split("-") ?? [];
  return {
    level: level ?? "",
    how: how ?? "",
    na: na?.claimed ? "yes" : "",
    "na-reason": na?.reason ?? "",
    "na-words": na?.words ?? "",
    "plan-what": plan?.what ?? "",
    "plan-who": plan?.who ?? "",
    "plan-when-day": day,
    "plan-when-month": month,
    "plan-when-year": year,
    "plan-help": plan?.help ?? "",
    "private-note": privateNote,
  };
}

export type ReadAnswer = { ok: true; filled: Filled } | { ok: false; errors: FieldErrors };

/** Makes an answer of what was typed, with the evidence that is there already. Refuses, beside each field, what cannot even be kept in a draft. */
export function readTyped(typed: TypedAnswer, evidence: EvidenceItem[] | undefined, language: Language): ReadAnswer {
  const filled = {
    level: typed.level || undefined,
    how: typed.how,
    evidence,
    na: { claimed: typed.na !== "", reason: typed["na-reason"], words: typed["na-words"] },
    plan: { what: typed["plan-what"], who: typed["plan-who"], when: typedDay(typed), help: typed["plan-help"] },
  };
  const answer = Answer.safeParse(filled, keptFaults(language));
  const note = PrivateNote.safeParse(typed["private-note"], keptFaults(language));
  const errors = { ...(answer.success ? {} : fieldErrors(answer.error)), ...(note.success ? {} : { "private-note": note.error.issues[0]?.message ?? "" }) };
  return answer.success && note.success ? { ok: true, filled: { answer: tidy(answer.data), privateNote: note.data } } : { ok: false, errors };
}

/** A real day in ISO form; otherwise what was typed, so that it is there again next time. */
function typedDay({ "plan-when-day": day, "plan-when-month": month, "plan-when-year": year }: TypedAnswer): string | undefined {
  const [d, m, y] = [day.trim(), month.trim(), year.trim()];
  if (!d && !m && !y) return undefined;
  return dayOf({ day: d, month: m, year: y }) ?? [y, m, d].join("-");
}

/** What looks like personal details, beside the field it was typed into. */
export function typedWarnings(answer: Answer, language: Language): FieldErrors {
  const found = personalIn(answer).filter(({ field }) => !field.startsWith("evidence"));
  return Object.fromEntries(found.map(({ field, findings }) => [field.replaceAll(".", "-"), typedWarning(findings, language)]));
}

/** What is missing, beside the field it belongs to. All that is wrong with things shown stands together, where they are listed. */
export function missingErrors(missing: readonly Missing[], language: Language): FieldErrors {
  const errors: FieldErrors = {};
  for (const { field, why } of missing) errors[field.startsWith("evidence") ? "evidence" : field.replaceAll(".", "-")] ??= missingWords({ field, why }, language);
  return errors;
}
