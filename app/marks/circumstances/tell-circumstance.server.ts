import { eq } from "drizzle-orm";
import { decisions } from "#db/schema/review";
import { type Actor, membershipIn } from "~/accounts/actor";
import { londonDay } from "~/platform/calendar";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { Offer } from "~/providers/offer";
import { addOffer } from "~/providers/offers.server";
import { type FactFaults, type StatedFacts, stateFacts } from "~/providers/state-facts.server";
import type { FoundMark } from "../found-mark";
import { holdMarksOf } from "../hold-mark.server";
import { followPaperworkOf } from "../paperwork/follow-paperwork.server";
import { keepLostEntry } from "../paperwork/lost-entry.server";
import { hasEnded, statusOf } from "../status";
import { beginActivity } from "../top-ups/activities.server";
import { isKnown, namesItsActivities } from "../top-ups/new-activity";
import { askTopUpsOf } from "../top-ups/open-top-ups.server";
import { asksForEntry, type CircumstanceKind, factsAskedWith } from "./circumstance";
import { keepCircumstance, type Told } from "./keep-circumstance.server";

type Telling = Told & {
  kind: CircumstanceKind;
  /** What it says of itself now, of the facts that go with this change. */
  facts: StatedFacts;
  /** The entry in a register that it has lost, where it has: register and number. */
  lostEntry?: string | null;
  /** What its new activity is called, or the one at a new place. */
  activity?: string | null;
};
export type CircumstanceTold =
  | { ok: true }
  | { ok: false; why: "no_mark" | "in_the_future" | "activity_missing" | "activity_known" }
  | { ok: false; why: "faults"; faults: FactFaults };

/**
 * A group that holds a mark tells us of a change (Marks §C.2). Its facts change with it, and a moderator looks at the rest. In the same moment its marks are suspended where it has lost an entry in a register (§C.4),
 * a new activity is said to be not covered yet, and what is newly asked of its marks is asked. Late is better than never: how long ago it happened stops nobody. Undefined for who does not belong to it.
 */
export function tellCircumstance(
  db: Db,
  clock: Clock,
  actor: Actor,
  organisationId: string,
  { facts, lostEntry = null, activity = null, ...told }: Telling,
): Promise<CircumstanceTold | undefined> {
  return db.transaction(async (tx): Promise<CircumstanceTold | undefined> => {
    if (!membershipIn(actor, organisationId)) return undefined;
    const now = clock.now();
    const held = await holdMarksOf(tx, organisationId);
    const mark = newestHeld(held, now);
    if (!mark?.decisionId) return { ok: false, why: "no_mark" };
    if (told.happenedOn > londonDay(now)) return { ok: false, why: "in_the_future" };
    const begun = told.kind === "new_site_or_activity" ? begunIn(held, activity ?? "", now) : undefined;
    if (typeof begun === "string") return { ok: false, why: begun };
    const [decision] = await tx.select({ caseId: decisions.caseId }).from(decisions).where(eq(decisions.id, mark.decisionId));
    const stated = await stateFacts(tx, clock, actor, organisationId, onlyOf(told.kind, facts));
    if (!decision || !stated) return undefined;
    if (!stated.ok) return stated;
    await keepCircumstance(tx, clock, actor, mark, decision.caseId, told);
    // It may stand on their list of activities already.
    if (begun) await addOffer(tx, clock, actor, { organisationId, name: begun.name });
    for (const each of begun?.of ?? []) await beginActivity(tx, clock, actor, each, begun!.name);
    // One that was told before is lost already: that is no fault of whoever tells it again.
    if (lostEntry !== null && asksForEntry(told.kind)) await keepLostEntry(tx, clock, actor, organisationId, { entry: lostEntry, lostOn: told.happenedOn }, ["member"]);
    await askTopUpsOf(tx, clock, organisationId);
    await followPaperworkOf(tx, clock, organisationId);
    return { ok: true };
  });
}

/** What was begun, by name, and the marks that do not cover it yet: those that name what they cover. Undefined where there is none. */
function begunIn(held: readonly FoundMark[], typed: string, now: Date): { name: string; of: FoundMark[] } | "activity_missing" | "activity_known" | undefined {
  const of = held.filter(({ standardKey, facts }) => namesItsActivities(standardKey) && !hasEnded(statusOf(facts, now).status));
  if (of.length === 0) return undefined;
  const name = Offer.shape.name.safeParse(typed);
  if (!name.success) return "activity_missing";
  return of.some((each) => isKnown(name.data, each)) ? "activity_known" : { name: name.data, of };
}

/** The mark that was given last, of those that are not over: `held` are the newest first. */
export const newestHeld = (held: readonly FoundMark[], now: Date): FoundMark | undefined => held.find(({ facts }) => !hasEnded(statusOf(facts, now).status));

const onlyOf = (kind: CircumstanceKind, facts: StatedFacts): StatedFacts => Object.fromEntries(Object.entries(facts).filter(([key]) => factsAskedWith(kind).includes(key)));
