/** What in a provider's facts and answers is hard to believe together (Standard rules §B.4). It warns and never blocks; the provider may answer each warning in a sentence. */
import type { Criterion, Facts } from "#standards/format";
import { addDays, addMonths, type Day, daysBetween } from "~/platform/calendar";
import type { Answers } from "./answer";

/** Every check, in the order of the page. Kept with what was sent: never renamed, only added. */
export const plausibilityChecks = [
  "caseload",
  "hours",
  "open_cases",
  "wait_and_record",
  "long_wait",
  "on_a_break",
  "ages",
  "under_18s",
  "insurance_before_award",
  "insurance_during_mark",
  "one_phone",
  "personal_email",
  "limits_text",
  "small_numbers",
] as const;
export type PlausibilityCheck = (typeof plausibilityChecks)[number];

/** One thing that does not seem to fit, with the figures that its sentence names. */
export type Warning = { check: PlausibilityCheck; figures: Record<string, string | number> };

/** The facts each check looks at, or the topic of the answers it looks at: a criterion that rests on one of them is where the warning belongs. */
const about: Record<PlausibilityCheck, { facts: string[]; topic?: string }> = {
  caseload: { facts: ["max_caseload_per_fte"] },
  hours: { facts: ["max_caseload_per_fte", "typical_first_meeting_minutes"] },
  open_cases: { facts: ["open_cases_now", "max_places"] },
  wait_and_record: { facts: ["typical_wait_days", "median_wait_days_last_3m"] },
  long_wait: { facts: ["accepting_now", "typical_wait_days"] },
  on_a_break: { facts: ["accepting_now", "planned_closures"] },
  ages: { facts: ["age_min", "age_max"] },
  under_18s: { facts: ["works_with_under_18s"], topic: "safeguarding" },
  insurance_before_award: { facts: ["insurance_expiry"] },
  insurance_during_mark: { facts: ["insurance_expiry"] },
  one_phone: { facts: ["referral_phone", "complaints_contact"] },
  personal_email: { facts: ["referral_email"] },
  limits_text: { facts: ["what_we_cannot_support"] },
  small_numbers: { facts: ["referrals_last_3m", "started_last_3m", "declined_last_3m"] },
};

/** Whether a warning belongs beside this criterion. */
export const bearsOn = (check: PlausibilityCheck, { facts, core_topic }: Pick<Criterion, "facts" | "core_topic">): boolean =>
  about[check].facts.some((fact) => facts.includes(fact)) || (core_topic !== undefined && about[check].topic === core_topic);

/** Everything that does not seem to fit on this day, in the order of the checks. The same facts, answers and day give the same warnings. */
export function warningsFrom(facts: Facts, answers: Answers, today: Day): Warning[] {
  const found = [...ofRoom(facts, today), ...ofPeople(facts, answers), ...ofInsurance(facts, today), ...ofContact(facts)];
  return plausibilityChecks.flatMap((check) => found.filter((each) => each.check === check));
}

/** The same for facts without an assessment: what can be said of them alone. */
export const warningsOfFacts = (facts: Facts, today: Day): Warning[] => warningsFrom(facts, {}, today).filter(({ check }) => about[check].topic === undefined);

const caseloadLimit = 250;
const hoursInAYear = 1500;
const longWait = 60;
/** Choosing readers, reading and deciding take about 26 working days: the earliest likely day of an award. */
const daysToAward = 37;
const monthsOfAMark = 24;

function ofRoom(facts: Facts, today: Day): Warning[] {
  const caseload = numberIn(facts, "max_caseload_per_fte");
  // What a person takes is never stated as a fact; the first meeting is the least that each of them takes.
  const hours = Math.round(((caseload ?? 0) * (numberIn(facts, "typical_first_meeting_minutes") ?? 0)) / 60);
  const [open, places] = [numberIn(facts, "open_cases_now"), numberIn(facts, "max_places")];
  const [wait, record] = [numberIn(facts, "typical_wait_days"), numberIn(facts, "median_wait_days_last_3m")];
  const accepting = facts.accepting_now === "yes";
  const closed = accepting ? listIn(facts, "planned_closures").find((range) => covers(range, today)) : undefined;
  return [
    ...when(caseload !== undefined && caseload > caseloadLimit, "caseload", { said: caseload ?? 0, limit: caseloadLimit }),
    ...when(hours > hoursInAYear, "hours", { hours, limit: hoursInAYear, said: caseload ?? 0 }),
    ...when(open !== undefined && places !== undefined && open > places, "open_cases", { said: open ?? 0, limit: places ?? 0 }),
    ...when(wait !== undefined && record !== undefined && farApart(wait, record), "wait_and_record", { said: wait ?? 0, record: record ?? 0 }),
    ...when(accepting && wait !== undefined && wait > longWait, "long_wait", { said: wait ?? 0, limit: longWait }),
    ...when(closed !== undefined, "on_a_break", { until: closed?.split("/")[1] ?? "" }),
  ];
}

