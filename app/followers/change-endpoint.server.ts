import { and, eq, gt, isNull, max } from "drizzle-orm";
import { deliveries, endpoints } from "#db/schema/followers";
import type { Actor } from "~/accounts/actor";
import { record } from "~/audit/record.server";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { endWaiting } from "./deliver.server";
import { type EndpointMove, mayMove, mostEndpoints, mostTests, overlapHours } from "./endpoint";
import { oneAtATime } from "./lock.server";
import { deliverSoon } from "./notice.server";
import { newSecret } from "./signature.server";

const hour = 60 * 60_000;

/** `secret` is answered here and nowhere else: it is shown once. */
export type Added = { ok: true; number: number; secret: string } | { ok: false; why: "too_many" | "there_already" };

/** Adds an address of the actor's own system, with a secret made here. The address itself is looked at whenever we connect to it. */
export const addEndpoint = (db: Db, clock: Clock, { personId }: Actor, url: string): Promise<Added> =>
  db.transaction(async (tx): Promise<Added> => {
    await oneAtATime(tx);
    const now = clock.now();
    const own = eq(endpoints.personId, personId);
    if ((await tx.$count(endpoints, own)) >= mostEndpoints) return { ok: false, why: "too_many" };
    const [last] = await tx
      .select({ number: max(endpoints.number) })
      .from(endpoints)
      .where(own);
    const number = (last?.number ?? 0) + 1;
    const secret = newSecret();
    const [row] = await tx
      .insert(endpoints)
      .values({ personId, number, url, secret, state: "on", stateSince: now, createdAt: now })
      .onConflictDoNothing({ target: [endpoints.personId, endpoints.url] })
      .returning({ id: endpoints.id });
    if (!row) return { ok: false, why: "there_already" };
    await record(tx, { personId }, now, { type: "endpoint.added", subject: row.id, data: {} });
    return { ok: true, number, secret };
  });

/** `secret`: a new one was made. */
export type Moved = { ok: true; secret?: string } | { ok: false; why: "not_now" | "tests_enough" };

/** Does one of the things that can be done with an endpoint of the actor's, by its number. Undefined when they have none of that number. */
export const moveEndpoint = (db: Db, clock: Clock, { personId }: Actor, number: number, move: EndpointMove): Promise<Moved | undefined> =>
  db.transaction(async (tx): Promise<Moved | undefined> => {
    const now = clock.now();
    const [found] = await tx
      .select()
      .from(endpoints)
      .where(and(eq(endpoints.personId, personId), eq(endpoints.number, number)))
      .for("update");
    if (!found) return undefined;
    if (!mayMove(move, found.state)) return { ok: false, why: "not_now" };
    const { id, secret: oldSecret } = found;
    const set = (values: Partial<typeof endpoints.$inferInsert>) => tx.update(endpoints).set(values).where(eq(endpoints.id, id));
    const said = (to: string) => record(tx, { personId }, now, { type: "endpoint.moved", subject: id, data: { to } });
    switch (move) {
      case "test": {
        const recent = await tx.$count(deliveries, and(eq(deliveries.endpointId, id), isNull(deliveries.changeId), gt(deliveries.madeAt, new Date(now.getTime() - hour))));
        if (recent >= mostTests) return { ok: false, why: "tests_enough" };
        await deliverSoon(tx, clock, id, null);
        return { ok: true };
      }
      case "rotate": {
        const secret = newSecret();
        await set({ secret, oldSecret, oldUntil: new Date(now.getTime() + overlapHours * hour) });
        await said("new_secret");
        return { ok: true, secret };
      }
      case "switch_off":
        await set({ state: "off", stateSince: now });
        await endWaiting(tx, clock, id);
        await said("off");
        return { ok: true };
      case "switch_on":
        await set({ state: "on", stateSince: now });
        await said("on");
        return { ok: true };
      case "remove":
        await tx.delete(endpoints).where(eq(endpoints.id, id));
        await said("removed");
        return { ok: true };
    }
  });
