import { and, eq, isNull, sql } from "drizzle-orm";
import { registerLosses } from "#db/schema/upkeep";
import type { Actor } from "~/accounts/actor";
import { record } from "~/audit/record.server";
import { type Day, londonDay } from "~/platform/calendar";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { holdMark } from "../hold-mark.server";
import { followPaperworkOf } from "./follow-paperwork.server";
import { type EntryRefusal, entryTyped, permitEntry } from "./register-entry";

export type EntryAnswered = { ok: true } | { ok: false; why: EntryRefusal };
type Lost = { entry: string; lostOn: Day };

/** A moderator records that the holder of a mark has lost an entry in a register: its marks in force are suspended in the same moment, by rule. Undefined when the mark is out of reach. */
export function recordLostEntry(db: Db, clock: Clock, actor: Actor, { code, ...lost }: Lost & { code: string }): Promise<EntryAnswered | undefined> {
  return db.transaction(async (tx): Promise<EntryAnswered | undefined> => {
    const held = await holdMark(tx, actor, code);
    if (!held) return undefined;
    const by = held.standings.includes("moderator") ? (["moderator"] as const) : [];
    const kept = await keepLostEntry(tx, clock, actor, held.mark.organisationId, lost, by);
    if (kept.ok) await followPaperworkOf(tx, clock, held.mark.organisationId);
    return kept;
  });
}

/** The same in the caller's transaction, which holds the marks and lets the rules follow. */
export async function keepLostEntry(
  tx: Db,
  clock: Clock,
  actor: Actor,
  organisationId: string,
  { entry: typed, lostOn }: Lost,
  standings: readonly ("moderator" | "member")[],
): Promise<EntryAnswered> {
  const now = clock.now();
  const entry = entryTyped(typed);
  const known = entry ? await tx.$count(registerLosses, openOf(organisationId, sql`lower(${registerLosses.entry}) = lower(${entry})`)) : 0;
  const permission = permitEntry("lose", {
    state: known > 0 ? "lost" : "standing",
    standings,
    met: [...(entry ? (["named"] as const) : []), ...(lostOn <= londonDay(now) ? (["day_come"] as const) : [])],
  });
  if (!permission.ok || !entry) return { ok: false, why: permission.ok ? "named" : refusals[permission.why] };
  await tx.insert(registerLosses).values({ organisationId, entry, lostOn, recordedAt: now, recordedBy: actor.personId });
  await record(tx, { personId: actor.personId }, now, { type: "provider.entry_lost", subject: organisationId, data: { lost_on: lostOn } });
  return { ok: true };
}

/** A moderator records the entry that there is now, looked up in the register. What the rule had suspended is in force again in the same moment. Undefined when the mark is out of reach, or no entry of this id is lost. */
export function recordNewEntry(
  db: Db,
  clock: Clock,
  actor: Actor,
  { code, lossId, entry: typed }: { code: string; lossId: string; entry: string },
): Promise<EntryAnswered | undefined> {
  return db.transaction(async (tx): Promise<EntryAnswered | undefined> => {
    const held = await holdMark(tx, actor, code);
    if (!held) return undefined;
    const { organisationId } = held.mark;
    const entry = entryTyped(typed);
    const open = openOf(organisationId, eq(registerLosses.id, lossId));
    if ((await tx.$count(registerLosses, open)) === 0) return undefined;
    const permission = permitEntry("restore", {
      state: "lost",
      standings: held.standings.includes("moderator") ? ["moderator"] : [],
      met: entry ? ["named"] : [],
    });
    if (!permission.ok || !entry) return { ok: false, why: permission.ok ? "named" : refusals[permission.why] };
    const now = clock.now();
    await tx.update(registerLosses).set({ restoredAt: now, restoredBy: actor.personId, newEntry: entry }).where(open);
    await record(tx, { personId: actor.personId }, now, { type: "provider.entry_restored", subject: organisationId, data: {} });
    await followPaperworkOf(tx, clock, organisationId);
    return { ok: true };
  });
}

const openOf = (organisationId: string, which: ReturnType<typeof eq>) => and(eq(registerLosses.organisationId, organisationId), isNull(registerLosses.restoredAt), which);

const refusals = {
  wrong_state: "already_lost",
  wrong_role: "wrong_role",
  named: "named",
  day_come: "day_come",
  reason_missing: "named",
} as const satisfies Record<string, EntryRefusal>;
