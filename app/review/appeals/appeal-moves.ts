import type { MoveIn, PermissionIn, RefusalIn } from "~/assessments/move-table";
import { movesOpenIn, permitIn } from "~/assessments/move-table";

/** An appeal is being drafted from the moment its page is first saved. */
export const appealStates = ["drafting", "sent", "taken", "answered", "with_panel", "deliberating", "closed", "withdrawn"] as const;
export type AppealState = (typeof appealStates)[number];

/** Where a person stands towards an appeal. `judge`: the moderator who has taken it. `panellist`: sits on its panel now. */
export type AppealStanding = "submitter" | "moderator" | "judge" | "panellist" | "system";

/** `involved`: read, settled or decided what is appealed against. `judged`: gave its first answer. */
export type AppealBar = "of_provider" | "involved" | "judged" | "not_declared";

export type AppealCondition =
  | "appealable"
  | "in_time"
  | "time_over"
  | "every_ground"
  | "every_point"
  | "case_decided"
  | "right_seats"
  | "all_declared"
  | "written_down"
  | "two_of_three";

/** Everything that can happen to an appeal (Standard rules §C.5: two stages, by people not involved). */
export const appealMoves = {
  write: { from: ["drafting"], to: "drafting", by: ["submitter"], needs: ["appealable", "in_time"] },
  send: { from: ["drafting"], to: "sent", by: ["submitter"], needs: ["appealable", "in_time", "every_ground"] },
  take: { from: ["sent"], to: "taken", by: ["moderator"], bars: ["of_provider", "involved"] },
  /** By any moderator: who has taken it may have fallen silent, or be a moderator no longer. */
  hand_back: { from: ["taken"], to: "sent", by: ["judge", "moderator"], bars: ["of_provider"] },
  answer: { from: ["taken"], to: "answered", by: ["judge"], bars: ["of_provider", "involved"], needs: ["every_point", "case_decided"], needsReason: true },
  go_on: { from: ["answered"], to: "with_panel", by: ["submitter"], needs: ["in_time"], needsReason: true },
  lapse: { from: ["answered"], to: "closed", by: ["system"], needs: ["time_over"] },
  /** Again, where somebody of the panel has a conflict of interest or has fallen silent. */
  seat: { from: ["with_panel", "deliberating"], to: "with_panel", by: ["moderator"], bars: ["of_provider", "involved", "judged"], needs: ["right_seats"] },
  declare: { from: ["with_panel"], to: "with_panel", by: ["panellist"], bars: ["of_provider", "involved", "judged"] },
  open: { from: ["with_panel"], to: "deliberating", by: ["system"], needs: ["all_declared"] },
  write_down: {
    from: ["deliberating"],
    to: "deliberating",
    by: ["panellist"],
    bars: ["of_provider", "involved", "judged", "not_declared"],
    needs: ["every_point"],
    needsReason: true,
  },
  say: { from: ["deliberating"], to: "deliberating", by: ["panellist"], bars: ["of_provider", "involved", "judged", "not_declared"], needs: ["written_down"] },
  conclude: { from: ["deliberating"], to: "closed", by: ["system"], needs: ["two_of_three", "case_decided"] },
  withdraw: { from: ["sent", "taken", "with_panel", "deliberating"], to: "withdrawn", by: ["submitter"] },
} as const satisfies Record<string, MoveIn<AppealState, AppealStanding, AppealBar, AppealCondition>>;

export type AppealMoveName = keyof typeof appealMoves;
export type AppealRefusal = RefusalIn<AppealBar | AppealCondition>;
export type AppealPermission = PermissionIn<AppealState, AppealBar | AppealCondition>;
type Situation = { state: AppealState; standings: readonly AppealStanding[]; bars: readonly AppealBar[]; met: readonly AppealCondition[]; reason?: string };
const table: Readonly<Record<AppealMoveName, MoveIn<AppealState, AppealStanding, AppealBar, AppealCondition>>> = appealMoves;

/** May this happen to an appeal? The first rule that is not kept is the answer. */
export const permitAppeal = (name: AppealMoveName, situation: Situation): AppealPermission => permitIn(table, name, situation);

/** What a page may offer, conditions aside. */
export const appealMovesOpen = (situation: Omit<Situation, "met" | "reason">): AppealMoveName[] => movesOpenIn(table, situation);
