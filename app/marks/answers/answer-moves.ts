import { type MoveIn, type PermissionIn, permitIn } from "~/assessments/move-table";

export const markAnswerStates = ["drafting", "sent", "returned", "accepted"] as const;
export type MarkAnswerState = (typeof markAnswerStates)[number];

/** Towards the mark: `member` is anybody of the group that holds it, `submitter` whoever may send for it. */
export type AnswerRole = "member" | "submitter" | "moderator";
type Bar = "own_decision";
type Need = "still_asked" | "something";

/** What can happen to what a group writes for one condition or top-up of its mark (Scoring §C.1, Marks §C.2). What is sent again is a new one: nothing that was sent is changed. */
export const markAnswerMoves = {
  write: { from: ["drafting"], to: "drafting", by: ["member", "submitter"], needs: ["still_asked"] },
  send: { from: ["drafting"], to: "sent", by: ["submitter"], needs: ["still_asked", "something"] },
  /** A moderator says to the group what is not there yet. Whoever decided the case judges no condition of it. */
  hand_back: { from: ["sent"], to: "returned", by: ["moderator"], bars: ["own_decision"], needs: ["still_asked"], needsReason: true },
  /** The condition is cleared, or the criterion shown: those moves ask their own tables. */
  accept: { from: ["sent"], to: "accepted", by: ["moderator"] },
} as const satisfies Record<string, MoveIn<MarkAnswerState, AnswerRole, Bar, Need>>;
const table: Readonly<Record<keyof typeof markAnswerMoves, MoveIn<MarkAnswerState, AnswerRole, Bar, Need>>> = markAnswerMoves;

type Situation = { state: MarkAnswerState; standings: readonly AnswerRole[]; bars?: readonly Bar[]; met?: readonly Need[]; reason?: string };
export type AnswerRefusal = Exclude<PermissionIn<MarkAnswerState, Bar | Need>, { ok: true }>["why"];

/** May this happen to an answer? The first rule that is not kept is the reply. */
export const permitMarkAnswer = (name: keyof typeof markAnswerMoves, { bars = [], met = [], ...situation }: Situation): PermissionIn<MarkAnswerState, Bar | Need> =>
  permitIn(table, name, { ...situation, bars, met });
