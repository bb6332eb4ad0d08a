import { z } from "zod";
import { type Day, londonDay } from "~/platform/calendar";
import type { Nation } from "../bank-holidays";
import { lastDay } from "../clocks";
import type { Round } from "../round";

export const factCheckEnds = ["confirmed", "remarked", "unanswered"] as const;

/** The draft report of a round, with the provider to check. */
export const FactCheck = z.object({
  id: z.string(),
  round: z.number(),
  sentAt: z.coerce.date(),
  dueOn: z.string(),
  endedAt: z.coerce.date().nullable(),
  how: z.enum(factCheckEnds).nullable(),
});
export type FactCheck = z.infer<typeof FactCheck>;

/** The last day for remarks on what is sent now, by the working days of where the provider is (Standard rules §C.5). */
export const checkBy = (sentAt: Date, nation: Nation): Day => lastDay("check", sentAt, nation);

/** The one that the provider has to check now. */
export const openCheck = <T extends Pick<FactCheck, "endedAt">>(checks: readonly T[]): T | undefined => checks.find(({ endedAt }) => endedAt === null);

/** Whether its last day has passed. */
export const isCheckOver = ({ dueOn }: Pick<FactCheck, "dueOn">, now: Date): boolean => londonDay(now) > dueOn;

/**
 * Whether the provider has had the draft report, as far as it is still the same: once is enough, also after its own remarks or a deferral were read.
 * What a decision-maker sent back, or had to be rated after all, it has to see again.
 */
export function isReportChecked(checks: readonly Pick<FactCheck, "round" | "endedAt">[], rounds: readonly Pick<Round, "no" | "kind">[]): boolean {
  const changed = rounds.findLast(({ kind }) => kind === "sent_back" || kind === "claims")?.no ?? 1;
  return checks.some(({ round, endedAt }) => endedAt !== null && round >= changed);
}
