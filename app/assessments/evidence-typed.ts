import type { Day } from "~/platform/calendar";
import { fieldErrors } from "~/platform/form";
import type { Language } from "~/platform/words";
import { dayOf } from "~/ui/dates";
import type { FieldErrors } from "~/ui/form";
import { EvidenceItem, type EvidenceWay } from "./answer";
import { askingWords } from "./asking/words/asking-words";
import { keptFaults } from "./kept-faults";
import { missingFromItem } from "./missing";
import { missingWords } from "./missing-words";

/** The plain form for one thing to show, by the names of its fields: as typed, perhaps wrong. `stored` is a file that was kept when another field was wrong, `have` one of the library. */
const fieldNames = ["kind", "stored", "have", "award", "link", "words", "title", "date-day", "date-month", "date-year", "clean"] as const;
export type TypedEvidence = Record<(typeof fieldNames)[number], string>;
export const nothingTyped = Object.fromEntries(fieldNames.map((name) => [name, ""])) as TypedEvidence;

/** What a form sent, field by field, as typed. A field that was not sent, or is a file, is empty. */
export function typedEvidence(form: FormData): TypedEvidence {
  const value = (name: string) => {
    const given = form.get(name);
    return typeof given === "string" ? given : "";
  };
  return Object.fromEntries(fieldNames.map((name) => [name, value(name)])) as TypedEvidence;
}

/**
 * Makes one thing to show of what was typed, with what belongs to its kind and nothing else. Everything a submission needs of it is asked at once:
 * it is added whole. Errors are by field; what is wrong with the file stands at `file`.
 */
export function readEvidenceForm(
  typed: TypedEvidence,
  { ways, today, language }: { ways: readonly EvidenceWay[]; today: Day; language: Language },
): { ok: true; item: EvidenceItem } | { ok: false; errors: FieldErrors } {
  const kind = ways.find((way) => way === typed.kind);
  if (!kind) return { ok: false, errors: { kind: askingWords(language)("part.kind.empty") } };
  const { link, words, title, clean, stored, have, award } = typed;
  const dated = { date: typedDate(typed) };
  const parts = {
    file: { file: stored || have || undefined, ...dated, clean: clean !== "" },
    link: { link, ...dated },
    words: { words },
    call: {},
    award: { award: award || undefined },
  }[kind];
  const read = EvidenceItem.safeParse({ kind, title, ...parts }, keptFaults(language));
  if (!read.success) return { ok: false, errors: fieldErrors(read.error) };
  const missing = missingFromItem(read.data, today);
  if (missing.length > 0) return { ok: false, errors: Object.fromEntries(missing.map(({ field, why }) => [field, missingWords({ field: `evidence.0.${field}`, why }, language)])) };
  return { ok: true, item: read.data };
}

function typedDate({ "date-day": day, "date-month": month, "date-year": year }: TypedEvidence): string | undefined {
  const [d, m, y] = [day.trim(), month.trim(), year.trim()];
  if (!d && !m && !y) return undefined;
  return dayOf({ day: d, month: m, year: y }) ?? "no day";
}
