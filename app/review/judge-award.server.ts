import { and, desc, eq } from "drizzle-orm";
import { awardAcceptances } from "#db/schema/review";
import type { Actor } from "~/accounts/actor";
import type { Refusal } from "~/assessments/workflow";
import { record } from "~/audit/record.server";
import { londonDay } from "~/platform/calendar";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { awardsFor } from "~/standards/other-award-faults";
import { otherAwards } from "~/standards/other-awards.server";
import { type CaseFile, factsOf } from "./case-file";
import { holdCase } from "./find-case.server";
import { type ReasonFault, reasonFault } from "./rating";
import type { ShownAward } from "./shown-award";
import { permitOn, readerIn } from "./standing";

export type JudgeAward = { caseId: string; criterion: string; awardId: string; accepted: boolean; reason: string };
export type AwardJudged = { ok: true } | { ok: false; why: Refusal | ReasonFault | "award_expired" };

/**
 * The assessor accepts an award of somebody else's for one criterion, or does not, having looked at the awarding body's list and its last day. A correction is a new row.
 * Refuses to accept one that is out of date. Undefined when the case is out of reach, or no such award was offered for it.
 */
export function judgeAward(db: Db, clock: Clock, actor: Actor, { caseId, criterion, awardId, accepted, reason }: JudgeAward): Promise<AwardJudged | undefined> {
  return db.transaction(async (tx): Promise<AwardJudged | undefined> => {
    const file = await holdCase(tx, actor, caseId);
    if (!file) return undefined;
    const facts = factsOf(file);
    const permission = permitOn("rate", actor, facts, { reason });
    if (!permission.ok) return permission;
    if (readerIn(actor, facts)?.part !== "assessor") return { ok: false, why: "wrong_role" };
    const now = clock.now();
    const award = (await shownAwards(tx, file, criterion, now)).find(({ id }) => id === awardId);
    if (!award) return undefined;
    const fault = reasonFault(reason);
    if (fault) return { ok: false, why: fault };
    if (accepted && award.expired) return { ok: false, why: "award_expired" };
    if (award.judged?.accepted === accepted && award.judged.reason === reason.trim()) return { ok: true };
    await tx.insert(awardAcceptances).values({ caseId, criterion, awardId, accepted, reason: reason.trim(), by: actor.personId, at: now });
    await record(tx, { personId: actor.personId }, now, { type: "case.award_judged", subject: caseId, data: { criterion, award_id: awardId, accepted } });
    return { ok: true };
  });
}

/** The awards that were sent for one criterion, each with the newest word on it. */
export async function shownAwards(db: Db, file: CaseFile, criterionId: string, now: Date): Promise<ShownAward[]> {
  const { answers, awards = {} } = file.submission.content;
  const criterion = file.standard.criteria.find(({ id }) => id === criterionId);
  const ids = [...new Set((answers[criterionId]?.evidence ?? []).flatMap(({ award }) => award ?? []))];
  if (!criterion || ids.length === 0) return [];
  const known = awardsFor(otherAwards(), file.standard.key, criterion);
  const judged = await db
    .select()
    .from(awardAcceptances)
    .where(and(eq(awardAcceptances.caseId, file.id), eq(awardAcceptances.criterion, criterionId)))
    .orderBy(desc(awardAcceptances.seq));
  return ids.flatMap((id) => {
    const sent = awards[id];
    const mapped = known.find(({ award }) => award.key === sent?.award);
    if (!sent || !mapped) return [];
    const word = judged.find(({ awardId }) => awardId === id);
    return {
      id,
      name: mapped.award.name,
      number: sent.number,
      expiresOn: sent.expires_on,
      list: mapped.award.list,
      relation: mapped.relation,
      expired: sent.expires_on < londonDay(now),
      judged: word ? { accepted: word.accepted, reason: word.reason } : null,
    };
  });
}
