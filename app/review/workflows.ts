import type { MoveIn } from "~/assessments/move-table";
import { assessmentStates, caseStates, type Move, moveNames, moves } from "~/assessments/workflow";
import { appealMoves, appealStates } from "./appeals/appeal-moves";
import { calibrationMoves, calibrationStates } from "./calibration/calibration-moves";
import { objectionMoves, objectionStates } from "./interests/objection-moves";
import { tieMoves, tieStates } from "./interests/tie-moves";
import { privacyMoves, privacyStates } from "./privacy/privacy-moves";
import { questionMoves, questionStates } from "./question-moves";
import { guidanceMoves, guidanceStates } from "./reliability/guidance-moves";

/** A thing that moves: its states, of which it begins in the first, those it stays in for good, and its table of moves. */
export type Workflow = { of: string; states: readonly string[]; ends: readonly string[]; moves: Readonly<Record<string, MoveIn>> };

const movesOf = (of: Move["of"]) => Object.fromEntries(moveNames.filter((name) => moves[name].of === of).map((name): [string, MoveIn] => [name, moves[name]]));

/** Every table of moves there is. Whatever is in this list is drawn in the README and tried cell by cell (tests/core/workflow.test.ts). */
export const workflows: readonly Workflow[] = [
  { of: "assessment", states: assessmentStates, ends: ["withdrawn"], moves: movesOf("assessment") },
  { of: "case", states: caseStates, ends: ["withdrawn"], moves: movesOf("case") },
  { of: "locked", states: privacyStates, ends: ["unlocked", "purged"], moves: privacyMoves },
  { of: "questions", states: questionStates, ends: ["answered", "closed"], moves: questionMoves },
  { of: "tie", states: tieStates, ends: ["waived"], moves: tieMoves },
  { of: "objection", states: objectionStates, ends: ["upheld", "not_upheld"], moves: objectionMoves },
  { of: "guidance", states: guidanceStates, ends: ["closed"], moves: guidanceMoves },
  { of: "practice", states: calibrationStates, ends: ["discussed"], moves: calibrationMoves },
  { of: "appeal", states: appealStates, ends: ["closed", "withdrawn"], moves: appealMoves },
];
