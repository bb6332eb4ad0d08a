import { capacityStatements } from "#db/schema/providers";
import { type Actor, membershipIn } from "~/accounts/actor";
import { record } from "~/audit/record.server";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { Capacity } from "./capacity";
import { newestStatement } from "./room.server";

export type CapacityConfirmed = { ok: true } | { ok: false; why: "nothing_to_repeat" | "wait_missing" | "wait_not_asked" | "out_of_bounds" };

/**
 * Says what room there is now. Anyone who belongs to the provider may; nobody else can say it for them (Standard rules §C.3).
 * Every call is a confirmation, changed or not. Undefined when the actor does not belong to the provider.
 */
export async function confirmCapacity(
  db: Db,
  clock: Clock,
  actor: Actor,
  { organisationId, ...said }: { organisationId: string; accepting: Capacity["accepting"]; waitWeeks: number | null; note?: string },
): Promise<CapacityConfirmed | undefined> {
  const membership = membershipIn(actor, organisationId);
  if (!membership) return undefined;
  const read = Capacity.safeParse({ note: "", ...said });
  if (!read.success) return { ok: false, why: fault(said) };
  const capacity = read.data;
  const at = clock.now();
  await db.transaction(async (tx) => {
    await tx.insert(capacityStatements).values({ organisationId, ...capacity, confirmedAt: at, confirmedBy: actor.personId, confirmedByTitle: membership.title });
    await record(tx, { personId: actor.personId }, at, {
      type: "provider.capacity_confirmed",
      subject: organisationId,
      data: { accepting: capacity.accepting, wait_weeks: capacity.waitWeeks },
    });
  });
  return { ok: true };
}

/** "Nothing has changed": repeats what was last said, with today's date. Refuses where nothing was ever said. */
export async function confirmNothingChanged(db: Db, clock: Clock, actor: Actor, organisationId: string): Promise<CapacityConfirmed | undefined> {
  if (!membershipIn(actor, organisationId)) return undefined;
  return db.transaction(async (tx) => {
    const last = await newestStatement(tx, organisationId);
    if (!last) return { ok: false, why: "nothing_to_repeat" };
    const { accepting, waitWeeks, note } = last;
    return confirmCapacity(tx, clock, actor, { organisationId, accepting, waitWeeks, note });
  });
}

function fault({ accepting, waitWeeks }: { accepting: Capacity["accepting"]; waitWeeks: number | null }) {
  const asked = accepting === "open" || accepting === "waiting_list";
  if (asked && waitWeeks === null) return "wait_missing";
  return !asked && waitWeeks !== null ? "wait_not_asked" : "out_of_bounds";
}
