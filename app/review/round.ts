import { z } from "zod";
import { type Part, parts } from "./part";

/** Why a case was opened once more: the group says that facts are wrong in its draft report; who decides sends it back; what was claimed not to apply has to be rated; an answer to a deferral; conditions; an appeal. */
export const roundKinds = ["facts", "sent_back", "claims", "deferral", "condition", "appeal"] as const;
export type RoundKind = (typeof roundKinds)[number];

/** A part of a case that was opened once more, after the first round, which is the case itself. */
export const Round = z.object({
  no: z.number(),
  kind: z.enum(roundKinds),
  criteria: z.array(z.string()),
  openedAt: z.coerce.date(),
  readers: z.record(z.enum(parts), z.uuid().nullable()),
});
export type Round = z.infer<typeof Round>;

type Opened = Pick<Round, "no" | "criteria">;

/** The round a case is in. */
export const currentRound = (rounds: readonly Opened[]): number => Math.max(1, ...rounds.map(({ no }) => no));

/** What was said in earlier rounds stands, except about criteria that a later one opened again. */
export const standingIn = <T extends { round: number; criterion: string }>(rounds: readonly Opened[], said: readonly T[]): T[] =>
  said.filter(({ round, criterion }) => !rounds.some(({ no, criteria }) => no > round && criteria.includes(criterion)));

/** Who read a part in an earlier round; undefined for the round the case is in, and where nobody wrote it down. */
export const readerThen = (rounds: readonly Round[], part: Part, round: number): string | undefined => rounds.find(({ no }) => no > round)?.readers[part] ?? undefined;

/** Whether a criterion is rated in the round the case is in: in the first, every one that applies. */
export function isOpenIn(rounds: readonly Opened[], criterion: string): boolean {
  const last = rounds.at(-1);
  return last === undefined || last.criteria.includes(criterion);
}

/** Whether an appeal has opened it again: what was decided before may stand behind a mark. */
export const isReopened = (rounds: readonly { kind: RoundKind }[]): boolean => rounds.some(({ kind }) => kind === "appeal");

/** Levels that an appeal has given, as far as they stand: they hold whatever anybody rated. */
export const ruledIn = <T extends { round: number; criterion: string }>(rounds: readonly Round[], said: readonly T[]): T[] =>
  standingIn(rounds, said).filter(({ round }) => rounds.some(({ no, kind }) => no === round && kind === "appeal"));
