import { z } from "zod";

/** A part of a case that was opened once more, after the first round, which is the case itself. */
export const Round = z.object({ no: z.number(), criteria: z.array(z.string()) });
export type Round = z.infer<typeof Round>;

/** The round a case is in. */
export const currentRound = (rounds: readonly Round[]): number => Math.max(1, ...rounds.map(({ no }) => no));

/** What was said in earlier rounds stands, except about criteria that a later one opened again. */
export const standingIn = <T extends { round: number; criterion: string }>(rounds: readonly Round[], said: readonly T[]): T[] =>
  said.filter(({ round, criterion }) => !rounds.some(({ no, criteria }) => no > round && criteria.includes(criterion)));
