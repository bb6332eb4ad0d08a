/** When a group is reminded that a mark of its, or its insurance, runs out (Marks §C.2, §B.3). Of several that have come at once only the nearest is told. */
import { addDays, addMonths, type Day, londonDay } from "~/platform/calendar";
import { isInForce, type MarkFacts, statusOf } from "../status";

/** Months before a mark's last day: renewing opens with the first. */
export const renewalMonths = [6, 3, 1] as const;
/** Days before the last day of cover. */
export const insuranceDays = [60, 30, 7] as const;

/** How many months before its last day a mark's group is to be reminded today. Nothing once a renewal was sent, and nothing of a mark that is over. */
export function renewalReminder(facts: MarkFacts, now: Date): (typeof renewalMonths)[number] | undefined {
  const { status } = statusOf(facts, now);
  const today = londonDay(now);
  if (facts.renewalSubmittedOn !== null || today > facts.validUntil || !(isInForce(status) || status === "suspended")) return undefined;
  return renewalMonths.findLast((months) => today >= addMonths(facts.validUntil, -months));
}

/** How many days before the last day of cover a group is to be reminded today. */
export const insuranceReminder = (insuredUntil: Day, today: Day): (typeof insuranceDays)[number] | undefined =>
  today > insuredUntil ? undefined : insuranceDays.findLast((days) => today >= addDays(insuredUntil, -days));
