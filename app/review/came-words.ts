import type { Came } from "./agreed";

/** How a criterion came to its level, in a line. */
export const cameWords: Record<Came, string> = {
  one_reader: "Read by the assessor",
  same: "Both readers the same",
  lower_stands: "Readers one apart: the lower stands",
  talked: "The two readers talked it over",
  settled: "Settled by a moderator",
  appealed: "Changed on appeal",
  does_not_apply: "Does not apply: claim accepted",
};
