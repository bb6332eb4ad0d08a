/**
 * What is true of a mark at a moment. Nothing of this is stored: the rows of a mark and the clock are enough, so a page is right in the same second.
 *
 * The first line that applies is the status:
 *
 *   withdrawn, surrendered, superseded   an event ended the mark while its time still ran. What ended it first stands.
 *   expired                              its last day is over. With a renewal sent in by then: 60 days more, or until that renewal is decided or taken back.
 *   suspended                            since the last reinstatement there was a suspension. Only reinstating lifts it.
 *   under_review                         since it was last lifted or cleared there was a review.
 *   renewal_being_assessed               its last day is over, and a renewal that was sent in by then is still open.
 *   live                                 otherwise.
 *
 * Until its last day a mark with a renewal under way is simply live: that somebody has applied is nobody else's business.
 */
import { addDays, type Day, londonDay, startOfDay } from "~/platform/calendar";
import { type Cleared, levelOn } from "./conditions";
import type { AwardLevel, Conditions, MarkStatus, ReasonClass } from "./mark";

export const markEventKinds = ["suspend", "reinstate", "withdraw", "surrender", "supersede", "review", "end_review"] as const;
export type MarkEventKind = (typeof markEventKinds)[number];

/** `bySystem`: a rule brought it about, and no person. */
export type MarkEvent = { kind: MarkEventKind; reasonClass: ReasonClass | null; at: Date; bySystem?: boolean };

export type MarkFacts = {
  level: AwardLevel;
  conditions: Conditions | null;
  /** Those that were put right, in any order. */
  cleared?: readonly Cleared[];
  awardedOn: Day;
  /** The last day in force. */
  validUntil: Day;
  /** Confirmed ones only, in any order; `at` is the moment of confirming. Those later than `now` have not happened. */
  events: readonly MarkEvent[];
  /** The London day on which the newest application for the same standard was sent in, if that was after the award and by the last day. */
  renewalSubmittedOn: Day | null;
  /** When that application was decided or taken back. Left out or null while it is open. */
  renewalEndedAt?: Date | null;
  /** The code of the mark that took this one's place. For whoever shows it: the status comes from the event. */
  supersededBy: string | null;
};

export type MarkStanding = {
  status: MarkStatus;
  inForce: boolean;
  /** As it is now: conditions that were cleared in time raise it, and those that were not lower it. */
  level: AwardLevel;
  since: Day;
  /** Why it is suspended; null for every other status. */
  reasonClass: ReasonClass | null;
  /** Every status it has had, oldest first. */
  history: { status: MarkStatus; from: Day }[];
};

/** Days a mark stays in force after its last day while its renewal is being assessed (Marks §C.2). */
export const renewalDays = 60;
const inForce: readonly MarkStatus[] = ["live", "renewal_being_assessed", "under_review"];
const endedBy = { withdraw: "withdrawn", surrender: "surrendered", supersede: "superseded" } as const;

export const isInForce = (status: MarkStatus): boolean => inForce.includes(status);
/** Over for good: nothing can be done to it any more. */
export const hasEnded = (status: MarkStatus): boolean => !isInForce(status) && status !== "suspended";

/** The status of a mark at this moment, and how it came to it. */
export function statusOf(mark: MarkFacts, now: Date): MarkStanding {
  const history = turnsOf(mark, now).map(({ status, at }) => ({ status, from: londonDay(at) }));
  const { status, reasonClass } = statusAt(mark, now);
  return { status, inForce: isInForce(status), level: levelOn(mark, now), since: history.at(-1)?.from ?? mark.awardedOn, reasonClass, history };
}

/** Every status a mark has had until now, each with the moment from which on it had it, oldest first. The award counts from the beginning of its day. */
export function turnsOf(mark: MarkFacts, now: Date): { status: MarkStatus; at: Date }[] {
  const turns: { status: MarkStatus; at: Date }[] = [];
  for (const at of turningPoints(mark, now)) {
    const { status } = statusAt(mark, at);
    if (turns.at(-1)?.status !== status) turns.push({ status, at });
  }
  return turns;
}

/** Whether a suspension stands that nobody has lifted: the mark is suspended, or was when its time ran out. A mark that was ended in another way is past that. */
export function suspensionStands(mark: MarkFacts, now: Date): boolean {
  const { status } = statusAt(mark, now);
  if (status !== "suspended" && status !== "expired") return false;
  return heldBy(mark, now).status === "suspended";
}

/** Whether the review or suspension that stands is one that a rule began, so that a rule may end it too, and a person may put their own in its place. */
export const heldBySystem = (mark: MarkFacts, now: Date): boolean => heldBy(mark, now).bySystem;

/** The moments at which the status may have changed, oldest first, none of them still to come. */
function turningPoints(mark: MarkFacts, now: Date): Date[] {
  const awarded = startOfDay(mark.awardedOn);
  const later = [...mark.events.map(({ at }) => at), dayAfter(mark.validUntil), endOfTime(mark)].filter((at) => at > awarded && at <= now);
  return [awarded, ...later.sort((a, b) => a.getTime() - b.getTime())];
}

function statusAt(mark: MarkFacts, moment: Date): { status: MarkStatus; reasonClass: ReasonClass | null } {
  const happened = eventsUntil(mark, moment);
  const end = endOfTime(mark);
  const ending = happened.find(({ kind, at }) => kind in endedBy && at <= end);
  if (ending) return { status: endedBy[ending.kind as keyof typeof endedBy], reasonClass: null };
  if (moment >= end) return { status: "expired", reasonClass: null };
  const held = heldBy(mark, moment);
  if (held.status !== "live") return { status: held.status, reasonClass: held.reasonClass };
  return { status: moment >= dayAfter(mark.validUntil) ? "renewal_being_assessed" : "live", reasonClass: null };
}

/** What stands of reviews and suspensions, whatever else ended the mark. */
type Held = { status: "live" | "under_review" | "suspended"; reasonClass: ReasonClass | null; bySystem: boolean };
const free: Held = { status: "live", reasonClass: null, bySystem: false };

const eventsUntil = (mark: MarkFacts, moment: Date) => mark.events.filter(({ at }) => at <= moment).sort((a, b) => a.at.getTime() - b.at.getTime());
/** What suspensions and reviews have come to, whatever else ended the mark: asked by the rules that end their own. */
export const heldBy = (mark: MarkFacts, moment: Date) => eventsUntil(mark, moment).reduce(follow, free);

/** What one event makes of a mark that has not ended. */
function follow(before: Held, { kind, reasonClass, bySystem = false }: MarkEvent): Held {
  if (kind === "suspend") return { status: "suspended", reasonClass, bySystem };
  if (before.status === "suspended") return kind === "reinstate" ? free : before;
  if (kind === "review") return { status: "under_review", reasonClass: null, bySystem };
  return kind === "end_review" ? free : before;
}

/** The first moment at which time alone has ended the mark. */
function endOfTime({ validUntil, renewalSubmittedOn, renewalEndedAt }: MarkFacts): Date {
  const end = dayAfter(validUntil);
  if (renewalSubmittedOn === null || renewalSubmittedOn > validUntil) return end;
  const longest = dayAfter(addDays(validUntil, renewalDays));
  const decided = renewalEndedAt && renewalEndedAt < longest ? renewalEndedAt : longest;
  return decided > end ? decided : end;
}

const dayAfter = (day: Day): Date => startOfDay(addDays(day, 1));
