import { type MoveIn, movesOpenIn, type PermissionIn, permitIn, type RefusalIn, type SituationIn } from "./move-table";

/**
 * The whole workflow of assessments and cases, in one table. A move that is not in this table cannot happen;
 * pages take their buttons from it, and its printed form is the specification (tests/core/workflow.test.ts).
 */
export const assessmentStates = ["draft", "submitted", "withdrawn", "migrated"] as const;
export const caseStates = ["waiting", "declaring", "assessing", "moderating", "checking", "deciding", "deferred", "decided", "withdrawn"] as const;
export type AssessmentState = (typeof assessmentStates)[number];
export type CaseState = (typeof caseStates)[number];

/** Where a person stands towards one assessment or case. */
export const standings = ["member", "submitter", "assessor", "second_reader", "moderator", "decider", "system"] as const;
export type Standing = (typeof standings)[number];

/** What takes somebody out, whatever their role: four eyes, nobody in their own cause, and nothing read on while the provider waits for the answer to its objection, or a tie for its leave. */
export type Bar = "of_provider" | "tied" | "rated" | "settled" | "judged" | "not_declared" | "tie_waits" | "objected";

/** What must be true of the work itself. */
export type Condition =
  | "complete"
  | "declaration_made"
  | "two_readers"
  | "both_declared"
  | "all_rated"
  | "own_rated"
  | "recommended"
  | "differences"
  | "no_differences"
  | "nothing_to_settle"
  | "untouched"
  | "reader_to_leave"
  | "objection_upheld"
  | "talk_open"
  | "talk_over"
  | "talk_to_end"
  | "nobody_awaited"
  | "answers_read"
  | "report_to_check"
  | "report_checked"
  | "remarks_written"
  | "claims_over_cap"
  | "claims_in_order"
  | "criteria_named"
  | "not_deferred_before"
  | "deferral_answered"
  | "in_time"
  | "time_over"
  | "appeal_changes"
  | "not_reopened";

type AssessmentMove = { of: "assessment" } & MoveIn<AssessmentState, Standing, Bar, Condition>;
type CaseMove = { of: "case" } & MoveIn<CaseState, Standing, Bar, Condition>;
export type Move = AssessmentMove | CaseMove;

