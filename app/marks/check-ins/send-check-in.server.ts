import { eq } from "drizzle-orm";
import { decisions } from "#db/schema/review";
import { checkIns } from "#db/schema/upkeep";
import type { Actor } from "~/accounts/actor";
import { record } from "~/audit/record.server";
import { addDays, londonDay } from "~/platform/calendar";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { factsOf } from "~/providers/facts.server";
import { publicForm } from "~/providers/public-form";
import { stateFacts } from "~/providers/state-facts.server";
import { clockRules } from "~/review/clocks";
import { ownMarkOf } from "../answers/hold-asked.server";
import { keepCircumstance } from "../circumstances/keep-circumstance.server";
import { holdMarksOf } from "../hold-mark.server";
import { followPaperworkOf } from "../paperwork/follow-paperwork.server";
import { insuranceFact } from "../paperwork/insurance";
import { openTopUp } from "../top-ups/open-top-ups.server";
import { type CheckInSaid, checkInState } from "./check-in";
import { mustHavesOf } from "./must-haves.server";

export type CheckInSent = { ok: true } | { ok: false; why: "not_open" | "sent_already" };

/**
 * Sends the yearly check-in of a group's own mark, once. What its page says is fresh again where it says so, the insurance date is kept, each must-have that is not true any more is to be shown within 28 days,
 * and what else has changed is a moderator's to look at. What rules began because it was awaited ends in the same moment. Undefined when the mark is not the actor's, or its case is no longer kept.
 */
export function sendCheckIn(db: Db, clock: Clock, actor: Actor, at: { slug: string; code: string }, said: CheckInSaid): Promise<CheckInSent | undefined> {
  return db.transaction(async (tx): Promise<CheckInSent | undefined> => {
    const own = await ownMarkOf(tx, actor, at);
    if (!own || own.mark.decisionId === null) return undefined;
    const { organisationId } = own.mark;
    const mark = (await holdMarksOf(tx, organisationId)).find(({ id }) => id === own.mark.id)!;
    const now = clock.now();
    const sent = (await tx.$count(checkIns, eq(checkIns.markId, mark.id))) > 0;
    const state = checkInState(mark.facts, sent, now);
    if (state === "sent") return { ok: false, why: "sent_already" };
    if (state === "not_yet" || state === "over") return { ok: false, why: "not_open" };
    const [decision] = await tx.select({ caseId: decisions.caseId }).from(decisions).where(eq(decisions.id, own.mark.decisionId));
    if (!decision) return undefined;
    const { mustHaves } = await mustHavesOf(tx, mark);
    const asked = mustHaves.map(({ id }) => id);
    const notTrue = asked.filter((id) => said.notTrue.includes(id));
    const by = actor.personId;
    await tx.insert(checkIns).values({ ...said, notTrue, asked, markId: mark.id, caseId: decision.caseId, sentAt: now, sentBy: by });
    await sayAgain(tx, clock, actor, organisationId, said);
    const lastDay = addDays(londonDay(now), clockRules.top_up.days);
    for (const criterion of notTrue.filter((id) => !mark.topUps.some((each) => each.activity === null && each.criterion === id)))
      await openTopUp(tx, clock, mark, { criterion, why: "not_true", facts: [], version: null, lastDay });
    const more = [notTrue.length > 0 ? `${notTrue.join(", ")}: ${said.words}` : "", said.changes].filter(Boolean).join("\n\n");
    if (more) await keepCircumstance(tx, clock, actor, mark, decision.caseId, { kind: "check_in", happenedOn: londonDay(now), words: more });
    await record(tx, { personId: by }, now, { type: "mark.checked_in", subject: mark.id, data: { not_true: notTrue } });
    await followPaperworkOf(tx, clock, organisationId);
    return { ok: true };
  });
}

/** Everything that its public page rests on, as it was last said, and the new date of its insurance. A value that would not do any more stays as old as it is. */
async function sayAgain(tx: Db, clock: Clock, actor: Actor, organisationId: string, { factsRight, insuranceUntil }: CheckInSaid) {
  const insurance = { [insuranceFact]: insuranceUntil };
  const keys: readonly string[] = publicForm.flatMap(({ facts }) => facts);
  const known = factsRight ? Object.entries(await factsOf(tx, organisationId)).filter(([key]) => keys.includes(key)) : [];
  const all = { ...Object.fromEntries(known), ...insurance };
  const stated = await stateFacts(tx, clock, actor, organisationId, all);
  if (!stated || stated.ok) return;
  const good = Object.fromEntries(Object.entries(all).filter(([key]) => stated.faults[key] === undefined));
  await stateFacts(tx, clock, actor, organisationId, good);
}
