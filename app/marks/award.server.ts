import { and, eq } from "drizzle-orm";
import { marks } from "#db/schema/marks";
import type { Actor } from "~/accounts/actor";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { enqueue } from "~/platform/jobs.server";
import { CaseId } from "~/review/case-file";
import { type Decided, type Decision, decideCase } from "~/review/decide.server";
import { isReopened } from "~/review/round";
import { type AwardRefusal, confirmedMail, decisionMail, lowerLaterMail } from "./award-words";
import { confirmedMark } from "./confirmed-mark.server";
import { findMarks } from "./find-marks.server";
import { CannotAward, giveMark, holdProvider, letterUrl } from "./give-mark.server";
import { lowers, staysUntil } from "./lowering";
import { awardLevels } from "./mark";
import { hasEnded, statusOf, suspensionStands } from "./status";
import { tellAdmins } from "./tell.server";

export type AwardResult = { ok: true; decision: Decision; mark: { id: string; code: string } | null } | Extract<Decided, { ok: false }> | { ok: false; why: AwardRefusal };

/**
 * Decides a case, and gives the mark where the outcome is one: decision, mark, end of the mark it supersedes, mails and jobs happen together or not at all.
 * A case that is decided anew after an appeal, at the level it had, keeps its mark as it is. A mark in force is not lowered before the time for an appeal is over, or its first answer is there (`lowerDue`).
 * Refuses what `decideCase` refuses, and an award while the provider's mark for the same standard is suspended, or was when its time ran out, or when no certificate could be printed.
 * Undefined when there is no such case for this person.
 */
export async function decideAndAward(db: Db, clock: Clock, actor: Actor, input: { caseId: string; reason: string }): Promise<AwardResult | undefined> {
  if (!CaseId.safeParse(input.caseId).success) return undefined;
  try {
    return await db.transaction((tx) => decideThenAward(tx, clock, actor, input));
  } catch (error) {
    if (error instanceof CannotAward) return { ok: false, why: error.why };
    throw error;
  }
}

async function decideThenAward(tx: Db, clock: Clock, actor: Actor, input: { caseId: string; reason: string }): Promise<AwardResult | undefined> {
  const about = await holdProvider(tx, input.caseId);
  if (!about) return undefined;
  const now = clock.now();
  // Before deciding: a renewal that is decided no longer keeps the earlier mark in force.
  const held = await findMarks(tx, and(eq(marks.organisationId, about.organisationId), eq(marks.standardKey, about.holder.standard.key)));
  const [newest] = held;
  const suspended = newest !== undefined && suspensionStands(newest.facts, now);
  const current = held
    .map((mark) => ({ id: mark.id, code: mark.code, decisionId: mark.decisionId, facts: mark.facts, status: statusOf(mark.facts, now).status }))
    .find(({ status }) => !hasEnded(status));
  const decided = await decideCase(tx, { now: () => now }, actor, input);
  if (!decided?.ok) return decided;

  const { decision } = decided;
  const confirmed = await confirmedMark(tx, decided.case.id, decision, current);
  await enqueue(tx, "make-letter", { id: decision.id }, `letter:${decision.id}`);
  const level = awardLevels.find((each) => each === decision.outcome);
  if (level && confirmed) {
    const news = { standard: about.holder.standard.title, letter: letterUrl(about, decision) };
    await tellAdmins(tx, clock, about.organisationId, `decision:${decision.id}`, (language) => confirmedMail(news, language));
    return { ok: true, decision, mark: { id: confirmed.id, code: confirmed.code } };
  }
  if (level && !isReopened(decided.case.rounds) && lowers(level, current?.facts, now)) {
    const news = { standard: about.holder.standard.title, level, code: current!.code, until: staysUntil(now), letter: letterUrl(about, decision) };
    await tellAdmins(tx, clock, about.organisationId, `decision:${decision.id}`, (language) => lowerLaterMail(news, language));
    return { ok: true, decision, mark: null };
  }
  if (level) return { ok: true, decision, mark: await giveMark(tx, { now: () => now }, { personId: actor.personId }, { about, decision, level, current, suspended }) };
  const news = { standard: about.holder.standard.title, outcome: decision.outcome, letter: letterUrl(about, decision) };
  await tellAdmins(tx, clock, about.organisationId, `decision:${decision.id}`, (language) => decisionMail(news, language));
  return { ok: true, decision, mark: null };
}
