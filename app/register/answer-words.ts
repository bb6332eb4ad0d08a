/** The first sentence of a status page: the answer to "can I send this person there, now?". Whole sentences, one for each case. */
import type { MarkStatus } from "~/marks/mark";
import type { Language } from "~/platform/words";
import type { ProviderToday } from "./provider";
import { registerWords } from "./words/register-words";

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

/** For a mark in force. That it is being reviewed or renewed stands in its panel. */
export const answerInForce = (sending: Sending, language: Language): string => registerWords(language)(`answer.in_force.${sending}.h1`);

export type InForce = Extract<MarkStatus, "live" | "renewal_being_assessed" | "under_review">;

/** In the tab: the mark's status and what stands between a referrer and sending somebody, short; then whom it is about. */
export const titleInForce = (sending: Sending, values: { status: string; about: string }, language: Language): string =>
  registerWords(language)(`answer.in_force.${sending}.title`, values);

/** For one that is not in force: how the tab says it. The sentence itself is a mark's own (`statusWords`). */
export const titleOver = (status: Exclude<MarkStatus, InForce> | "none", about: string, language: Language): string => registerWords(language)(`answer.over.${status}`, { about });

/** For a provider's page. */
export const answerOfProvider = (sending: Sending, language: Language): string => registerWords(language)(`answer.provider.${sending}`);

/** How many of their marks are in force, after the sentence about room. `besides`: one of theirs that is suspended was named before it. */
export function marksInForceWords(count: number, { besides = false, language }: { besides?: boolean; language: Language }): string {
  const t = registerWords(language);
  if (count === 0) return t("answer.marks.none");
  return t(besides ? "answer.marks.besides" : "answer.marks.in_force", { count });
}
