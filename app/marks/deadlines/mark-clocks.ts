import { addDays, addMonths, type Day, daysBetween, londonDay } from "~/platform/calendar";
import type { Nation } from "~/review/bank-holidays";
import { type Clock, type ClockName, clockRules, workingDaysLeft } from "~/review/clocks";
import { addWorkingDays } from "~/review/working-days";
import { askedOf } from "../answers/asked";
import { checkInDays, checkInState } from "../check-ins/check-in";
import { clockFor, lookBy } from "../circumstances/circumstance";
import { kindNames } from "../circumstances/circumstance-words";
import { openConditions } from "../conditions";
import type { FoundMark, Upkeep, Waiting } from "../found-mark";
import { isInForce, statusOf } from "../status";

/** A deadline of a mark, and the criteria it is about; where its group has told us of a change, of what. */
export type MarkClock = Clock & { criteria: string[] };

/** Days after its end on which a group can still be told that something is over. */
export const toldAfter = 7;
/** Renewing opens so many months before a mark's last day (Marks §C.2). */
export const renewalOpens = (validUntil: Day): Day => addMonths(validUntil, -6);

/**
 * Every deadline of a mark today (Scoring §C.1, Marks §C.2): what its group is to put right or show, its last day while no renewal was sent, and what a moderator is to look at.
 * What waits for us is not awaited from the group. For a week, what is over: a condition (the mark goes on as Essentials) and the mark itself, `left` below nought.
 */
export function markClocks(
  { facts, topUps }: Pick<FoundMark, "facts" | "topUps">,
  { waiting, upkeep, nation, now }: { waiting: readonly Waiting[]; upkeep: Upkeep; nation: Nation; now: Date },
): MarkClock[] {
  const today = londonDay(now);
  const { status, inForce, level } = statusOf(facts, now);
  const theirs = (of: ClockName, due: Day, criteria: string[]): MarkClock => ({
    of,
    from: clockRules[of].from,
    whose: "theirs",
    due,
    left: daysBetween(today, due),
    paused: false,
    criteria,
  });
  const asked = askedOf({ facts, topUps }, now);
  const isWith = (us: (typeof asked)[number]) => waiting.find(({ criterion, topUpId }) => criterion === us.criterion && topUpId === us.topUpId);
  const clocks: MarkClock[] = [];

  const conditions = facts.conditions;
  const owed = asked.filter((each) => each.topUpId === null && !isWith(each)).map(({ criterion }) => criterion);
  const lapsed = conditions && today > conditions.by && today <= addDays(conditions.by, toldAfter) && inForce && level === "essentials" ? openConditions(facts, now) : [];
  if (conditions && owed.length + lapsed.length > 0) clocks.push(theirs("condition", conditions.by, [...owed, ...lapsed]));

  const toShow = asked.filter((each) => each.topUpId !== null && !isWith(each));
  for (const due of [...new Set(toShow.map(({ lastDay }) => lastDay))])
    clocks.push(
      theirs(
        "top_up",
        due,
        toShow.filter(({ lastDay }) => lastDay === due).map(({ criterion }) => criterion),
      ),
    );

  const { validUntil, renewalSubmittedOn } = facts;
  const ends = isInForce(status) || status === "suspended" ? today >= renewalOpens(validUntil) : status === "expired" && today <= addDays(validUntil, toldAfter);
  if (ends && renewalSubmittedOn === null) clocks.push(theirs("mark_end", validUntil, []));

  const checkIn = checkInState(facts, upkeep.checkedIn, now);
  if (checkIn === "open" || checkIn === "late") clocks.push(theirs("check_in", checkInDays(facts.awardedOn).last, []));

  const ours = (of: ClockName, due: Day, about: string[]): MarkClock => ({
    of,
    from: clockRules[of].from,
    whose: "ours",
    due,
    left: workingDaysLeft(due, today, nation),
    paused: false,
    criteria: about,
  });
  const told = upkeep.told.map((each) => ({ kind: each.kind, of: clockFor(each.kind), due: lookBy(each, nation) }));
  for (const { of, due } of told.filter((each, at) => told.findIndex((other) => other.of === each.of && other.due === each.due) === at)) {
    const what = told.filter((other) => other.of === of && other.due === due).map(({ kind }) => kindNames[kind]);
    clocks.push(ours(of, due, [...new Set(what)]));
  }

  for (const each of asked) {
    const sent = isWith(each);
    if (!sent) continue;
    const usual = addWorkingDays(londonDay(sent.sentAt), clockRules.mark_answer.days, nation);
    const due = each.topUpId === null && each.lastDay < usual ? each.lastDay : usual;
    clocks.push(ours("mark_answer", due, [each.criterion]));
  }
  return clocks;
}

/** Those that run: what is over and nobody owes any more is told of, and stands on no page. A top-up or a check-in that is late is still awaited, and so is what we are to look at. */
export const runningOf = (clocks: readonly MarkClock[]): MarkClock[] =>
  clocks.filter(({ of, whose, left }) => left >= 0 || whose === "ours" || of === "top_up" || of === "check_in");
