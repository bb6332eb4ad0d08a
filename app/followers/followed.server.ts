import { and, asc, desc, eq, inArray, sql } from "drizzle-orm";
import { organisations } from "#db/schema/accounts";
import { deliveries, endpoints, followings, statusChanges } from "#db/schema/followers";
import { marks } from "#db/schema/marks";
import type { Actor } from "~/accounts/actor";
import { findMarks } from "~/marks/find-marks.server";
import type { FoundMark } from "~/marks/found-mark";
import type { Holder, MarkStatus } from "~/marks/mark";
import { statusOf } from "~/marks/status";
import { statusWords } from "~/marks/status-words";
import { londonDay } from "~/platform/calendar";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { markTitled } from "~/register/titled";
import { titlesIn } from "~/standards/translation/titles-in.server";
import { type EndpointState, type Outcome, shownDeliveries } from "./endpoint";

const perPage = 20;

export type FollowedMark = { code: string; standard: string; state: string };
/** `standardKey`: null where all marks of the group are followed. */
export type Followed = { id: string; group: string; slug: string; standardKey: string | null; marks: FollowedMark[] };
export type EndpointLine = { number: number; url: string; state: EndpointState };

/** What the actor follows, a page at a time, each with how things stand, and their endpoints. Four reads, and one or two for titles in Welsh. */
export async function followedBy(db: Db, clock: Clock, actor: Actor, asked: number): Promise<{ followed: Followed[]; page: number; pages: number; endpoints: EndpointLine[] }> {
  const own = eq(followings.personId, actor.personId);
  const pages = Math.max(1, Math.ceil((await db.$count(followings, own)) / perPage));
  const page = Math.min(asked, pages);
  const rows = await db
    .select({ id: followings.id, standardKey: followings.standardKey, organisationId: organisations.id, group: organisations.name, slug: organisations.slug })
    .from(followings)
    .innerJoin(organisations, eq(organisations.id, followings.organisationId))
    .where(own)
    .orderBy(asc(organisations.name), asc(followings.standardKey), asc(followings.id))
    .limit(perPage)
    .offset((page - 1) * perPage);
  const groups = [...new Set(rows.map(({ organisationId }) => organisationId))];
  const [found, titles, mine] = await Promise.all([
    groups.length > 0 ? findMarks(db, inArray(marks.organisationId, groups), { limit: 10_000 }) : [],
    titlesIn(db, actor.language),
    db
      .select({ number: endpoints.number, url: endpoints.url, state: endpoints.state })
      .from(endpoints)
      .where(eq(endpoints.personId, actor.personId))
      .orderBy(asc(endpoints.number)),
  ]);
  const followed = rows.map(({ organisationId, standardKey, ...row }): Followed => {
    const theirs = newestOfEach(found.filter((mark) => mark.organisationId === organisationId && (standardKey === null || mark.standardKey === standardKey)));
    return { ...row, standardKey, marks: theirs.map((mark) => markLine(markTitled(mark, titles), actor, clock.now())) };
  });
  return { followed, page, pages, endpoints: mine };
}

/** Of each standard the newest: they come newest first. */
const newestOfEach = (found: readonly FoundMark[]) => [...new Map([...found].reverse().map((mark) => [mark.standardKey, mark])).values()];

/** A mark in a line: what for, and how it stands now. */
export function markLine({ code, holder, facts }: FoundMark, { language }: Actor, now: Date): FollowedMark {
  const { state } = statusWords({ holder, facts, standing: statusOf(facts, now) }, londonDay(now), language);
  return { code, standard: holder.standard.title, state };
}

export type DeliveryLine = {
  id: string;
  /** Null: a test. */
  about: { code: string; group: string; status: MarkStatus } | null;
  madeAt: string;
  tries: number;
  outcome: Outcome | null;
  httpStatus: number | null;
  lastTriedAt: string | null;
  nextTryAt: string | null;
};
export type EndpointView = EndpointLine & { since: string; oldUntil: string | null; deliveries: DeliveryLine[] };

/** One of the actor's endpoints, by its number, with its last deliveries; never its secret. Undefined when they have none of that number. Two reads. */
export async function ownEndpoint(db: Db, clock: Clock, { personId }: Actor, number: number): Promise<EndpointView | undefined> {
  const [found] = await db
    .select({ id: endpoints.id, number: endpoints.number, url: endpoints.url, state: endpoints.state, since: endpoints.stateSince, oldUntil: endpoints.oldUntil })
    .from(endpoints)
    .where(and(eq(endpoints.personId, personId), eq(endpoints.number, number)));
  if (!found) return undefined;
  const rows = await db
    .select({ delivery: deliveries, status: statusChanges.status, code: marks.code, group: sql<Holder["name"] | null>`${marks.holder} ->> 'name'` })
    .from(deliveries)
    .leftJoin(statusChanges, eq(statusChanges.id, deliveries.changeId))
    .leftJoin(marks, eq(marks.id, statusChanges.markId))
    .where(eq(deliveries.endpointId, found.id))
    .orderBy(desc(deliveries.madeAt), sql`${statusChanges.seq} desc nulls last`)
    .limit(shownDeliveries);
  const { id: _, since, oldUntil, ...endpoint } = found;
  const overlaps = oldUntil !== null && oldUntil > clock.now();
  return {
    ...endpoint,
    since: since.toISOString(),
    oldUntil: overlaps ? oldUntil.toISOString() : null,
    deliveries: rows.map(({ delivery, status, code, group }) => ({
      id: delivery.id,
      about: status !== null && code !== null && group !== null ? { code, group, status: status as MarkStatus } : null,
      madeAt: delivery.madeAt.toISOString(),
      tries: delivery.tries,
      outcome: delivery.outcome,
      httpStatus: delivery.httpStatus,
      lastTriedAt: delivery.lastTriedAt?.toISOString() ?? null,
      nextTryAt: delivery.nextTryAt?.toISOString() ?? null,
    })),
  };
}