/** By more than half of the record, and by more than a week. */
const farApart = (said: number, record: number) => Math.abs(said - record) > 7 && 2 * Math.abs(said - record) > record;

function ofPeople(facts: Facts, answers: Answers): Warning[] {
  const [youngest, oldest] = [numberIn(facts, "age_min"), numberIn(facts, "age_max")];
  const children = facts.works_with_under_18s === true || (youngest !== undefined && youngest < 18);
  const counts = ["referrals_last_3m", "started_last_3m", "declined_last_3m"].filter((key) => {
    const count = numberIn(facts, key);
    return count !== undefined && count > 0 && count < 5;
  });
  return [
    ...when(youngest !== undefined && oldest !== undefined && youngest > oldest, "ages", { youngest: youngest ?? 0, oldest: oldest ?? 0 }),
    ...when(children && !Object.values(answers).some(speaksOfChildren), "under_18s", {}),
    ...when(counts.length > 0, "small_numbers", { count: counts.length }),
  ];
}

const speaksOfChildren = ({ how, evidence = [] }: Answers[string]): boolean =>
  [how, ...evidence.flatMap(({ title, words }) => [title, words])].some((text) => /\b(child(ren)?|young people|under[- ]?18s?|minors?)\b/i.test(text ?? ""));

function ofInsurance(facts: Facts, today: Day): Warning[] {
  const expiry = facts.insurance_expiry;
  if (typeof expiry !== "string" || expiry === "") return [];
  const award = addDays(today, daysToAward);
  if (expiry < award) return [{ check: "insurance_before_award", figures: { expiry } }];
  return when(expiry < addMonths(award, monthsOfAMark), "insurance_during_mark", { expiry });
}

const personalMail = [
  "gmail.com",
  "googlemail.com",
  "hotmail.com",
  "hotmail.co.uk",
  "outlook.com",
  "live.co.uk",
  "yahoo.com",
  "yahoo.co.uk",
  "icloud.com",
  "aol.com",
  "btinternet.com",
];

function ofContact(facts: Facts): Warning[] {
  const phone = digits(String(facts.referral_phone ?? ""));
  const host = String(facts.referral_email ?? "")
    .toLowerCase()
    .split("@")
    .at(-1);
  const limits = listIn(facts, "what_we_cannot_support").join(" ").trim();
  return [
    ...when(phone.length > 9 && listIn(facts, "complaints_contact").some((line) => digits(line).includes(phone)), "one_phone", { phone: String(facts.referral_phone) }),
    ...when(host !== undefined && personalMail.includes(host), "personal_email", { host: host ?? "" }),
    ...when(facts.what_we_cannot_support !== undefined && (limits.length < 20 || /^(none|nothing|n\/?a)\.?$/i.test(limits)), "limits_text", { length: limits.length }),
  ];
}

const when = (so: boolean, check: PlausibilityCheck, figures: Warning["figures"]): Warning[] => (so ? [{ check, figures }] : []);
/** The same number with and without +44. */
const digits = (text: string) => text.replace(/\D/g, "").replace(/^44/, "0");

function numberIn(facts: Facts, key: string): number | undefined {
  const value = facts[key];
  return typeof value === "number" ? value : undefined;
}

function listIn(facts: Facts, key: string): string[] {
  const value = facts[key];
  return Array.isArray(value) ? value : typeof value === "string" ? [value] : [];
}

function covers(range: string, today: Day): boolean {
  const [from = "", to = ""] = range.split("/");
  return daysBetween(from, today) >= 0 && daysBetween(today, to) >= 0;
}
