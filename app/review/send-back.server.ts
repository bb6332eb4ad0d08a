import type { Actor } from "~/accounts/actor";
import type { Refusal } from "~/assessments/workflow";
import { record } from "~/audit/record.server";
import { londonDay } from "~/platform/calendar";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { applicable } from "~/standards/applies";
import { carryOn, conditionsMet } from "./carry-on.server";
import { factsOn } from "./case-file";
import { sentBack } from "./decision-letters";
import { holdCase } from "./find-case.server";
import { makeMove } from "./move.server";
import { openRound } from "./open-round.server";
import { type ReasonFault, reasonFault } from "./rating";
import { permitOn } from "./standing";
import { tellReaders } from "./tell.server";

export type SentBack = { ok: true } | { ok: false; why: Refusal | ReasonFault };

/**
 * Whoever decides sends a case back to its readers for some criteria, with a reason that they read: they rate those again, and the group sees the draft report once more.
 * Criteria that do not apply are left aside. Undefined when the case is out of reach.
 */
export function sendBack(
  db: Db,
  clock: Clock,
  actor: Actor,
  { caseId, criteria, reason }: { caseId: string; criteria: readonly string[]; reason: string },
): Promise<SentBack | undefined> {
  return db.transaction(async (tx): Promise<SentBack | undefined> => {
    const file = await holdCase(tx, actor, caseId);
    if (!file) return undefined;
    const now = clock.now();
    const again = applicable(file.standard, file.submission.content.facts).flatMap(({ id }) => (criteria.includes(id) ? [id] : []));
    const named = again.length > 0 ? (["criteria_named"] as const) : [];
    const permission = permitOn("send_back", actor, factsOn(file, londonDay(now)), { met: [...conditionsMet(file, now), ...named], reason });
    if (!permission.ok) return permission;
    const fault = reasonFault(reason);
    if (fault) return { ok: false, why: fault };
    const rounds = [...file.rounds, await openRound(tx, file, "sent_back", again, now)];
    const state = await makeMove(tx, file, "send_back", actor, now, reason.trim());
    const back = { ...file, state, rounds };
    await tellReaders(tx, clock, back, sentBack(again, reason.trim()));
    await carryOn(tx, clock, back);
    await record(tx, { personId: actor.personId }, now, { type: "case.sent_back", subject: caseId, data: { criteria: again } });
    return { ok: true };
  });
}
