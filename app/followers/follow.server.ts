import { and, eq, inArray, isNotNull, isNull } from "drizzle-orm";
import { organisations } from "#db/schema/accounts";
import { followings } from "#db/schema/followers";
import { marks } from "#db/schema/marks";
import type { Actor } from "~/accounts/actor";
import { normaliseCode } from "~/marks/code";
import { findMarks } from "~/marks/find-marks.server";
import type { FoundMark } from "~/marks/found-mark";
import { statusOf } from "~/marks/status";
import { noMarkHeld } from "~/marks/status-words";
import { londonDay } from "~/platform/calendar";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { type FollowForm, mostFollowed } from "./following";
import { oneAtATime } from "./lock.server";
import { noticeChanges } from "./notice.server";

/** The mark with this code, as far as anybody may know of it: one of which only “No mark held” is said is not found, nor is one that was never there. */
export async function followableMark(db: Db, typed: string, now: Date): Promise<FoundMark | undefined> {
  const read = normaliseCode(typed);
  const [mark] = read.ok ? await findMarks(db, eq(marks.code, read.code)) : [];
  return mark && !noMarkHeld(statusOf(mark.facts, now), londonDay(now)) ? mark : undefined;
}

export type Followed = { ok: true } | { ok: false; why: "too_many" };

/**
 * Begins to follow a mark, or all marks of its group. What has happened until now is settled first: it is told to those who followed before, and not to the new follower, who has just seen it.
 * Following all takes the place of following single ones; following twice is following once. Undefined where there is no such mark.
 */
export const follow = (db: Db, clock: Clock, { personId }: Actor, { code, what }: FollowForm): Promise<Followed | undefined> =>
  db.transaction(async (tx): Promise<Followed | undefined> => {
    await oneAtATime(tx);
    const now = clock.now();
    const mark = await followableMark(tx, code, now);
    if (!mark) return undefined;
    const { organisationId } = mark;
    await noticeChanges(tx, clock, await findMarks(tx, eq(marks.organisationId, organisationId)));
    const ofGroup = and(eq(followings.personId, personId), eq(followings.organisationId, organisationId));
    if (what === "group") await tx.delete(followings).where(and(ofGroup, isNotNull(followings.standardKey)));
    else if ((await tx.$count(followings, and(ofGroup, isNull(followings.standardKey)))) > 0) return { ok: true };
    if ((await tx.$count(followings, eq(followings.personId, personId))) >= mostFollowed) return { ok: false, why: "too_many" };
    await tx
      .insert(followings)
      .values({ personId, organisationId, standardKey: what === "group" ? null : mark.standardKey, since: now })
      .onConflictDoNothing();
    return { ok: true };
  });

/** Stops following a group's marks for one standard, or (null) all of them. Undefined when the actor does not follow that. */
export async function stopFollowing(db: Db, { personId }: Actor, slug: string, standardKey: string | null): Promise<{ ok: true } | undefined> {
  const ofGroup = inArray(followings.organisationId, db.select({ id: organisations.id }).from(organisations).where(eq(organisations.slug, slug)));
  const what = standardKey === null ? isNull(followings.standardKey) : eq(followings.standardKey, standardKey);
  const [gone] = await db
    .delete(followings)
    .where(and(eq(followings.personId, personId), ofGroup, what))
    .returning({ id: followings.id });
  return gone && { ok: true };
}
