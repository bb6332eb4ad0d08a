import type { Actor } from "~/accounts/actor";
import { londonDay } from "~/platform/calendar";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { agreedOn, factsOn, isTalkOver, ratingsAreOpen } from "./case-file";
import type { SettlingDesk } from "./desk";
import { differenceOf } from "./differences";
import { findCase } from "./find-case.server";
import { settlementLine } from "./rating-desk.server";
import { deskCase, ratingLines, readingOf } from "./reading.server";
import { refusalWords } from "./refusal-words";
import { settleRange } from "./settle-range";
import { permitOn } from "./standing";
import { forModerator, toTalkOver } from "./talk";
import { talkLines } from "./talking-desk.server";
import { thirdOf } from "./third-rating";

/** One difference with all that was said about it, for a moderator. Undefined when there is none to see: out of reach, still being read, or settled by the table. */
export async function settlingDeskFor(db: Db, clock: Clock, actor: Actor, caseId: string, criterionId: string): Promise<SettlingDesk | undefined> {
  const file = await findCase(db, actor, caseId);
  const criterion = file?.standard.criteria.find(({ id }) => id === criterionId);
  if (!file || !criterion || !ratingsAreOpen(file.state)) return undefined;
  const ratings = ratingLines(file, criterionId);
  const [first, second] = ratings.map(({ level }) => level);
  if (first === undefined || second === undefined || first === null || second === null) return undefined;
  const difference = differenceOf(first, second, criterion.must_have);
  if ("level" in difference) return undefined;
  const agreed = agreedOn(file);
  const over = isTalkOver(file, clock.now());
  const talking = toTalkOver(agreed.open, over).some((each) => each.criterion === criterionId);
  const permission = permitOn("settle", actor, factsOn(file, londonDay(clock.now())), { met: talking ? [] : ["talk_over"], reason: "any" });
  const third = thirdOf(file, criterionId);
  const asThird = permitOn("rate_third", actor, factsOn(file, londonDay(clock.now())), { met: talking ? [] : ["talk_over"], reason: "any" });
  return {
    case: deskCase(clock, file),
    reading: await readingOf(db, clock, actor, file, criterion, true),
    ratings,
    range: settleRange(first, second, third?.level),
    third: third ? { level: third.level, by: third.name, reason: third.reason, at: third.at.toISOString() } : null,
    mayRateThird: !third && asThird.ok && agreed.open.some((each) => each.criterion === criterionId),
    flagged: difference.flagged,
    settlement: await settlementLine(db, file, criterionId),
    talk: talkLines(file, criterionId),
    left: forModerator(agreed.open, over).map((each) => each.criterion),
    barred: agreed.came[criterionId] === "talked" ? "The two readers have talked it over and agree." : permission.ok ? null : refusalWords[permission.why],
  };
}
