/** What a referrer is told about sending somebody to a provider: who says so, and when. Plain data for pages. */
import type { Fact } from "#standards/facts-format";
import type { Day } from "~/platform/calendar";
import { shownValue } from "~/providers/fact-shown";
import type { Nation, PublicProvider, Route } from "./provider";

/** One thing they say of themselves. `on`: the day it was last said; of several, the one longest ago. */
export type ToldRow = { term: string; lines: string[]; on: Day; heed?: true };
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
export function referView({ facts, checks, nation }: Pick<PublicProvider, "facts" | "checks" | "nation">, list: readonly Fact[]): ReferView {
  const said = reader(facts, list);
  const steps = said.row("How to refer", ["how_to_refer"]);
  const whoFor = said.row("Who it is for", ["who_for", "catchment"], ages(facts));
  const cannot = said.row("What they cannot support", ["what_we_cannot_support"], [], true);
  const more = moreRows.flatMap(({ term, keys }) => said.row(term, keys) ?? []).concat(waits(facts));
  return {
    steps,
    contacts: contactsOf(said.text, facts, checks),
    whoFor,
    cannot,
    more,
    saidOn: oneDay([steps, whoFor, cannot, ...more].flatMap((row) => row?.on ?? [])),
    crisis: crisisLines[nation],
    crisisService: facts.crisis_service?.value === "yes_hours",
  };
}

const moreRows: { term: string; keys: string[] }[] = [
  { term: "People come for", keys: ["helps_with"] },
  { term: "When", keys: ["days_times"] },
  { term: "Where", keys: ["venue"] },
  { term: "Cost", keys: ["cost_to_person", "cost_help"] },
  { term: "How long", keys: ["sessions_offered"] },
  { term: "Getting in", keys: ["accessibility"] },
  { term: "What it asks of people", keys: ["physical_demands"] },
  { term: "Someone to come with", keys: ["buddy_available"] },
  { term: "Languages", keys: ["languages"] },
  { term: "Who may refer", keys: ["referral_routes"] },
  { term: "When someone answers", keys: ["opening_hours"] },
  { term: "How they decide", keys: ["eligibility_rules"] },
  { term: "How to complain", keys: ["complaints_contact"] },
];

/** Where urgent help is, by nation. */
const crisisLines: Record<Nation, string[]> = {
  england: ["Emergency: 999.", "Urgent mental health help in England: 111, option 2."],
  wales: ["Emergency: 999.", "Urgent mental health help in Wales: 111, option 2."],
  scotland: ["Emergency: 999.", "Urgent mental health help in Scotland: 111."],
  northern_ireland: ["Emergency: 999.", "Urgent help in Northern Ireland: Lifeline, 0808 808 8000."],
};

function reader(facts: PublicProvider["facts"], list: readonly Fact[]) {
  const byKey = new Map(list.map((fact) => [fact.key, fact]));
  const lines = (key: string) => {
    const [fact, said] = [byKey.get(key), facts[key]];
    return fact && said ? shownValue(fact, said.value) : [];
  };
  const row = (term: string, keys: string[], extra: string[] = [], heed = false): ToldRow | undefined => {
    const all = keys.flatMap((key) => (byKey.get(key)?.options ? [lines(key).join(", ")].filter(Boolean) : lines(key))).concat(extra);
    const [oldest] = keys.flatMap((key) => facts[key]?.on ?? []).sort();
    return all.length > 0 && oldest ? { term, lines: all, on: oldest, ...(heed ? { heed: true as const } : {}) } : undefined;
  };
  const text = (key: string) => lines(key)[0];
  return { row, text };
}

function ages({ age_min, age_max }: PublicProvider["facts"]): string[] {
  const [from, to] = [age_min?.value, age_max?.value];
  if (from !== undefined && to !== undefined) return [`Ages ${from} to ${to}.`];
  if (from !== undefined) return [`Aged ${from} and over.`];
  return to === undefined ? [] : [`Aged up to ${to}.`];
}

function oneDay(days: Day[]): Day | null {
  const [first, ...others] = new Set(days);
  return first !== undefined && others.length === 0 ? first : null;
}

/** How long each step takes, as they say. */
function waits({ reply_within_working_days, feedback_to_referrer_days }: PublicProvider["facts"]): ToldRow[] {
  const days = (count: unknown) => (count === 1 ? "1 working day" : `${count} working days`);
  const rows: ToldRow[] = [];
  if (reply_within_working_days) rows.push({ term: "They reply", lines: [`Within ${days(reply_within_working_days.value)}.`], on: reply_within_working_days.on });
  if (feedback_to_referrer_days) rows.push({ term: "You hear back", lines: [`Within ${days(feedback_to_referrer_days.value)}.`], on: feedback_to_referrer_days.on });
  return rows;
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
