import { z } from "zod";
import type { CaseState } from "~/assessments/workflow";
import { type Day, londonDay } from "~/platform/calendar";
import type { ObjectionState } from "./objection-moves";

/** The states in which a case is being read: an objection may be made, and answered, in these. Afterwards a tie is a ground of appeal (Standard rules §C.5). */
export const readBeing: readonly CaseState[] = ["waiting", "declaring", "assessing"];

/** What a provider has against its readers, as it is kept, and what a moderator answered. `about`: assignments. */
export const Objection = z.object({
  about: z.array(z.string()),
  reason: z.string(),
  at: z.coerce.date(),
  answer: z.object({ upheld: z.boolean(), reason: z.string(), at: z.coerce.date() }).nullable(),
});
export type Objection = z.infer<typeof Objection>;

/** Where the objection of a case stands. */
export function objectionState(objection: Objection | null): ObjectionState {
  if (!objection) return "none";
  if (!objection.answer) return "raised";
  return objection.answer.upheld ? "upheld" : "not_upheld";
}

/** Whether one waits for its answer in a case in this state. Our time for reading goes on meanwhile: the group never pays for having objected. */
export const isObjected = (objection: Objection | null, state: CaseState): boolean => objectionState(objection) === "raised" && readBeing.includes(state);

/** Characters of the reason. */
export const longestObjection = 2000;

/** The day on which it was made, while it waits for its answer. */
export const objectedOn = (objection: Objection | null): Day | null => (objection && !objection.answer ? londonDay(objection.at) : null);
