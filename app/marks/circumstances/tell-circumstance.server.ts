import { eq } from "drizzle-orm";
import { decisions } from "#db/schema/review";
import { type Actor, membershipIn } from "~/accounts/actor";
import { londonDay } from "~/platform/calendar";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { type FactFaults, type StatedFacts, stateFacts } from "~/providers/state-facts.server";
import type { FoundMark } from "../found-mark";
import { holdMarksOf } from "../hold-mark.server";
import { followPaperworkOf } from "../paperwork/follow-paperwork.server";
import { hasEnded, statusOf } from "../status";
import { askTopUpsOf } from "../top-ups/open-top-ups.server";
import { type CircumstanceKind, factsAskedWith } from "./circumstance";
import { keepCircumstance, type Told } from "./keep-circumstance.server";

type Telling = Told & { kind: CircumstanceKind /** What it says of itself now, of the facts that go with this change. */; facts: StatedFacts };
export type CircumstanceTold = { ok: true } | { ok: false; why: "no_mark" | "in_the_future" } | { ok: false; why: "faults"; faults: FactFaults };

/**
 * A group that holds a mark tells us of a change (Marks §C.2). Its facts change with it, what is newly asked of its marks is asked at once, and a moderator looks at the rest.
 * Late is better than never: how long ago it happened stops nobody. Undefined for who does not belong to it.
 */
export function tellCircumstance(db: Db, clock: Clock, actor: Actor, organisationId: string, { facts, ...told }: Telling): Promise<CircumstanceTold | undefined> {
  return db.transaction(async (tx): Promise<CircumstanceTold | undefined> => {
    if (!membershipIn(actor, organisationId)) return undefined;
    const now = clock.now();
    const mark = newestHeld(await holdMarksOf(tx, organisationId), now);
    if (!mark?.decisionId) return { ok: false, why: "no_mark" };
    if (told.happenedOn > londonDay(now)) return { ok: false, why: "in_the_future" };
    const [decision] = await tx.select({ caseId: decisions.caseId }).from(decisions).where(eq(decisions.id, mark.decisionId));
    const stated = await stateFacts(tx, clock, actor, organisationId, onlyOf(told.kind, facts));
    if (!decision || !stated) return undefined;
    if (!stated.ok) return stated;
    await keepCircumstance(tx, clock, actor, mark, decision.caseId, told);
    await askTopUpsOf(tx, clock, organisationId);
    await followPaperworkOf(tx, clock, organisationId);
    return { ok: true };
  });
}

/** The mark that was given last, of those that are not over: `held` are the newest first. */
export const newestHeld = (held: readonly FoundMark[], now: Date): FoundMark | undefined => held.find(({ facts }) => !hasEnded(statusOf(facts, now).status));

const onlyOf = (kind: CircumstanceKind, facts: StatedFacts): StatedFacts => Object.fromEntries(Object.entries(facts).filter(([key]) => factsAskedWith(kind).includes(key)));
