/** The first sentence of a status page: the answer to "can I send this person there, now?". Whole sentences, one for each case. */
import type { MarkStatus } from "~/marks/mark";
import type { ProviderToday } from "./provider";

/** How things stand with sending somebody there today. */
export type Sending = "suspended" | "open" | "waiting_list" | "paused" | "closed" | "ask" | "details_lapsed" | "details_never";

/** What stands between a referrer and sending somebody today: first a mark of theirs that is suspended, then whether referring was checked, then a break, then the room (Marks §C.2, Standard rules §C.3). */
export function sendingOf({ suspended, referralDetails, room, plannedBreak }: Pick<ProviderToday, "suspended" | "referralDetails" | "room" | "plannedBreak">): Sending {
  if (suspended.length > 0) return "suspended";
  if (referralDetails === "not_currently_checked") return "details_lapsed";
  if (referralDetails === "not_checked") return "details_never";
  if (plannedBreak?.now) return "paused";
  return room.freshness === "confirmed" ? room.accepting : "ask";
}

type Answer = { h1: string /** In the tab, after the mark's status: short. */; title: string };

/** For a mark in force. That it is being reviewed or renewed stands in its panel. */
export const answerInForce: Record<Sending, Answer> = {
  suspended: {
    h1: "Yes: this mark is in force. But another mark of theirs is suspended: do not refer until you have checked.",
    title: "but another mark of theirs is suspended",
  },
  open: { h1: "Yes: this mark is in force, and they are taking new people.", title: "taking new people" },
  waiting_list: { h1: "Yes: this mark is in force, and there is a waiting list.", title: "waiting list" },
  paused: { h1: "This mark is in force, but they are not taking new people for now.", title: "paused" },
  closed: { h1: "This mark is in force, but they are not taking new people.", title: "closed to new people" },
  ask: { h1: "This mark is in force, but we do not know if they have room. Ring before you refer.", title: "room not confirmed" },
  details_lapsed: { h1: "This mark is in force, but referral details are not currently checked. Ring before you refer.", title: "referral details not currently checked" },
  details_never: { h1: "This mark is in force, but referral details have not been checked. Ring before you refer.", title: "referral details not checked" },
};

export type InForce = Extract<MarkStatus, "live" | "renewal_being_assessed" | "under_review">;

/** For one that is not: how the tab says it. The sentence itself is a mark's own (`statusWords`). */
export const titleOver: Record<Exclude<MarkStatus, InForce>, string> = {
  suspended: "Suspended, do not rely on this mark",
  withdrawn: "Withdrawn, do not rely on this mark",
  expired: "Expired, not in force",
  surrendered: "Given up, not in force",
  superseded: "Replaced by a newer mark",
};

/** For a provider's page. */
export const answerOfProvider: Record<Sending, string> = {
  suspended: "A mark of theirs is suspended. Ring us before you refer.",
  open: "They are taking new people.",
  waiting_list: "There is a waiting list.",
  paused: "They are not taking new people for now.",
  closed: "They are not taking new people.",
  ask: "We do not know if they have room. Ring before you refer.",
  details_lapsed: "Referral details are not currently checked. Ring before you refer.",
  details_never: "Referral details have not been checked. Ring before you refer.",
};

/** How many of their marks are in force, after the sentence about room. `besides`: one of theirs that is suspended was named before it. */
export function marksInForceWords(count: number, { besides = false } = {}): string {
  if (count === 0) return "No mark of theirs is in force.";
  if (besides) return count === 1 ? "Another mark of theirs is in force." : `${count} other marks of theirs are in force.`;
  return count === 1 ? "Their mark is in force." : `${count} marks of theirs are in force.`;
}
