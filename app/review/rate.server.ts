import { ratings } from "#db/schema/review";
import type { Actor } from "~/accounts/actor";
import type { Refusal } from "~/assessments/workflow";
import { record } from "~/audit/record.server";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { carryOn } from "./carry-on.server";
import { answersToRead, type CaseFile, currentRatings, factsOf, type Rating } from "./case-file";
import { holdCase } from "./find-case.server";
import { makeMove } from "./move.server";
import { type GivenRating, type RatingFault, ratingFault } from "./rating";
import { currentRound, isOpenIn } from "./round";
import { permitOn, readerIn } from "./standing";
import { toRate } from "./to-rate";

/** `next`: what this reader has still to rate, from here on and then from the start. Null: they are done, and the case may have moved on. */
export type Rated = { ok: true; next: string | null } | { ok: false; why: Refusal | RatingFault };

/**
 * A reader rates one criterion: the level, the tests ticked, and the reason. While the case is being assessed a correction is a new row, and the newest counts;
 * the same again is one where the group has answered a question about it since: the reader has looked, and it stands.
 * When both readers are complete their ratings are compared at once. Undefined when the case is out of reach, or the criterion is not this reader's to rate.
 */
export function rateCriterion(
  db: Db,
  clock: Clock,
  actor: Actor,
  { caseId, criterion: id, ...given }: { caseId: string; criterion: string } & GivenRating,
): Promise<Rated | undefined> {
  return db.transaction(async (tx): Promise<Rated | undefined> => {
    const file = await holdCase(tx, actor, caseId);
    if (!file) return undefined;
    const permission = permitOn("rate", actor, factsOf(file), { reason: given.reason });
    if (!permission.ok) return permission;
    const { part } = readerIn(actor, factsOf(file))!;
    const criterion = toRate(file.standard, file.submission.content.facts, part, file.reading).find((each) => each.id === id);
    if (!criterion) return undefined;
    if (!isOpenIn(file.rounds, id)) return { ok: false, why: "wrong_state" };
    const fault = ratingFault(criterion, file.submission.content.answers[id] ?? {}, given);
    if (fault) return { ok: false, why: fault };

    const now = clock.now();
    const rating: Rating = {
      criterion: id,
      part,
      level: given.level,
      ticks: given.ticks,
      reason: given.reason.trim(),
      ratedBy: actor.personId,
      ratedAt: now,
      round: currentRound(file.rounds),
    };
    const before = currentRatings(file, part)[id];
    if (before && sameRating(before, rating) && !answersToRead(file, part).includes(id)) return { ok: true, next: nextAfter(file, rating) };
    await tx.insert(ratings).values({ caseId, naAccepted: rating.level === null, ...rating });
    const rated = { ...file, ratings: [...file.ratings, rating] };
    await makeMove(tx, file, "rate", actor, now);
    await carryOn(tx, clock, rated);
    await record(tx, { personId: actor.personId }, now, { type: "case.rated", subject: caseId, data: { criterion: id, part, level: rating.level } });
    return { ok: true, next: nextAfter(rated, rating) };
  });
}

/** Pressed twice, or sent again after a reply that was lost. */
const sameRating = (one: Rating, other: Rating) =>
  one.level === other.level && one.reason === other.reason && one.ticks.met.join() === other.ticks.met.join() && one.ticks.leading.join() === other.ticks.leading.join();

function nextAfter(file: CaseFile, { part, criterion }: Rating): string | null {
  const asked = toRate(file.standard, file.submission.content.facts, part, file.reading);
  const rated = currentRatings(file, part);
  const unread = answersToRead(file, part);
  const from = asked.findIndex(({ id }) => id === criterion) + 1;
  return [...asked.slice(from), ...asked.slice(0, from)].find(({ id }) => !rated[id] || unread.includes(id))?.id ?? null;
}
