import { and, eq, isNull } from "drizzle-orm";
import { circumstances } from "#db/schema/upkeep";
import type { Actor } from "~/accounts/actor";
import { record } from "~/audit/record.server";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { type ReasonFault, reasonFault } from "~/review/rating";
import { holdMark } from "../hold-mark.server";
import type { MoveRefusal } from "../mark-moves";

/** A moderator records that they have looked at what a group told us, and what they did about it. `note` is private. Undefined when the mark is out of reach, or nothing of this id waits. */
export function lookAtCircumstance(
  db: Db,
  clock: Clock,
  actor: Actor,
  { code, id, note }: { code: string; id: string; note: string },
): Promise<{ ok: true } | { ok: false; why: Extract<MoveRefusal, "wrong_role"> | ReasonFault } | undefined> {
  return db.transaction(async (tx) => {
    const held = await holdMark(tx, actor, code);
    if (!held) return undefined;
    if (!held.standings.includes("moderator")) return { ok: false, why: "wrong_role" } as const;
    const fault = reasonFault(note);
    if (fault) return { ok: false, why: fault } as const;
    const { organisationId } = held.mark;
    const lookedAt = clock.now();
    const done = await tx
      .update(circumstances)
      .set({ lookedAt, lookedBy: actor.personId, note: note.trim() })
      .where(and(eq(circumstances.id, id), eq(circumstances.organisationId, organisationId), isNull(circumstances.lookedAt)))
      .returning({ kind: circumstances.kind });
    if (done.length === 0) return undefined;
    await record(tx, { personId: actor.personId }, lookedAt, { type: "provider.change_looked_at", subject: organisationId, data: { kind: done[0]!.kind } });
    return { ok: true } as const;
  });
}
