/** Which criteria a mark in force is still to show, and what follows when nobody does. */
import type { Facts, FactValue, Standard } from "#standards/format";
import { addDays, addMonths, type Day, londonDay } from "~/platform/calendar";
import { clockRules } from "~/review/clocks";
import { applies, factsInRule } from "~/standards/applies";
import { permitChange, situationOf } from "../mark-moves";
import { endedByPeople } from "../paperwork/owed";
import type { MarkFacts } from "../status";
import type { OpenTopUp, WantedTopUp } from "./top-up";

/** Days to show a must-have that has come to apply (Standard rules §C.2), and the least that any of them gives. */
const daysToShow = clockRules.top_up.days;
/** Months that a new must-have gives a live mark where its change says nothing else (§D). */
const usualMonths = 6;
/** Days under review before a new must-have that was not shown suspends the mark (P08). */
const daysOfReview = 28;

/** A version that is in force, newer than the mark's. */
export type NewerVersion = { standard: Standard; inForceFrom: Day };
export type Asking = {
  /** The version that the mark was given under, and what the provider said of itself then. */
  standard: Standard;
  submitted: Facts;
  /** What it says now. */
  stated: Facts;
  newer: readonly NewerVersion[];
  mark: Pick<MarkFacts, "awardedOn" | "validUntil">;
  today: Day;
};

/** Everything that the mark should be asked to show, with the last day for it where it was asked today. Each criterion once. */
export function wantedTopUps(asking: Asking): WantedTopUp[] {
  const all = [...newlyApplying(asking), ...newMustHaves(asking)];
  return all.filter((each, at) => all.findIndex(({ criterion }) => criterion === each.criterion) === at);
}

/** Must-haves of the mark's own version that did not apply when it was given, and do now (P14). */
function newlyApplying({ standard, submitted, stated, today }: Asking): WantedTopUp[] {
  const now = { ...submitted, ...stated };
  return standard.criteria
    .filter(({ must_have, applies: rule }) => must_have && !applies(rule, submitted) && applies(rule, now))
    .map(({ id, applies: rule }) => ({
      criterion: id,
      why: "facts_changed",
      facts: factsInRule(rule).filter((key) => !same(submitted[key], now[key])),
      version: null,
      lastDay: addDays(today, daysToShow),
    }));
}

const same = (one: FactValue | undefined, other: FactValue | undefined) => JSON.stringify(one ?? null) === JSON.stringify(other ?? null);

/** What newer versions have made a must-have: to be shown before the day they give, unless the mark is over by then (§D, P08). */
function newMustHaves({ submitted, stated, newer, mark }: Asking): WantedTopUp[] {
  const now = { ...submitted, ...stated };
  return newer.flatMap(({ standard, inForceFrom }) =>
    (standard.changes?.changes ?? [])
      .filter(({ type }) => type === "critical_on")
      .flatMap(({ criteria, compliance_months = usualMonths }) => {
        const before = addDays(addMonths(inForceFrom, compliance_months), -1);
        const least = addDays(mark.awardedOn, daysToShow);
        const lastDay = before > least ? before : least;
        const asked = standard.criteria.filter(({ id, applies: rule }) => criteria.includes(id) && applies(rule, now));
        return lastDay < mark.validUntil ? asked.map(({ id }): WantedTopUp => ({ criterion: id, why: "critical_on", facts: [], version: standard.version, lastDay })) : [];
      }),
  );
}

/** What the mark is to be because of one criterion that was not shown in time: reviewed, and suspended where a newer version asked for it and 28 days of review are over. Nothing for a new activity: that is not covered, and the mark stands for everything else. */
export const overdueDemands = ({ why, overdueAt }: Pick<OpenTopUp, "why" | "overdueAt">, now: Date): "review" | "suspend" | undefined =>
  why === "new_activity" ? undefined : why === "critical_on" && overdueAt !== null && londonDay(now) >= addDays(londonDay(overdueAt), daysOfReview) ? "suspend" : "review";

/** What a rule does to the mark because of it. Nothing once a person has ended a review or a suspension since: then people decide. */
export function overdueStep(topUp: Pick<OpenTopUp, "why" | "overdueAt">, facts: MarkFacts, now: Date): "review" | "suspend" | undefined {
  if (topUp.overdueAt === null || endedByPeople(facts, topUp.overdueAt, now)) return undefined;
  const step = overdueDemands(topUp, now);
  return step && permitChange(step, { ...situationOf(facts, now), standings: ["system"] }).ok ? step : undefined;
}
