import { randomInt } from "node:crypto";
import { and, asc, eq, inArray, isNull, lte, sql } from "drizzle-orm";
import { people } from "#db/schema/accounts";
import { deliveries, endpoints, statusChanges } from "#db/schema/followers";
import { marks } from "#db/schema/marks";
import { record } from "~/audit/record.server";
import type { MarkStatus } from "~/marks/mark";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { settings } from "~/platform/env.server";
import { enqueue } from "~/platform/jobs.server";
import { post } from "~/platform/mail.server";
import { changeEvent, testEvent } from "./change";
import { isTried } from "./endpoint";
import { endpointMail } from "./mails";
import { type Answered, type SendOptions, sendEvent } from "./send.server";
import { signedHeaders } from "./signature.server";
import { nextTry } from "./tries";

/** A try takes fifteen seconds at most: after so many milliseconds, whoever began one was killed. */
const lease = 2 * 60_000;
/** Deliveries in one run of the job: others wait their turn. */
const atOnce = 10;

type DeliverOptions = SendOptions & { chance?: () => number };
type Endpoint = typeof endpoints.$inferSelect;
type Delivery = typeof deliveries.$inferSelect;
type Claimed = { delivery: Delivery; endpoint: Endpoint; body: string };

/**
 * The job: tries what is due for one endpoint, in the order of the changes, each on a schedule of its own. A delivery that is in somebody's hands is left to them.
 * When nobody answers, the rest waits for the sweep, so that an endpoint that is away costs one time-out at a time.
 */
export async function deliver(db: Db, clock: Clock, endpointId: string, options: DeliverOptions = {}): Promise<void> {
  for (let tried = 0; tried < atOnce; tried++) {
    const claimed = await claim(db, clock, endpointId);
    if (!claimed) return;
    const answered = await send(claimed, clock, options);
    await settle(db, clock, claimed, answered, (options.chance ?? chance)());
    if (answered.httpStatus === undefined) return;
  }
  await enqueue(db, "deliver", { id: endpointId }, `deliver:${endpointId}`);
}

/** Queues the job for every endpoint that has something due. */
export async function deliverDue(db: Db, clock: Clock): Promise<void> {
  const due = await db.selectDistinct({ id: deliveries.endpointId }).from(deliveries).where(lte(deliveries.nextTryAt, clock.now()));
  for (const { id } of due) await enqueue(db, "deliver", { id }, `deliver:${id}`);
}

/** The next one due, taken in hand: it is due again only when the lease is over. */
const claim = (db: Db, clock: Clock, endpointId: string): Promise<Claimed | undefined> =>
  db.transaction(async (tx) => {
    const now = clock.now();
    const [endpoint] = await tx.select().from(endpoints).where(eq(endpoints.id, endpointId));
    if (!endpoint || !isTried(endpoint.state)) return undefined;
    const [due] = await tx
      .select({ delivery: deliveries, change: statusChanges, code: marks.code })
      .from(deliveries)
      .leftJoin(statusChanges, eq(statusChanges.id, deliveries.changeId))
      .leftJoin(marks, eq(marks.id, statusChanges.markId))
      .where(and(eq(deliveries.endpointId, endpointId), lte(deliveries.nextTryAt, now)))
      .orderBy(sql`${statusChanges.seq} asc nulls first`, asc(deliveries.madeAt))
      .limit(1)
      .for("update", { of: deliveries, skipLocked: true });
    if (!due) return undefined;
    const { delivery, change, code } = due;
    const tries = delivery.tries + 1;
    await tx
      .update(deliveries)
      .set({ tries, lastTriedAt: now, nextTryAt: new Date(now.getTime() + lease) })
      .where(eq(deliveries.id, delivery.id));
    const event =
      change && code
        ? changeEvent({ ...change, code, status: change.status as MarkStatus, previous: change.previous as MarkStatus | null }, settings().baseUrl)
        : testEvent(delivery.madeAt);
    return { delivery: { ...delivery, tries }, endpoint, body: JSON.stringify(event) };
  });

function send({ delivery, endpoint: { url, secret, oldSecret, oldUntil }, body }: Claimed, clock: Clock, options: SendOptions): Promise<Answered> {
  const at = clock.now();
  const secrets = oldSecret !== null && oldUntil !== null && oldUntil > at ? [secret, oldSecret] : [secret];
  return sendEvent(url, body, signedHeaders({ id: `msg_${delivery.id.replaceAll("-", "")}`, at, body }, secrets), options);
}

/** Writes down how a try ended, and what that says of the endpoint: taken, it works again; gone, nothing is sent any more; the last try failed, its owner is told once. */
const settle = (db: Db, clock: Clock, { delivery, endpoint }: Claimed, { outcome, httpStatus }: Answered, share: number) =>
  db.transaction(async (tx) => {
    const now = clock.now();
    const again = outcome === "taken" || outcome === "gone" || delivery.changeId === null ? undefined : nextTry(delivery.tries, now, share);
    const ended = again ? { nextTryAt: again } : { nextTryAt: null, endedAt: now };
    const open = and(eq(deliveries.id, delivery.id), isNull(deliveries.endedAt));
    const written = await tx
      .update(deliveries)
      .set({ outcome, httpStatus: httpStatus ?? null, ...ended })
      .where(open)
      .returning({ id: deliveries.id });
    if (written.length === 0) return;
    if (outcome === "taken") await becomes(tx, clock, endpoint, ["failing"], "on");
    else if (outcome === "gone") {
      await becomes(tx, clock, endpoint, ["on", "failing"], "gone");
      await endWaiting(tx, clock, endpoint.id);
    } else if (!again && delivery.changeId !== null) await becomes(tx, clock, endpoint, ["on"], "failing");
  });

/** Moves an endpoint on, if it is still where it was; its owner is told of what they have to know. */
async function becomes(tx: Db, clock: Clock, { id, personId, number, url }: Endpoint, from: Endpoint["state"][], state: "on" | "failing" | "gone") {
  const now = clock.now();
  const moved = await tx
    .update(endpoints)
    .set({ state, stateSince: now })
    .where(and(eq(endpoints.id, id), inArray(endpoints.state, from)))
    .returning({ id: endpoints.id });
  if (moved.length === 0) return;
  await record(tx, { system: "deliver" }, now, { type: "endpoint.moved", subject: id, data: { to: state } });
  if (state === "on") return;
  const [owner] = await tx.select({ name: people.name, email: people.email, language: people.language }).from(people).where(eq(people.id, personId));
  if (!owner) return;
  const language = owner.language ?? "en";
  await post(tx, clock, `endpoint:${id}:${state}:${now.toISOString()}`, {
    to: owner.email,
    ...endpointMail(state, { number, url, name: owner.name }, settings().baseUrl, language),
    language,
  });
}

/** What still waits for an endpoint that nothing is sent to any more has ended. */
export async function endWaiting(tx: Db, clock: Clock, endpointId: string) {
  await tx
    .update(deliveries)
    .set({ outcome: "switched_off", nextTryAt: null, endedAt: clock.now() })
    .where(and(eq(deliveries.endpointId, endpointId), isNull(deliveries.endedAt)));
}

const chance = () => randomInt(1000) / 999;
