import type { Fact } from "#standards/facts-format";
import type { FactValue } from "#standards/format";
import type { Language } from "~/platform/words";
import { meantBy, type Typed, typedIn } from "~/providers/typed-facts";
import { dayOf } from "~/ui/dates";
import type { FieldErrors } from "~/ui/form";
import { insuranceFact } from "../paperwork/insurance";
import { entryTyped } from "../paperwork/register-entry";
import { asksForEntry, type CircumstanceKind, circumstanceKinds, factsAskedWith } from "./circumstance";
import { circumstancesWords } from "./words/circumstances-words";

/** What was typed, to be shown again: texts, and the facts that go with the change. */
export type TypedChange = { texts: Record<string, string>; facts: Record<string, Typed> };
export const nothingTold: TypedChange = { texts: {}, facts: {} };
const least = 20;
const most = 4000;

/** The facts that a kind asks about, as they are typed: those of a date of their own are left out. */
export const factsTyped = (kind: CircumstanceKind, facts: readonly Fact[]): Fact[] => facts.filter(({ key }) => key !== insuranceFact && factsAskedWith(kind).includes(key));

export const kindIn = (named: string | null): CircumstanceKind | undefined => circumstanceKinds.find((each) => each === named);

export function typedChange(form: FormData, facts: readonly Fact[]): TypedChange {
  const texts = Object.fromEntries([...form].flatMap(([name, value]) => (typeof value === "string" ? [[name, value.slice(0, most * 3).replaceAll("\r\n", "\n")]] : [])));
  return { texts, facts: typedIn(facts, form) };
}

export type ChangeRead =
  | { ok: true; told: { kind: CircumstanceKind; happenedOn: string; words: string; lostEntry: string | null; activity: string | null; facts: Record<string, FactValue> } }
  | { ok: false; errors: FieldErrors };

/** Reads it: the day, the words, and what is so now. An empty field says nothing new. Every fault at once, in the reader's language. */
export function readChange(kind: CircumstanceKind, typed: TypedChange, facts: readonly Fact[], language: Language): ChangeRead {
  const t = circumstancesWords(language);
  const errors: FieldErrors = {};
  const day = (name: string) =>
    dayOf({ day: typed.texts[`${name}-day`]?.trim() ?? "", month: typed.texts[`${name}-month`]?.trim() ?? "", year: typed.texts[`${name}-year`]?.trim() ?? "" });
  const happenedOn = day("happened");
  if (!happenedOn) errors.happened = t("wrong.happened");
  const insured = factsAskedWith(kind).includes(insuranceFact);
  const insuranceUntil = insured ? day("insurance") : undefined;
  if (insured && !insuranceUntil) errors.insurance = t("wrong.insurance");
  const words = typed.texts.words?.trim() ?? "";
  if (words.length < least) errors.words = t("wrong.words");
  if (words.length > most) errors.words = t("wrong.long", { most });
  const lost = asksForEntry(kind) ? (typed.texts.lost_entry?.trim() ?? "") : "";
  if (lost !== "" && !entryTyped(lost)) errors.lost_entry = t("wrong.lost_entry");
  if (!happenedOn || Object.keys(errors).length > 0) return { ok: false, errors };
  const said: Record<string, FactValue> = insuranceUntil ? { [insuranceFact]: insuranceUntil } : {};
  for (const fact of facts) {
    const meant = meantBy(fact, typed.facts[fact.key] ?? "");
    if (meant !== null) said[fact.key] = meant;
  }
  return { ok: true, told: { kind, happenedOn, words, lostEntry: lost || null, activity: typed.texts.activity?.trim() || null, facts: said } };
}
