import type { Day } from "~/platform/calendar";
import type { MarkFacts } from "../status";

/** An entry in a register that was lost, and is not there again. `entry`: the register and the number, as it was typed; never public. */
export type LostEntry = { id: string; entry: string; lostOn: Day; recordedAt: Date };
/** Something that a mark's holder owes us. `since`: from when on it is overdue. `demands`: what the mark is to be because of it. */
export type Owed = { what: "top_up" | "check_in" | "insurance" | "register_entry"; since: Date; demands: "review" | "suspend" };
/** What is known of a mark beside its own rows. `insuredUntil`: the last day of cover, as its holder last said. `lost`: the entries in registers that its holder has lost. */
export type Paperwork = { checkedIn: boolean; insuredUntil: Day | null; lost: readonly Pick<LostEntry, "recordedAt">[] };

/** Whether a person has ended a review or a suspension since: then rules leave it to people. */
export const endedByPeople = (facts: MarkFacts, since: Date, now: Date): boolean =>
  facts.events.some(({ kind, at, bySystem }) => !bySystem && (kind === "end_review" || kind === "reinstate") && at > since && at <= now);