export const moves = {
  answer: { of: "assessment", from: ["draft"], to: "draft", by: ["member", "submitter"] },
  submit: { of: "assessment", from: ["draft"], to: "submitted", by: ["submitter"], needs: ["complete", "declaration_made"] },
  discard: { of: "assessment", from: ["draft"], to: "withdrawn", by: ["submitter"] },
  take_back: { of: "assessment", from: ["submitted"], to: "withdrawn", by: ["submitter"] },
  /** The answers go on in a draft of a newer version; back again as long as nothing was changed in that one. */
  migrate: { of: "assessment", from: ["draft"], to: "migrated", by: ["submitter"] },
  migrate_back: { of: "assessment", from: ["migrated"], to: "draft", by: ["submitter"], needs: ["untouched"] },

  /** Also while assessing: a reader who has fallen silent is replaced. What the one who stays has rated is kept. */
  assign: { of: "case", from: ["waiting", "declaring", "assessing"], to: "declaring", by: ["moderator"], bars: ["of_provider", "objected"], needs: ["two_readers"] },
  declare: { of: "case", from: ["declaring"], to: "declaring", by: ["assessor", "second_reader"], bars: ["of_provider"] },
  /** Somebody who has come to belong to the provider, has told of a tie that bars, or is no assessor any more, reads its case no longer. Once the reading is over it stands: they gave it while they might. */
  lose_reader: { of: "case", from: ["waiting", "declaring", "assessing"], to: "waiting", by: ["system"], needs: ["reader_to_leave"] },
  /** The provider has objected to who reads, and a moderator agrees: somebody else reads instead. */
  let_go: {
    of: "case",
    from: ["waiting", "declaring", "assessing"],
    to: "waiting",
    by: ["moderator"],
    bars: ["of_provider", "rated"],
    needs: ["objection_upheld"],
    needsReason: true,
  },
  begin: { of: "case", from: ["declaring"], to: "assessing", by: ["system"], bars: ["tie_waits", "objected"], needs: ["both_declared"] },
  step_aside: { of: "case", from: ["declaring", "assessing"], to: "waiting", by: ["assessor", "second_reader"], needsReason: true },
  rate: { of: "case", from: ["assessing"], to: "assessing", by: ["assessor", "second_reader"], bars: ["of_provider", "not_declared", "tie_waits", "objected"], needsReason: true },
  /** A reader who has rated all of theirs says that it may go on. What they rate after that takes it back until they say so again. */
  recommend: {
    of: "case",
    from: ["assessing"],
    to: "assessing",
    by: ["assessor", "second_reader"],
    bars: ["of_provider", "not_declared", "tie_waits", "objected"],
    needs: ["own_rated", "nobody_awaited", "answers_read"],
  },
  differ: {
    of: "case",
    from: ["assessing"],
    to: "moderating",
    by: ["system"],
    bars: ["tie_waits", "objected"],
    needs: ["all_rated", "recommended", "differences", "nobody_awaited", "answers_read"],
  },
  agree: {
    of: "case",
    from: ["assessing"],
    to: "deciding",
    by: ["system"],
    bars: ["tie_waits", "objected"],
    needs: ["all_rated", "recommended", "no_differences", "nobody_awaited", "answers_read"],
  },
  /** One apart across Met on what is no must-have: the two readers first talk; the same level from both settles it. After five working days it is the moderator's. */
  talk_level: { of: "case", from: ["moderating"], to: "moderating", by: ["assessor", "second_reader"], bars: ["of_provider"], needs: ["talk_open"], needsReason: true },
  end_talk: { of: "case", from: ["moderating"], to: "moderating", by: ["system"], needs: ["talk_to_end"] },
  settle: { of: "case", from: ["moderating"], to: "moderating", by: ["moderator"], bars: ["of_provider", "tied", "rated"], needs: ["talk_over"], needsReason: true },
  /** Outside the two ratings takes a third (§C.5): a moderator without a part so far gives it, and has from then on rated. */
  rate_third: {
    of: "case",
    from: ["moderating"],
    to: "moderating",
    by: ["moderator"],
    bars: ["of_provider", "tied", "rated", "settled"],
    needs: ["talk_over"],
    needsReason: true,
  },
  settled: { of: "case", from: ["moderating"], to: "deciding", by: ["system"], needs: ["nothing_to_settle"] },
  /** So much is claimed not to apply that a moderator has to confirm it, or has it rated after all (§C.1). */
  confirm_claims: { of: "case", from: ["deciding"], to: "deciding", by: ["moderator"], bars: ["of_provider", "tied", "rated"], needs: ["claims_over_cap"], needsReason: true },
  refuse_claims: { of: "case", from: ["deciding"], to: "assessing", by: ["moderator"], bars: ["of_provider", "tied", "rated"], needs: ["claims_over_cap"], needsReason: true },
  /** The draft report goes to the provider before anything is decided: ten working days to say what is wrong in it (§C.5). Once, unless a decision-maker sends the case back. */
  send_report: { of: "case", from: ["deciding"], to: "checking", by: ["system"], needs: ["report_to_check", "claims_in_order"] },
  /** Writing a remark leaves no trace of its own: it is a draft until it is sent. */
  note: { of: "case", from: ["checking"], to: "checking", by: ["member", "submitter"], needs: ["in_time"] },
  confirm: { of: "case", from: ["checking"], to: "deciding", by: ["submitter"], needs: ["in_time"] },
  remark: { of: "case", from: ["checking"], to: "assessing", by: ["submitter"], needs: ["in_time", "remarks_written"] },
  let_stand: { of: "case", from: ["checking"], to: "deciding", by: ["system"], needs: ["time_over"] },
  /** Who decides finds that something has not been looked at well enough: its readers look at those criteria again. */
  send_back: {
    of: "case",
    from: ["deciding"],
    to: "assessing",
    by: ["decider"],
    bars: ["of_provider", "tied", "rated", "settled", "judged"],
    needs: ["report_checked", "not_reopened", "criteria_named"],
    needsReason: true,
  },
  decide: {
    of: "case",
    from: ["deciding"],
    to: "decided",
    by: ["decider"],
    bars: ["of_provider", "tied", "rated", "settled", "judged"],
    needs: ["report_checked", "claims_in_order"],
    needsReason: true,
  },
  /** Once for each submission: a few must-haves are nearly there, and the provider has 28 days to answer in place (§C.1). */
  defer: {
    of: "case",
    from: ["deciding"],
    to: "deferred",
    by: ["decider"],
    bars: ["of_provider", "tied", "rated", "settled", "judged"],
    needs: ["report_checked", "claims_in_order", "not_deferred_before"],
    needsReason: true,
  },
  /** Writing the answer leaves no trace of its own: it is a draft until it is sent. */
  add: { of: "case", from: ["deferred"], to: "deferred", by: ["member", "submitter"], needs: ["in_time"] },
  resume: { of: "case", from: ["deferred"], to: "assessing", by: ["submitter"], needs: ["in_time", "deferral_answered"] },
  lapse: { of: "case", from: ["deferred"], to: "deciding", by: ["system"], needs: ["time_over"] },
  /** An appeal has changed levels: the same case is decided anew, by somebody who had no part in it (§C.5). */
  reopen: { of: "case", from: ["decided"], to: "deciding", by: ["system"], needs: ["appeal_changes"] },
  /** Not once it was decided and reopened: the decision may stand behind a mark. */
  close: { of: "case", from: ["waiting", "declaring", "assessing", "moderating", "checking", "deciding", "deferred"], to: "withdrawn", by: ["submitter"], needs: ["not_reopened"] },
} as const satisfies Record<string, Move>;

export type MoveName = keyof typeof moves;
export const moveNames = Object.keys(moves) as MoveName[];

/** The states in which a case's readers may open what was sent: from `begin` on, which is when both have declared. Never after it was taken back. */
export const readingStates: readonly CaseState[] = caseStates.filter(
  (state) => state !== "waiting" && state !== "withdrawn" && !(moves.begin.from as readonly CaseState[]).includes(state),
);

/** The actor and the thing, as the table needs to know them. */
export type Situation = SituationIn<AssessmentState | CaseState, Standing, Bar, Condition>;
export type Refusal = RefusalIn<Bar | Condition>;
export type Permission = PermissionIn<AssessmentState | CaseState, Bar | Condition>;

const table: Readonly<Record<MoveName, Move>> = moves;

/** May this move happen? The first rule that is not kept is the answer (`permitIn`). */
export const permit = (name: MoveName, situation: Situation): Permission => permitIn(table, name, situation);

/** The moves a page may offer, conditions aside. */
export const movesOpenTo = (of: Move["of"], situation: Omit<Situation, "met" | "reason">): MoveName[] => movesOpenIn(table, situation).filter((name) => moves[name].of === of);
