/** The first sentence of a status page: the answer to "can I send this person there, now?". Whole sentences, one for each case. */
import type { MarkStatus } from "~/marks/mark";
import type { ProviderToday } from "./provider";

/** How things stand with sending somebody there today. */
export type Sending = "open" | "waiting_list" | "paused" | "closed" | "ask" | "details_lapsed" | "details_never";

export function sendingOf({ referralDetails, room, plannedBreak }: Pick<ProviderToday, "referralDetails" | "room" | "plannedBreak">): Sending {
  if (referralDetails === "not_currently_checked") return "details_lapsed";
  if (referralDetails === "not_checked") return "details_never";
  if (plannedBreak?.now) return "paused";
  return room.freshness === "confirmed" ? room.accepting : "ask";
}

type Answer = { h1: string /** In the tab: short. */; title: string };
type InForce = Extract<MarkStatus, "live" | "renewal_being_assessed" | "under_review">;

/** For a mark in force. */
export const answerInForce: Record<InForce, Record<Sending, Answer>> = {
  live: {
    open: { h1: "Yes: this mark is in force, and they are taking new people.", title: "In force, taking new people" },
    waiting_list: { h1: "Yes: this mark is in force, and there is a waiting list.", title: "In force, waiting list" },
    paused: { h1: "This mark is in force, but they are not taking new people for now.", title: "In force, paused" },
    closed: { h1: "This mark is in force, but they are not taking new people.", title: "In force, closed to new people" },
    ask: { h1: "This mark is in force, but we do not know if they have room. Ring before you refer.", title: "In force, room not confirmed" },
    details_lapsed: {
      h1: "This mark is in force, but referral details are not currently checked. Ring before you refer.",
      title: "In force, referral details not currently checked",
    },
    details_never: { h1: "This mark is in force, but referral details have not been checked. Ring before you refer.", title: "In force, referral details not checked" },
  },
  renewal_being_assessed: {
    open: { h1: "Yes: this mark is in force while its renewal is assessed, and they are taking new people.", title: "In force, renewal being assessed, taking new people" },
    waiting_list: { h1: "Yes: this mark is in force while its renewal is assessed, and there is a waiting list.", title: "In force, renewal being assessed, waiting list" },
    paused: { h1: "This mark is in force while its renewal is assessed, but they are not taking new people for now.", title: "In force, renewal being assessed, paused" },
    closed: { h1: "This mark is in force while its renewal is assessed, but they are not taking new people.", title: "In force, renewal being assessed, closed to new people" },
    ask: {
      h1: "This mark is in force while its renewal is assessed, but we do not know if they have room. Ring before you refer.",
      title: "In force, renewal being assessed, room not confirmed",
    },
    details_lapsed: {
      h1: "This mark is in force while its renewal is assessed, but referral details are not currently checked. Ring before you refer.",
      title: "In force, renewal being assessed, referral details not currently checked",
    },
    details_never: {
      h1: "This mark is in force while its renewal is assessed, but referral details have not been checked. Ring before you refer.",
      title: "In force, renewal being assessed, referral details not checked",
    },
  },
  under_review: {
    open: { h1: "Yes: this mark is in force while we review it, and they are taking new people.", title: "In force, being reviewed, taking new people" },
    waiting_list: { h1: "Yes: this mark is in force while we review it, and there is a waiting list.", title: "In force, being reviewed, waiting list" },
    paused: { h1: "This mark is in force while we review it, but they are not taking new people for now.", title: "In force, being reviewed, paused" },
    closed: { h1: "This mark is in force while we review it, but they are not taking new people.", title: "In force, being reviewed, closed to new people" },
    ask: { h1: "This mark is in force while we review it, but we do not know if they have room. Ring before you refer.", title: "In force, being reviewed, room not confirmed" },
    details_lapsed: {
      h1: "This mark is in force while we review it, but referral details are not currently checked. Ring before you refer.",
      title: "In force, being reviewed, referral details not currently checked",
    },
    details_never: {
      h1: "This mark is in force while we review it, but referral details have not been checked. Ring before you refer.",
      title: "In force, being reviewed, referral details not checked",
    },
  },
};

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
  open: "They are taking new people.",
  waiting_list: "There is a waiting list.",
  paused: "They are not taking new people for now.",
  closed: "They are not taking new people.",
  ask: "We do not know if they have room. Ring before you refer.",
  details_lapsed: "Referral details are not currently checked. Ring before you refer.",
  details_never: "Referral details have not been checked. Ring before you refer.",
};

/** How many of their marks are in force, after the sentence about room. */
export function marksInForceWords(count: number): string {
  if (count === 0) return "No mark of theirs is in force.";
  return count === 1 ? "Their mark is in force." : `${count} marks of theirs are in force.`;
}
