import { eq } from "drizzle-orm";
import { topUps } from "#db/schema/marks";
import type { Actor } from "~/accounts/actor";
import { record } from "~/audit/record.server";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { type ReasonFault, reasonFault } from "~/review/rating";
import { acceptAnswer } from "../answers/reply.server";
import { holdMark } from "../hold-mark.server";
import type { MoveRefusal } from "../mark-moves";
import { coverActivity } from "./activities.server";
import { freeIfNothingIsOverdue } from "./free.server";
import { permitTopUp } from "./top-up-moves";

export type TopUpShown = { ok: true } | { ok: false; why: Extract<MoveRefusal, "wrong_role"> | ReasonFault };

/**
 * A moderator records that a provider has shown what its mark was still to show, and what they saw. A review or suspension that a rule began for it ends in the same moment, and with the last of a new activity the mark covers that.
 * `note` is private. Undefined when the mark is out of reach, or has nothing of this id to show.
 */
export function showTopUp(db: Db, clock: Clock, actor: Actor, { code, topUpId, note }: { code: string; topUpId: string; note: string }): Promise<TopUpShown | undefined> {
  return db.transaction(async (tx): Promise<TopUpShown | undefined> => {
    const held = await holdMark(tx, actor, code);
    const topUp = held?.mark.topUps.find(({ id }) => id === topUpId);
    if (!held || !topUp) return undefined;
    const permission = permitTopUp("show", { state: topUp.state, standings: held.standings, reason: note });
    if (!permission.ok && permission.why !== "reason_missing") return { ok: false, why: "wrong_role" };
    const fault = reasonFault(note);
    if (fault) return { ok: false, why: fault };
    const endedAt = clock.now();
    await tx.update(topUps).set({ state: "done", endedAt, endedBy: actor.personId, note: note.trim() }).where(eq(topUps.id, topUp.id));
    await acceptAnswer(tx, clock, actor, held.mark, { criterion: topUp.criterion, topUpId });
    await record(tx, { personId: actor.personId }, endedAt, { type: "mark.top_up_moved", subject: held.mark.id, data: { criterion: topUp.criterion, to: "done" } });
    if (topUp.activity) await coverActivity(tx, clock, held.mark, topUp.activity);
    await freeIfNothingIsOverdue(tx, clock, held.mark.code);
    return { ok: true };
  });
}
