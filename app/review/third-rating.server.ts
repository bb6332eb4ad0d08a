import { thirdRatings } from "#db/schema/reading";
import type { Level } from "#standards/format";
import type { Actor } from "~/accounts/actor";
import type { Refusal } from "~/assessments/workflow";
import { record } from "~/audit/record.server";
import { londonDay } from "~/platform/calendar";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { agreedOn, factsOn, isTalkOver } from "./case-file";
import { holdCase } from "./find-case.server";
import { makeMove } from "./move.server";
import { type ReasonFault, reasonFault } from "./rating";
import { currentRound } from "./round";
import { permitOn } from "./standing";
import { toTalkOver } from "./talk";
import { thirdOf } from "./third-rating";

export type RatedThird = { ok: true } | { ok: false; why: Refusal | ReasonFault | "nothing_to_settle_here" | "third_given" };

/**
 * A moderator who neither rated nor settled anything in the case rates a difference as a third reader, with a written reason: any level. From then on whoever settles it may go as far as that level,
 * and this moderator has rated, so another one settles (Standard rules §C.5). Once a criterion and round. They have seen both ratings: it is not blind, and stands in no figure of agreement. Undefined when the case is out of reach.
 */
export function rateAsThird(
  db: Db,
  clock: Clock,
  actor: Actor,
  { caseId, criterion, level, reason }: { caseId: string; criterion: string; level: Level; reason: string },
): Promise<RatedThird | undefined> {
  return db.transaction(async (tx): Promise<RatedThird | undefined> => {
    const file = await holdCase(tx, actor, caseId);
    if (!file) return undefined;
    const now = clock.now();
    const { open } = agreedOn(file);
    const stillTalking = toTalkOver(open, isTalkOver(file, now)).some((each) => each.criterion === criterion);
    const permission = permitOn("rate_third", actor, factsOn(file, londonDay(now)), { met: stillTalking ? [] : ["talk_over"], reason });
    if (!permission.ok) return permission;
    if (!open.some((each) => each.criterion === criterion)) return { ok: false, why: "nothing_to_settle_here" };
    if (thirdOf(file, criterion)) return { ok: false, why: "third_given" };
    const fault = reasonFault(reason);
    if (fault) return { ok: false, why: fault };
    await tx.insert(thirdRatings).values({ caseId, round: currentRound(file.rounds), criterion, level, reason: reason.trim(), by: actor.personId, at: now });
    await makeMove(tx, file, "rate_third", actor, now);
    await record(tx, { personId: actor.personId }, now, { type: "case.third_rated", subject: caseId, data: { criterion, level } });
    return { ok: true };
  });
}
