import { recommendations } from "#db/schema/reading";
import type { Actor } from "~/accounts/actor";
import type { Condition, Refusal } from "~/assessments/workflow";
import { record } from "~/audit/record.server";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { carryOn, conditionsMet } from "./carry-on.server";
import { agreedOn, answersToRead, type CaseFile, factsOf } from "./case-file";
import { holdCase } from "./find-case.server";
import { makeMove } from "./move.server";
import type { Part } from "./part";
import { givenIn, hasRecommended } from "./recommendation";
import { currentRound } from "./round";
import { permitOn, readerIn } from "./standing";

export type Recommended = { ok: true } | { ok: false; why: Refusal };

/**
 * A reader who has rated all of theirs says that it may go on. Once both have, their ratings are compared; until then a reader may still correct, and says so again after that.
 * Saying it twice is as good as once. Undefined when the case is out of reach.
 */
export function recommendReading(db: Db, clock: Clock, actor: Actor, { caseId }: { caseId: string }): Promise<Recommended | undefined> {
  return db.transaction(async (tx): Promise<Recommended | undefined> => {
    const file = await holdCase(tx, actor, caseId);
    if (!file) return undefined;
    const now = clock.now();
    const reader = readerIn(actor, factsOf(file));
    const permission = permitOn("recommend", actor, factsOf(file), { met: reader ? conditionsToRecommend(file, reader.part, now) : [] });
    if (!permission.ok) return permission;
    const { part } = reader!;
    const given = givenIn(file.ratings);
    if (hasRecommended(file, given, { part, personId: actor.personId })) return { ok: true };
    const said = { round: currentRound(file.rounds), part, covers: given[part], by: actor.personId, at: now };
    await tx.insert(recommendations).values({ caseId, ...said });
    await makeMove(tx, file, "recommend", actor, now);
    await carryOn(tx, clock, { ...file, recommendations: [...file.recommendations, said] });
    await record(tx, { personId: actor.personId }, now, { type: "case.recommended", subject: caseId, data: { part } });
    return { ok: true };
  });
}

/** What holds of one reader's own work: the other's neither helps nor stands in the way. */
export function conditionsToRecommend(file: CaseFile, part: Part, now: Date): Condition[] {
  const own: Condition[] = [];
  if (!agreedOn(file).missing.some((each) => each.part === part)) own.push("own_rated");
  if (answersToRead(file, part).length === 0) own.push("answers_read");
  return [...conditionsMet(file, now).filter((each) => each === "nobody_awaited"), ...own];
}
