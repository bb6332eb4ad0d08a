import { and, eq } from "drizzle-orm";
import { people } from "#db/schema/accounts";
import { decisions } from "#db/schema/review";
import type { Actor } from "~/accounts/actor";
import type { Refusal } from "~/assessments/workflow";
import { record } from "~/audit/record.server";
import { londonDay } from "~/platform/calendar";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { conditionsMet } from "./carry-on.server";
import { type CaseFile, factsOn } from "./case-file";
import { holdCase } from "./find-case.server";
import { makeMove } from "./move.server";
import { type Decidable, type NotDecidable, outcomeOn } from "./outcome";
import { type ReasonFault, reasonFault } from "./rating";
import { currentRound } from "./round";
import { permitOn } from "./standing";

/** The decision as it was just taken, and what an award needs to know of the case. */
export type Decision = { id: string; outcome: Decidable["outcome"]; score: Decidable; reason: string; decidedAt: Date };
export type Decided =
  | {
      ok: true;
      decision: Decision;
      case: { id: string; number: number; organisationId: string; submissionId: string; standardVersionId: string; scope: string[]; rounds: CaseFile["rounds"] };
    }
  | { ok: false; why: Refusal | ReasonFault }
  | { ok: false; why: "already_decided"; by: string; at: Date }
  | ({ ok: false } & NotDecidable);

/**
 * A decision-maker who neither rated nor settled anything in the case decides it, once. The outcome is what the version's own rules answer;
 * only the reason is theirs. Where that is "deferred" the case stays open, for the provider to answer in place. Of several at once one decides, and the others are told who it was. Undefined when the case is out of reach.
 */
export function decideCase(db: Db, clock: Clock, actor: Actor, { caseId, reason }: { caseId: string; reason: string }): Promise<Decided | undefined> {
  return db.transaction(async (tx): Promise<Decided | undefined> => {
    const file = await holdCase(tx, actor, caseId);
    if (!file) return undefined;
    if (file.state === "decided" || file.state === "deferred") return alreadyDecided(tx, file);
    const met = conditionsMet(file, clock.now());
    const permission = permitOn("decide", actor, factsOn(file, londonDay(clock.now())), { reason, met });
    if (!permission.ok) return permission;
    const fault = reasonFault(reason);
    if (fault) return { ok: false, why: fault };
    const { content, id: submissionId } = file.submission;
    const outcome = outcomeOn(file);
    if (!outcome.ok) return outcome;
    const move = outcome.score.outcome === "deferred" ? "defer" : "decide";
    const goes = permitOn(move, actor, factsOn(file, londonDay(clock.now())), { reason, met });
    if (!goes.ok) return goes;

    const decided = { outcome: outcome.score.outcome, score: outcome.score, reason: reason.trim(), decidedAt: clock.now() };
    const [row] = await tx
      .insert(decisions)
      .values({ caseId, round: currentRound(file.rounds), decidedBy: actor.personId, ...decided })
      .returning({ id: decisions.id });
    await makeMove(tx, file, move, actor, decided.decidedAt);
    await record(tx, { personId: actor.personId }, decided.decidedAt, { type: "case.decided", subject: caseId, data: { outcome: decided.outcome } });
    const { id, number, organisationId, standardVersionId } = file;
    return { ok: true, decision: { id: row!.id, ...decided }, case: { id, number, organisationId, submissionId, standardVersionId, scope: content.scope, rounds: file.rounds } };
  });
}

async function alreadyDecided(tx: Db, { id: caseId, rounds }: CaseFile): Promise<Decided> {
  const [row] = await tx
    .select({ by: people.name, at: decisions.decidedAt })
    .from(decisions)
    .innerJoin(people, eq(people.id, decisions.decidedBy))
    .where(and(eq(decisions.caseId, caseId), eq(decisions.round, currentRound(rounds))));
  if (!row) throw new Error(`case ${caseId} counts as decided, but there is no decision`);
  return { ok: false, why: "already_decided", ...row };
}
