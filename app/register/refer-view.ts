/** What a referrer is told about sending somebody to a provider: who says so, and when. Plain data for pages. */
import type { Fact } from "#standards/facts-format";
import type { Day } from "~/platform/calendar";
import type { Language } from "~/platform/words";
import { shownValue } from "~/providers/fact-shown";
import type { Nation, PublicProvider, Route } from "./provider";
import { registerWords } from "./words/register-words";

/** One thing they say of themselves. `on`: the day it was last said; of several, the one longest ago. */
export type ToldRow = { about: RowName; term: string; lines: string[]; on: Day; heed?: true };
export type Contact = { route: Route; shown: string; href: string; told: Day; check?: { worked: boolean; on: Day } };
export type ReferView = {
  steps: ToldRow | undefined;
  contacts: Contact[];
  whoFor: ToldRow | undefined;
  cannot: ToldRow | undefined;
  more: ToldRow[];
  crisis: string[];
  crisisService: boolean;
  /** The day on which they said all of it, when it was one. */
  saidOn: Day | null;
};

/** `list` is the whole list of facts, for their labels. */
export function referView({ facts, checks, nation }: Pick<PublicProvider, "facts" | "checks" | "nation">, list: readonly Fact[], language: Language = "en"): ReferView {
  const t = registerWords(language);
  const said = reader(facts, list, language);
  const steps = said.row("how", ["how_to_refer"]);
  const whoFor = said.row("who_for", ["who_for", "catchment"], ages(facts, language));
  const cannot = said.row("cannot", ["what_we_cannot_support"], [], true);
  const more = moreRows.flatMap(({ about, keys }) => said.row(about, keys) ?? []).concat(waits(facts, language));
  return {
    steps,
    contacts: contactsOf(said.text, facts, checks),
    whoFor,
    cannot,
    more,
    saidOn: oneDay([steps, whoFor, cannot, ...more].flatMap((row) => row?.on ?? [])),
    crisis: [t("refer.crisis.emergency"), t(`refer.crisis.${nation satisfies Nation}`)],
    crisisService: facts.crisis_service?.value === "yes_hours",
  };
}

const moreRows = [
  { about: "helps_with", keys: ["helps_with"] },
  { about: "when", keys: ["days_times"] },
  { about: "where", keys: ["venue"] },
  { about: "cost", keys: ["cost_to_person", "cost_help"] },
  { about: "how_long", keys: ["sessions_offered"] },
  { about: "getting_in", keys: ["accessibility"] },
  { about: "demands", keys: ["physical_demands"] },
  { about: "with_someone", keys: ["buddy_available"] },
  { about: "languages", keys: ["languages"] },
  { about: "routes", keys: ["referral_routes"] },
  { about: "answers", keys: ["opening_hours"] },
  { about: "decide", keys: ["eligibility_rules"] },
  { about: "complain", keys: ["complaints_contact"] },
] as const;
export type RowName = (typeof moreRows)[number]["about"] | "how" | "who_for" | "cannot" | "reply" | "hear_back";

function reader(facts: PublicProvider["facts"], list: readonly Fact[], language: Language) {
  const byKey = new Map(list.map((fact) => [fact.key, fact]));
  const lines = (key: string) => {
    const [fact, said] = [byKey.get(key), facts[key]];
    return fact && said ? shownValue(fact, said.value, language) : [];
  };
  const row = (about: RowName, keys: readonly string[], extra: string[] = [], heed = false): ToldRow | undefined => {
    const all = keys.flatMap((key) => (byKey.get(key)?.options ? [lines(key).join(", ")].filter(Boolean) : lines(key))).concat(extra);
    const [oldest] = keys.flatMap((key) => facts[key]?.on ?? []).sort();
    return all.length > 0 && oldest ? { about, term: registerWords(language)(`refer.rows.${about}`), lines: all, on: oldest, ...(heed ? { heed: true as const } : {}) } : undefined;
  };
  const text = (key: string) => lines(key)[0];
  return { row, text };
}

function ages({ age_min, age_max }: PublicProvider["facts"], language: Language): string[] {
  const t = registerWords(language);
  const [from, to] = [age_min?.value, age_max?.value];
  if (from !== undefined && to !== undefined) return [t("refer.ages.between", { from: String(from), to: String(to) })];
  if (from !== undefined) return [t("refer.ages.from", { from: String(from) })];
  return to === undefined ? [] : [t("refer.ages.to", { to: String(to) })];
}

function oneDay(days: Day[]): Day | null {
  const [first, ...others] = new Set(days);
  return first !== undefined && others.length === 0 ? first : null;
}

/** How long each step takes, as they say. */
function waits({ reply_within_working_days, feedback_to_referrer_days }: PublicProvider["facts"], language: Language): ToldRow[] {
  const t = registerWords(language);
  const row = (about: "reply" | "hear_back", fact: PublicProvider["facts"][string] | undefined): ToldRow[] =>
    fact ? [{ about, term: t(`refer.rows.${about}`), lines: [t("refer.within", { count: Number(fact.value) })], on: fact.on }] : [];
  return [...row("reply", reply_within_working_days), ...row("hear_back", feedback_to_referrer_days)];
}

/** Phone first, unless it did not answer when we tried it and the e-mail did. */
function contactsOf(text: (key: string) => string | undefined, facts: PublicProvider["facts"], checks: PublicProvider["checks"]): Contact[] {
  const [phone, email] = [text("referral_phone"), text("referral_email")];
  const contacts: Contact[] = [];
  if (phone) contacts.push({ route: "phone", shown: phone, href: telephone(phone), told: facts.referral_phone?.on ?? "", ...check(checks.phone) });
  if (email) contacts.push({ route: "email", shown: email, href: `mailto:${email}`, told: facts.referral_email?.on ?? "", ...check(checks.email) });
  return contacts.sort((a, b) => Number(a.check?.worked === false) - Number(b.check?.worked === false));
}

const check = (made: { worked: boolean; on: Day } | undefined) => (made ? { check: made } : {});

/** Lines one after the other, each with an end: "Tuesdays 10 to 1. Free." */
export const sentences = (lines: readonly string[]): string => lines.map((line) => (/[.!?…]$/.test(line) ? line : `${line}.`)).join(" ");

/** "01632 960100" → "tel:+441632960100" */
export function telephone(number: string): string {
  const digits = number.replace(/\(0\)/, "").replace(/[^\d+]/g, "");
  return `tel:${digits.replace(/^00/, "+").replace(/^0/, "+44")}`;
}
