import { and, eq, inArray, isNull, or } from "drizzle-orm";
import { people } from "#db/schema/accounts";
import { deliveries, endpoints, followings, statusChanges } from "#db/schema/followers";
import type { FoundMark } from "~/marks/found-mark";
import type { MarkStatus } from "~/marks/mark";
import { turnsOf } from "~/marks/status";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { settings } from "~/platform/env.server";
import { enqueue } from "~/platform/jobs.server";
import { post } from "~/platform/mail.server";
import { markTitled } from "~/register/titled";
import { titlesIn } from "~/standards/translation/titles-in.server";
import { changeMail } from "./mails";

type Turn = { mark: FoundMark; previous: MarkStatus | null; status: MarkStatus; at: Date };
type Noticed = Turn & { id: string };

/**
 * Writes down every change of status of these marks that is not yet written down and tells those who follow now, in the same transaction: a mail each, and a delivery for each of their endpoints.
 * Whatever is written down was told, so nothing is told twice, and nothing that has happened is left out, however many times a mark has turned meanwhile. Takes marks read after `oneAtATime`. Answers how many changes there were.
 */
export async function noticeChanges(tx: Db, clock: Clock, marks: readonly FoundMark[]): Promise<number> {
  const noticed = await writeDown(tx, clock.now(), marks);
  for (const change of noticed) await tellOf(tx, clock, change);
  return noticed.length;
}

async function writeDown(tx: Db, now: Date, marks: readonly FoundMark[]): Promise<Noticed[]> {
  if (marks.length === 0) return [];
  const turns = marks.flatMap((mark) => turnsOf(mark.facts, now).map(({ status, at }, place, all): Turn => ({ mark, previous: all[place - 1]?.status ?? null, status, at })));
  const known = await tx
    .select({ markId: statusChanges.markId, at: statusChanges.at })
    .from(statusChanges)
    .where(
      inArray(
        statusChanges.markId,
        marks.map(({ id }) => id),
      ),
    );
  const keyOf = (markId: string, at: Date) => `${markId} ${at.getTime()}`;
  const said = new Set(known.map(({ markId, at }) => keyOf(markId, at)));
  const fresh = turns.filter(({ mark, at }) => !said.has(keyOf(mark.id, at))).sort((a, b) => a.at.getTime() - b.at.getTime());
  if (fresh.length === 0) return [];
  const rows = await tx
    .insert(statusChanges)
    .values(fresh.map(({ mark, previous, status, at }) => ({ markId: mark.id, previous, status, at, noticedAt: now })))
    .returning({ id: statusChanges.id, markId: statusChanges.markId, at: statusChanges.at });
  const ids = new Map(rows.map(({ id, markId, at }) => [keyOf(markId, at), id]));
  return fresh.map((turn) => ({ ...turn, id: ids.get(keyOf(turn.mark.id, turn.at))! }));
}

/** That a mark was replaced is no mail of its own: the mark that took its place is one. Endpoints are told of both. */
const isMailed = ({ status }: Turn) => status !== "superseded";

async function tellOf(tx: Db, clock: Clock, change: Noticed) {
  const { mark, id } = change;
  const readers = await followersOf(tx, mark);
  if (readers.length === 0) return;
  for (const { personId, name, email, language: chosen } of isMailed(change) ? readers : []) {
    const language = chosen ?? "en";
    const titled = markTitled(mark, await titlesIn(tx, language));
    await post(tx, clock, `followed:${id}:${personId}`, { to: email, ...changeMail({ ...change, mark: titled }, name, settings().baseUrl, language), language });
  }
  const tried = await tx
    .select({ id: endpoints.id })
    .from(endpoints)
    .where(
      and(
        inArray(
          endpoints.personId,
          readers.map(({ personId }) => personId),
        ),
        inArray(endpoints.state, ["on", "failing"]),
      ),
    );
  for (const { id: endpointId } of tried) await deliverSoon(tx, clock, endpointId, id);
}

/** Queues a delivery in the caller's transaction. Without a change it is a test. */
export async function deliverSoon(tx: Db, clock: Clock, endpointId: string, changeId: string | null) {
  const now = clock.now();
  await tx.insert(deliveries).values({ endpointId, changeId, madeAt: now, tries: 0, nextTryAt: now }).onConflictDoNothing();
  await enqueue(tx, "deliver", { id: endpointId }, `deliver:${endpointId}`);
}

/** Everybody who follows this mark or its whole group, once each. */
const followersOf = (tx: Db, { organisationId, standardKey }: FoundMark) =>
  tx
    .selectDistinct({ personId: people.id, name: people.name, email: people.email, language: people.language })
    .from(followings)
    .innerJoin(people, eq(people.id, followings.personId))
    .where(and(eq(followings.organisationId, organisationId), or(isNull(followings.standardKey), eq(followings.standardKey, standardKey))))
    .orderBy(people.id);
