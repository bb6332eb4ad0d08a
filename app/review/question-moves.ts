import type { MoveIn, PermissionIn, RefusalIn } from "~/assessments/move-table";
import { movesOpenIn, permitIn } from "~/assessments/move-table";
import type { Bar, Standing } from "~/assessments/workflow";

/** The one round of questions that a case may ask its provider. It is being drafted from the first question on. */
export const questionStates = ["drafting", "sent", "answered", "closed"] as const;
export type QuestionState = (typeof questionStates)[number];

/** What must be true of the questions, and of the case that asks them. */
export type QuestionCondition = "being_read" | "room_for_one" | "some_questions" | "in_time" | "every_answer" | "time_over" | "case_over";

/** Everything that can happen to the questions (Standard rules §C.5: one round, at most ten, sent together). */
export const questionMoves = {
  ask: { from: ["drafting"], to: "drafting", by: ["assessor"], bars: ["of_provider", "not_declared"], needs: ["being_read", "room_for_one"] },
  drop: { from: ["drafting"], to: "drafting", by: ["assessor"], bars: ["of_provider", "not_declared"], needs: ["being_read"] },
  send: { from: ["drafting"], to: "sent", by: ["assessor"], bars: ["of_provider", "not_declared"], needs: ["being_read", "some_questions"] },
  answer: { from: ["sent"], to: "sent", by: ["member", "submitter"], needs: ["in_time"] },
  finish: { from: ["sent"], to: "answered", by: ["submitter"], needs: ["in_time", "every_answer"] },
  /** Nobody answered in time: the readers go on with what they have. */
  lapse: { from: ["sent"], to: "closed", by: ["system"], needs: ["time_over"] },
  /** The provider has taken back what it sent: there is nothing more to ask about. */
  call_off: { from: ["sent"], to: "closed", by: ["system"], needs: ["case_over"] },
} as const satisfies Record<string, MoveIn<QuestionState, Standing, Bar, QuestionCondition>>;

export type QuestionMoveName = keyof typeof questionMoves;
export type QuestionRefusal = RefusalIn<Bar | QuestionCondition>;
type Situation = { state: QuestionState; standings: readonly Standing[]; bars: readonly Bar[]; met: readonly QuestionCondition[] };
const table: Readonly<Record<QuestionMoveName, MoveIn<QuestionState, Standing, Bar, QuestionCondition>>> = questionMoves;

/** May this happen to the questions of a case? The first rule that is not kept is the answer. */
export const permitQuestion = (name: QuestionMoveName, situation: Situation): PermissionIn<QuestionState, Bar | QuestionCondition> => permitIn(table, name, situation);

/** What a page may offer, conditions aside. */
export const questionMovesOpen = (situation: Omit<Situation, "met">): QuestionMoveName[] => movesOpenIn(table, situation);
