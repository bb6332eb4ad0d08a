import type { Actor } from "~/accounts/actor";
import type { Refusal } from "~/assessments/workflow";
import { record } from "~/audit/record.server";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { carryOn, conditionsMet } from "./carry-on.server";
import { factsOf } from "./case-file";
import { answeredInPlace } from "./deferral-letters";
import { holdSent } from "./find-sent.server";
import { makeMove } from "./move.server";
import { openRound } from "./open-round.server";
import { permitOn } from "./standing";
import { draftsToSend, freezeDrafts, personalIn } from "./supplement-draft.server";
import { tellReaders } from "./tell.server";

export type Resumed = { ok: true } | { ok: false; why: Refusal } | { ok: false; why: "personal"; criteria: string[] };

/**
 * Sends what the group has written for a deferral, once: it is frozen, and its readers rate those criteria again and nothing else, under the same version (§C.1, P07).
 * Refuses by the move table, and words or files with personal details as a self-assessment does. Of several at once one is sent.
 * Undefined when the assessment is not the actor's, or was never sent.
 */
export function resumeCase(db: Db, clock: Clock, actor: Actor, { assessmentId }: { assessmentId: string }): Promise<Resumed | undefined> {
  return db.transaction(async (tx): Promise<Resumed | undefined> => {
    const file = await holdSent(tx, actor, assessmentId);
    if (!file) return undefined;
    const now = clock.now();
    const written = await draftsToSend(tx, file, "deferral");
    const permission = permitOn("resume", actor, factsOf(file), { met: [...conditionsMet(file, now), ...(written.length > 0 ? (["deferral_answered"] as const) : [])] });
    if (!permission.ok) return permission;
    const personal = await personalIn(tx, file, written);
    if (personal.length > 0) return { ok: false, why: "personal", criteria: personal };

    const frozen = await freezeDrafts(tx, actor, file, written, now);
    const rounds = [...file.rounds, await openRound(tx, file, "deferral", file.deferral!.criteria, now)];
    const state = await makeMove(tx, file, "resume", actor, now);
    const resumed = { ...file, state, rounds };
    await tellReaders(tx, clock, resumed, answeredInPlace);
    await carryOn(tx, clock, resumed);
    for (const data of frozen) await record(tx, { personId: actor.personId }, now, { type: "case.supplemented", subject: file.id, data });
    return { ok: true };
  });
}
