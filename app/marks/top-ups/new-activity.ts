/** An activity, or one at a new place, that a group has begun since its mark was given: what is asked before the mark covers it (Marks §C.2). */
import type { Facts, Standard } from "#standards/format";
import { type MoveIn, type PermissionIn, permitIn } from "~/assessments/move-table";
import { applicable } from "~/standards/applies";
import type { FoundMark } from "../found-mark";
import type { MarkRole } from "../mark-moves";
import type { OpenTopUp } from "./top-up";

/** The short top-up, by standard. A standard that is not here covers everything its holder does, and asks nothing of what is new. */
const asked: Readonly<Record<string, readonly string[]>> = {
  "activities-and-services": ["AS-1.1", "AS-2.1", "AS-2.2", "AS-2.3", "AS-2.4", "AS-3.2"],
};

export const namesItsActivities = (standardKey: string): boolean => asked[standardKey] !== undefined;

/** What is to be shown for a new activity: of the short list what applies to its holder, by what that says of itself now. */
export const askedOfActivity = (standard: Standard, facts: Facts): string[] =>
  applicable(standard, facts)
    .map(({ id }) => id)
    .filter((id) => asked[standard.key]?.includes(id));

type State = "not_covered" | "covered" | "left";
type Condition = "everything_shown";

/** Everything that can happen to a new activity. */
export const activityMoves = {
  /** With the last thing that was shown, whoever was shown it. */
  cover: { from: ["not_covered"], to: "covered", by: ["system"], needs: ["everything_shown"] },
  /** The group does it no longer: nothing is asked, and nothing is said of it. */
  leave: { from: ["not_covered"], to: "left", by: ["moderator"], needsReason: true },
} as const satisfies Record<string, MoveIn<State, MarkRole, never, Condition>>;
const table: Readonly<Record<keyof typeof activityMoves, MoveIn<State, MarkRole, never, Condition>>> = activityMoves;

type Situation = { state: State; standings: readonly MarkRole[]; met?: readonly Condition[]; reason?: string };

/** May this happen to a new activity? The first rule that is not kept is the answer. */
export const permitActivity = (name: keyof typeof activityMoves, { met = [], ...situation }: Situation): PermissionIn<State, Condition> =>
  permitIn(table, name, { ...situation, met, bars: [] });

const same = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();

/** Whether a mark names it already, as something it covers or is still to be shown. */
export const isKnown = (name: string, { scope, topUps }: Pick<FoundMark, "scope" | "topUps">): boolean =>
  scope.some((each) => same(each, name)) || topUps.some(({ activity }) => activity !== null && same(activity.name, name));

/** The new activities of which something is still to be shown, each once, the first asked first. */
export const openActivities = (topUps: readonly Pick<OpenTopUp, "activity">[]): { id: string; name: string }[] => [
  ...new Map(topUps.flatMap(({ activity }) => (activity ? [[activity.id, activity] as const] : []))).values(),
];
