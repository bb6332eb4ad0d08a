import type { Day } from "~/platform/calendar";

/** An award of somebody else's that was offered for a criterion, as it was sent, and what the assessor said of it. */
export type ShownAward = {
  id: string;
  name: string;
  number: string;
  expiresOn: Day;
  /** Where to check it, in words. */
  list: string;
  relation: "met_at_least" | "supports";
  expired: boolean;
  judged: { accepted: boolean; reason: string } | null;
};

/** Whether an accepted award lets Met stand without every test. */
export const metByAward = (awards: readonly ShownAward[]): boolean => awards.some(({ relation, judged }) => relation === "met_at_least" && judged?.accepted === true);
