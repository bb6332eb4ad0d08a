import { type MoveIn, movesOpenIn, type PermissionIn, permitIn, type RefusalIn } from "~/assessments/move-table";

/** The same invented submission, rated by many: open while they rate, each without the others, then shown to all at once, and talked over. */
export const calibrationStates = ["open", "revealed", "discussed"] as const;
export type CalibrationState = (typeof calibrationStates)[number];

export type CalibrationWho = "reader" | "moderator" | "system";
export type CalibrationCondition = "in_time" | "all_rated" | "time_over";

/** Everything that can happen to a calibration (Standard rules §C.5). Nobody can have it shown early. */
export const calibrationMoves = {
  rate: { from: ["open"], to: "open", by: ["reader"], needs: ["in_time"], needsReason: true },
  complete: { from: ["open"], to: "revealed", by: ["system"], needs: ["all_rated"] },
  lapse: { from: ["open"], to: "revealed", by: ["system"], needs: ["time_over"] },
  /** What came of talking it over, said once. */
  discuss: { from: ["revealed"], to: "discussed", by: ["moderator"], needsReason: true },
} as const satisfies Record<string, MoveIn<CalibrationState, CalibrationWho, never, CalibrationCondition>>;

export type CalibrationMove = keyof typeof calibrationMoves;
export type CalibrationRefusal = RefusalIn<CalibrationCondition>;
type Situation = { state: CalibrationState; standings: readonly CalibrationWho[]; met?: readonly CalibrationCondition[]; reason?: string };
const table: Readonly<Record<CalibrationMove, MoveIn<CalibrationState, CalibrationWho, never, CalibrationCondition>>> = calibrationMoves;

/** May this happen to a calibration? The first rule that is not kept is the answer. */
export const permitCalibration = (name: CalibrationMove, { met = [], ...situation }: Situation): PermissionIn<CalibrationState, CalibrationCondition> =>
  permitIn(table, name, { ...situation, bars: [], met });

/** What a page may offer, conditions aside. */
export const calibrationMovesOpen = ({ state, standings }: Pick<Situation, "state" | "standings">): CalibrationMove[] => movesOpenIn(table, { state, standings, bars: [] });
