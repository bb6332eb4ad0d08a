import { z } from "zod";
import { Level } from "#standards/format";
import { type Round, standingIn } from "./round";

/** A third rating of what two readers differ in. `by` is a person's id, `name` theirs. */
export const ThirdRating = z.object({ round: z.number(), criterion: z.string(), level: Level, reason: z.string(), by: z.string(), name: z.string(), at: z.coerce.date() });
export type ThirdRating = z.infer<typeof ThirdRating>;

/** The third rating of this criterion, as far as it still stands. */
export const thirdOf = ({ rounds, thirds }: { rounds: readonly Round[]; thirds: readonly ThirdRating[] }, criterion: string): ThirdRating | undefined =>
  standingIn(rounds, thirds).find((each) => each.criterion === criterion);
