import { settlements } from "#db/schema/review";
import type { Level } from "#standards/format";
import type { Actor } from "~/accounts/actor";
import type { Refusal } from "~/assessments/workflow";
import { record } from "~/audit/record.server";
import { londonDay } from "~/platform/calendar";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { carryOn } from "./carry-on.server";
import { agreedOn, factsOn, isTalkOver, type Settlement } from "./case-file";
import { holdCase } from "./find-case.server";
import { makeMove } from "./move.server";
import { type ReasonFault, reasonFault } from "./rating";
import { currentRound } from "./round";
import { settleRange } from "./settle-range";
import { permitOn } from "./standing";
import { toTalkOver } from "./talk";
import { thirdOf } from "./third-rating";

export type Settled = { ok: true; left: number } | { ok: false; why: Refusal | ReasonFault | "outside_range" | "nothing_to_settle_here" };

/**
 * A moderator who rated nothing in the case settles one difference that its readers no longer talk over: any level between the two ratings, or as far as a third one goes, with a written reason.
 * After the last one the case goes to the decision. `left` is how many remain. Undefined when the case is out of reach.
 */
export function settleDifference(
  db: Db,
  clock: Clock,
  actor: Actor,
  { caseId, criterion, level, reason }: { caseId: string; criterion: string; level: Level; reason: string },
): Promise<Settled | undefined> {
  return db.transaction(async (tx): Promise<Settled | undefined> => {
    const file = await holdCase(tx, actor, caseId);
    if (!file) return undefined;
    const { open } = agreedOn(file);
    const difference = open.find((each) => each.criterion === criterion);
    const stillTalking = toTalkOver(open, isTalkOver(file, clock.now())).some((each) => each.criterion === criterion);
    const permission = permitOn("settle", actor, factsOn(file, londonDay(clock.now())), { met: stillTalking ? [] : ["talk_over"], reason });
    if (!permission.ok) return permission;
    if (!difference) return { ok: false, why: "nothing_to_settle_here" };
    if (!settleRange(difference.first, difference.second, thirdOf(file, criterion)?.level).includes(level)) return { ok: false, why: "outside_range" };
    const fault = reasonFault(reason);
    if (fault) return { ok: false, why: fault };

    const now = clock.now();
    const settlement: Settlement = {
      criterion,
      level,
      reason: reason.trim(),
      flagged: difference.flagged,
      settledBy: actor.personId,
      settledAt: now,
      round: currentRound(file.rounds),
    };
    await tx.insert(settlements).values({ caseId, ...settlement });
    await makeMove(tx, file, "settle", actor, now);
    await carryOn(tx, clock, { ...file, settlements: [...file.settlements, settlement] });
    await record(tx, { personId: actor.personId }, now, { type: "case.settled", subject: caseId, data: { criterion, level } });
    return { ok: true, left: open.length - 1 };
  });
}
