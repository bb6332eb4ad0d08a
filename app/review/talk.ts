import { z } from "zod";
import { Level } from "#standards/format";
import type { Day } from "~/platform/calendar";
import type { OpenDifference } from "./agreed";
import type { Nation } from "./bank-holidays";
import { isOverBy, lastDay } from "./clocks";
import { type Part, parts } from "./part";

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

/** Whether the readers' five working days to come to one level are over today, and it is the moderator's (Standard rules §C.5, P04): by the working days of where the provider is; the day on which they were found to differ does not count. */
export const talkIsOver = (since: Date | null, today: Day, nation: Nation): boolean => since === null || isOverBy("talk", since, today, nation);

/** Their last working day for it. */
export const lastDayToTalk = (since: Date, nation: Nation): Day => lastDay("talk", since, nation);

/** Whether it is for this reader to say something next: the newest words are not their own. */
const mayAnswer = (talks: readonly Pick<Talk, "criterion" | "part">[], criterion: string, part: Part): boolean =>
  talks.findLast((each) => each.criterion === criterion)?.part !== part;

/** Of these, what this reader may answer the other in. */
export const answerable = ({ talks }: { talks: readonly Talk[] }, open: readonly Pick<OpenDifference, "criterion">[], part: Part | undefined): string[] =>
  part ? open.map(({ criterion }) => criterion).filter((criterion) => mayAnswer(talks, criterion, part)) : [];

/** Of the open differences, those that a moderator may settle: what readers still talk over is not theirs yet. */
export const forModerator = <D extends Pick<OpenDifference, "how">>(open: readonly D[], over: boolean): D[] => open.filter(({ how }) => over || how === "moderator");
/** And those that the two readers may talk over. */
export const toTalkOver = <D extends Pick<OpenDifference, "how">>(open: readonly D[], over: boolean): D[] => open.filter(({ how }) => !over && how === "talk");
