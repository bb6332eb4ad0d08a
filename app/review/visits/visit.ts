import { z } from "zod";
import type { Actor } from "~/accounts/actor";
import type { CaseState, Refusal } from "~/assessments/workflow";
import type { Day } from "~/platform/calendar";
import { type CaseFacts, permitContactTest } from "../standing";

export const visitKinds = ["conversation_worker", "conversation_attendee", "visit", "video_visit"] as const;
export type VisitKind = (typeof visitKinds)[number];

/** What there is of conversations and visits. `choice`: as somebody chooses it; `told`: what is said of it, after a name. */
export const kindsOfVisit: Record<VisitKind, { choice: string; told: string }> = {
  conversation_worker: { choice: "We talked with somebody who works or leads there", told: "talked with somebody who works or leads there" },
  conversation_attendee: { choice: "We talked with somebody who attends", told: "talked with somebody who attends" },
  visit: { choice: "We visited", told: "visited the group" },
  video_visit: { choice: "We visited by video", told: "visited the group by video" },
};

/** What is said of one, after a name. `willing`: only of people who attend, that nobody wished to talk. */
export const toldOf = ({ kind, willing }: { kind: VisitKind; willing: boolean }): string => (willing ? kindsOfVisit[kind].told : "asked people who attend: nobody wished to talk");

/** One conversation or visit, as the database hands it over. `by` is a name. */
export const Visit = z.object({
  id: z.string(),
  kind: z.enum(visitKinds),
  day: z.iso.date(),
  criteria: z.array(z.string()),
  words: z.string(),
  willing: z.boolean(),
  by: z.string(),
  at: z.coerce.date(),
});
export type Visit = z.infer<typeof Visit>;

/** How long the words about one are. */
export const wordsBounds = { least: 20, most: 2000 };

export type VisitFault = "day_to_come" | "day_before" | "unknown_criterion" | "nobody_to_ask" | "words_short" | "words_long";

/** What is wrong with what somebody wants to record; undefined when nothing is. `about`: the criteria that apply here. */
export function visitFault(
  { kind, day, criteria, words, willing }: Pick<Visit, "kind" | "day" | "criteria" | "words" | "willing">,
  { today, openedOn, about }: { today: Day; openedOn: Day; about: readonly string[] },
): VisitFault | undefined {
  if (day > today) return "day_to_come";
  if (day < openedOn) return "day_before";
  if (criteria.some((id) => !about.includes(id))) return "unknown_criterion";
  if (!willing && kind !== "conversation_attendee") return "nobody_to_ask";
  if (words.trim().length < wordsBounds.least) return "words_short";
  return words.trim().length > wordsBounds.most ? "words_long" : undefined;
}

/** From when both readers may read until it is decided. */
const visited: readonly CaseState[] = ["assessing", "moderating", "checking", "deciding"];

/** May this person record a conversation or a visit? Whoever may record a test of phone or e-mail, while the case is read, settled, checked or waits to be decided. The case does not move by it. */
export const permitVisit = (actor: Actor, facts: CaseFacts): { ok: true } | { ok: false; why: Refusal } =>
  visited.includes(facts.state) ? permitContactTest(actor, facts) : { ok: false, why: "wrong_state" };
