import type { Actor } from "~/accounts/actor";
import type { Refusal } from "~/assessments/workflow";
import { record } from "~/audit/record.server";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { carryOn, conditionsMet, tellOfDecision } from "../carry-on.server";
import { factsOf } from "../case-file";
import { holdSent } from "../find-sent.server";
import { makeMove } from "../move.server";
import { openRound } from "../open-round.server";
import { permitOn } from "../standing";
import { changeDraft, draftsToSend, freezeDrafts, personalIn } from "../supplement-draft.server";
import { tellReaders } from "../tell.server";
import { remarksSent } from "./report-letters";
import { endCheck } from "./send-report.server";

type Which = { assessmentId: string };
export type Checked = { ok: true } | { ok: false; why: Refusal } | { ok: false; why: "personal"; criteria: string[] };

/** Keeps what the group says is wrong in its draft report about one criterion, until it is sent; empty words take it off. Undefined when the assessment is not the actor's, or has no draft report. */
export const noteInReport = (db: Db, clock: Clock, actor: Actor, { words, ...which }: Which & { criterion: string; words: string }) =>
  changeDraft<never>(db, clock, actor, { why: "facts", ...which }, ({ content }) => ({ ...content, words }));

/** The group finds its draft report right, and the case goes to the decision. What it has noted and not sent is left aside. Undefined when the assessment is not the actor's, or was never sent. */
export function confirmReport(db: Db, clock: Clock, actor: Actor, { assessmentId }: Which): Promise<Checked | undefined> {
  return db.transaction(async (tx): Promise<Checked | undefined> => {
    const file = await holdSent(tx, actor, assessmentId);
    if (!file) return undefined;
    const now = clock.now();
    const permission = permitOn("confirm", actor, factsOf(file), { met: conditionsMet(file, now) });
    if (!permission.ok) return permission;
    const ended = await endCheck(tx, file, { how: "confirmed", endedAt: now, endedBy: actor.personId });
    const state = await makeMove(tx, file, "confirm", actor, now);
    await tellOfDecision(tx, clock, { ...ended, state });
    return { ok: true };
  });
}

/**
 * Sends what the group says is wrong in its draft report, once: it is frozen, and its readers look at those criteria again and at nothing else.
 * Refuses by the move table, and words with personal details. Undefined when the assessment is not the actor's, or was never sent.
 */
export function sendRemarks(db: Db, clock: Clock, actor: Actor, { assessmentId }: Which): Promise<Checked | undefined> {
  return db.transaction(async (tx): Promise<Checked | undefined> => {
    const file = await holdSent(tx, actor, assessmentId);
    if (!file) return undefined;
    const now = clock.now();
    const written = await draftsToSend(tx, file, "facts");
    const permission = permitOn("remark", actor, factsOf(file), { met: [...conditionsMet(file, now), ...(written.length > 0 ? (["remarks_written"] as const) : [])] });
    if (!permission.ok) return permission;
    const personal = await personalIn(tx, file, written);
    if (personal.length > 0) return { ok: false, why: "personal", criteria: personal };

    const frozen = await freezeDrafts(tx, actor, file, written, now);
    const criteria = written.map(({ criterion }) => criterion);
    const ended = await endCheck(tx, file, { how: "remarked", endedAt: now, endedBy: actor.personId });
    const rounds = [...file.rounds, await openRound(tx, file, "facts", criteria, now)];
    const state = await makeMove(tx, file, "remark", actor, now);
    const remarked = { ...ended, state, rounds };
    await tellReaders(tx, clock, remarked, remarksSent(criteria));
    await carryOn(tx, clock, remarked);
    for (const data of frozen) await record(tx, { personId: actor.personId }, now, { type: "case.supplemented", subject: file.id, data });
    return { ok: true };
  });
}
