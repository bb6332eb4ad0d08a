/** What follows when a group has lost an entry in a register that it has to stand in, such as that of the care regulator or of charities (Standard rules §C.4): its marks are suspended the same day. */
import { type MoveIn, type PermissionIn, permitIn } from "~/assessments/move-table";
import type { LostEntry, Owed } from "./owed";

type State = "standing" | "lost";
/** `member`: of the group itself. */
type Who = "moderator" | "member";

/** Everything that can happen to an entry. Recording takes one person, because what follows is a rule and no judgement; the group can tell us itself, but only a moderator has looked the new one up. */
export const entryMoves = {
  lose: { from: ["standing"], to: "lost", by: ["moderator", "member"], needs: ["named", "day_come"] },
  restore: { from: ["lost"], to: "standing", by: ["moderator"], needs: ["named"] },
} as const satisfies Record<string, MoveIn<State, Who, never, Condition>>;
type Condition = "named" | "day_come";
const table: Readonly<Record<keyof typeof entryMoves, MoveIn<State, Who, never, Condition>>> = entryMoves;

type Situation = { state: State; standings: readonly Who[]; met: readonly Condition[] };
export type EntryRefusal = "wrong_role" | "already_lost" | Condition;

/** May this happen to an entry? The first rule that is not kept is the answer. */
export const permitEntry = (name: keyof typeof entryMoves, situation: Situation): PermissionIn<State, Condition> => permitIn(table, name, { ...situation, bars: [] });

const [least, most] = [3, 120];
/** "  CQC   1-100 " → "CQC 1-100"; undefined for what can be no register and number. */
export function entryTyped(typed: string): string | undefined {
  const entry = typed.trim().replace(/\s+/g, " ");
  return entry.length >= least && entry.length <= most ? entry : undefined;
}

/** What a lost entry asks of the rules: a suspension, from the moment on which it was recorded until there is an entry again. */
export const entryOwed = (lost: readonly Pick<LostEntry, "recordedAt">[]): Owed[] =>
  lost.map(({ recordedAt }) => ({ what: "register_entry", since: recordedAt, demands: "suspend" }));
