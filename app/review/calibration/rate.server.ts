import { calibrationRatings } from "#db/schema/calibration";
import type { Actor } from "~/accounts/actor";
import { record } from "~/audit/record.server";
import { londonDay } from "~/platform/calendar";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { versionById } from "~/standards/versions.server";
import { type GivenRating, type RatingFault, ratingFault } from "../rating";
import { type CalibrationRefusal, permitCalibration } from "./calibration-moves";
import { type CalibrationRating, calibrationStandings, holdCalibration } from "./find-calibration.server";
import { nextToRate } from "./place";
import { revealIfDue } from "./reveal.server";

type Rated = { ok: true; next: string | null } | { ok: false; why: CalibrationRefusal | RatingFault };

/**
 * One of those who were asked rates one criterion of the invented submission, without seeing anybody else's. A correction is a new row, and the newest counts; the same again changes nothing.
 * When everybody has rated everything, all of it is shown to all at once. Undefined when there is no such calibration for them, or it does not have the criterion.
 */
export function rateInvented(
  db: Db,
  clock: Clock,
  actor: Actor,
  { id, criterion, level, ticks, reason }: { id: string; criterion: string } & GivenRating,
): Promise<Rated | undefined> {
  return db.transaction(async (tx): Promise<Rated | undefined> => {
    const file = await holdCalibration(tx, id);
    const standings = file ? calibrationStandings(actor, file) : [];
    if (!file || standings.length === 0 || !file.criteria.includes(criterion)) return undefined;
    const now = clock.now();
    const permission = permitCalibration("rate", { state: file.state, standings, met: londonDay(now) <= file.closesOn ? ["in_time"] : [], reason });
    if (!permission.ok) return permission;
    const about = (await versionById(tx, file.standardVersionId))!.standard.criteria.find((each) => each.id === criterion)!;
    const fault = ratingFault(about, {}, { level, ticks, reason });
    if (fault) return { ok: false, why: fault };
    if (level === null) return { ok: false, why: "not_claimed" };

    const rating: CalibrationRating = { criterion, level, ticks, reason: reason.trim(), ratedBy: actor.personId, ratedAt: now };
    const before = file.ratings.find((each) => each.criterion === criterion && each.ratedBy === actor.personId);
    const ratings = [...file.ratings.filter((each) => each !== before), rating];
    const next = nextToRate({ ...file, ratings }, actor.personId, criterion);
    if (before && said(before) === said(rating)) return { ok: true, next };
    await tx.insert(calibrationRatings).values({ calibrationId: id, ...rating });
    await record(tx, { personId: actor.personId }, now, { type: "calibration.rated", subject: id, data: { criterion } });
    await revealIfDue(tx, clock, { ...file, ratings });
    return { ok: true, next };
  });
}

/** Pressed twice, or sent again after a reply that was lost. */
const said = ({ level, ticks, reason }: CalibrationRating) => JSON.stringify([level, ticks.met, ticks.leading, reason]);
