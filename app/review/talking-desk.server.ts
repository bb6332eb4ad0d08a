import { type Actor, hasRole } from "~/accounts/actor";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { agreedOn, type CaseFile, factsOf, isTalkOver, ratingsAreOpen } from "./case-file";
import type { TalkingDesk, TalkLine } from "./desk";
import { differenceOf } from "./differences";
import { findCase } from "./find-case.server";
import { deskCase, ratingLines, readingOf } from "./reading.server";
import { refusalWords } from "./refusal-words";
import { standingIn } from "./round";
import { settleRange } from "./settle-range";
import { permitOn, readerIn } from "./standing";
import { lastDayToTalk, toTalkOver } from "./talk";

/** One difference that its two readers talk over, or have talked over, for either of them. Undefined when there is none to see: out of reach, somebody else's, still being read, or for a moderator from the start. */
export async function talkingDeskFor(db: Db, clock: Clock, actor: Actor, caseId: string, criterionId: string): Promise<TalkingDesk | undefined> {
  const file = await findCase(db, actor, caseId);
  const criterion = file?.standard.criteria.find(({ id }) => id === criterionId);
  const me = file && hasRole(actor, "assessor") ? readerIn(actor, factsOf(file)) : undefined;
  if (!file || !criterion || !me || !ratingsAreOpen(file.state)) return undefined;
  const ratings = ratingLines(file, criterionId);
  const [first, second] = ratings.map(({ level }) => level);
  if (first === undefined || second === undefined || first === null || second === null) return undefined;
  if (differenceOf(first, second, criterion.must_have).how !== "talk") return undefined;
  const agreed = agreedOn(file);
  const mine = toTalkOver(agreed.open, isTalkOver(file, clock.now())).some((each) => each.criterion === criterionId);
  const permission = permitOn("talk_level", actor, factsOf(file), { met: mine ? ["talk_open"] : [], reason: "any" });
  return {
    case: deskCase(clock, file),
    reading: await readingOf(db, clock, actor, file, criterion, true),
    ratings,
    talk: talkLines(file, criterionId),
    range: settleRange(first, second),
    until: file.talkSince && lastDayToTalk(file.talkSince, file.nation),
    agreed: agreed.came[criterionId] === "talked" ? (agreed.ratings[criterionId] ?? null) : null,
    barred: permission.ok ? null : refusalWords[permission.why],
  };
}

/** What the two said to each other of one criterion, oldest first. */
export const talkLines = (file: CaseFile, criterionId: string): TalkLine[] =>
  standingIn(file.rounds, file.talks)
    .filter(({ criterion }) => criterion === criterionId)
    .map(({ part, level, reason, by, at }) => ({ part, level, reason, at: at.toISOString(), by: file.assignments.find(({ personId }) => personId === by)?.name ?? "" }));
