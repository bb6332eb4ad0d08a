import { z } from "zod";
import { Level } from "#standards/format";
import { type Day, londonDay } from "~/platform/calendar";
import type { OpenDifference } from "./agreed";
import type { Nation } from "./bank-holidays";
import { parts } from "./part";
import { workingDaysAfter } from "./working-days";

/** Working days in which the two readers may come to one level; on the next one it is the moderator's (Standard rules §C.5, P04). */
export const talkDays = 5;

/** What one reader proposed, and why. */
export const KeptTalk = z.object({ round: z.number(), criterion: z.string(), part: z.enum(parts), level: Level, reason: z.string(), by: z.string(), at: z.coerce.date() });
export type Talk = z.infer<typeof KeptTalk>;

/** The levels at which the newest words of both meet, by criterion. */
export function talkedOver(talks: readonly Pick<Talk, "criterion" | "part" | "level">[]): Record<string, Level> {
  const agreed: Record<string, Level> = {};
  for (const criterion of new Set(talks.map((each) => each.criterion))) {
    const [first, second] = parts.map((part) => talks.findLast((each) => each.criterion === criterion && each.part === part)?.level);
    if (first !== undefined && first === second) agreed[criterion] = first;
  }
  return agreed;
}

/** Whether the readers' time to talk is over today, by the working days of where the provider is; the day on which they were found to differ does not count. */
export const talkIsOver = (since: Date | null, today: Day, nation: Nation): boolean => since === null || workingDaysAfter(londonDay(since), today, nation) > talkDays;

/** Of the open differences, those that a moderator may settle: what readers still talk over is not theirs yet. */
export const forModerator = <D extends Pick<OpenDifference, "how">>(open: readonly D[], over: boolean): D[] => open.filter(({ how }) => over || how === "moderator");
/** And those that the two readers may talk over. */
export const toTalkOver = <D extends Pick<OpenDifference, "how">>(open: readonly D[], over: boolean): D[] => open.filter(({ how }) => !over && how === "talk");
