import { claimRulings } from "#db/schema/reading";
import type { Actor } from "~/accounts/actor";
import type { Refusal } from "~/assessments/workflow";
import { record } from "~/audit/record.server";
import { londonDay } from "~/platform/calendar";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { carryOn, conditionsMet } from "./carry-on.server";
import { agreedOn, factsOn } from "./case-file";
import { claimsRefused } from "./decision-letters";
import { holdCase } from "./find-case.server";
import { makeMove } from "./move.server";
import { openRound } from "./open-round.server";
import { acceptedClaims } from "./outcome";
import { type ReasonFault, reasonFault } from "./rating";
import { currentRound } from "./round";
import { permitOn } from "./standing";
import { tellReaders } from "./tell.server";

export type ClaimsRuled = { ok: true } | { ok: false; why: Refusal | ReasonFault };

/**
 * A moderator who rated nothing in the case confirms that so much does not apply to a group, or has the readers give a level after all (Standard rules §C.1). The ruling holds for exactly these criteria.
 * Undefined when the case is out of reach.
 */
export function ruleOnClaims(
  db: Db,
  clock: Clock,
  actor: Actor,
  { caseId, confirmed, reason }: { caseId: string; confirmed: boolean; reason: string },
): Promise<ClaimsRuled | undefined> {
  return db.transaction(async (tx): Promise<ClaimsRuled | undefined> => {
    const file = await holdCase(tx, actor, caseId);
    if (!file) return undefined;
    const now = clock.now();
    const move = confirmed ? "confirm_claims" : "refuse_claims";
    const permission = permitOn(move, actor, factsOn(file, londonDay(now)), { met: conditionsMet(file, now), reason });
    if (!permission.ok) return permission;
    const fault = reasonFault(reason);
    if (fault) return { ok: false, why: fault };
    const criteria = acceptedClaims(agreedOn(file));
    const ruling = { round: currentRound(file.rounds), criteria, confirmed, reason: reason.trim(), by: actor.personId, at: now };
    await tx.insert(claimRulings).values({ caseId, ...ruling });
    const rounds = confirmed ? file.rounds : [...file.rounds, await openRound(tx, file, "claims", criteria, now)];
    const state = await makeMove(tx, file, move, actor, now, ruling.reason);
    const ruled = { ...file, state, rounds, claimRulings: [...file.claimRulings, ruling] };
    if (!confirmed) await tellReaders(tx, clock, ruled, claimsRefused(criteria, ruling.reason));
    await carryOn(tx, clock, ruled);
    await record(tx, { personId: actor.personId }, now, { type: "case.claims_ruled", subject: caseId, data: { criteria, confirmed } });
    return { ok: true };
  });
}
