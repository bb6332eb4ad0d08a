import { z } from "zod";
import { kindNames } from "./kinds";
import type { TieState } from "./tie-moves";

/** A tie that bars nobody, as a reader told it of one case, and the leave to read in spite of it. */
export const Tie = z.object({
  kind: z.enum(kindNames),
  words: z.string(),
  statedAt: z.coerce.date(),
  waiver: z.object({ reason: z.string(), at: z.coerce.date(), by: z.string() }).nullable(),
});
export type Tie = z.infer<typeof Tie>;

/** Where it stands. */
export const tieState = (tie: Tie | null): TieState => (tie ? (tie.waiver ? "waived" : "stated") : "none");
