import { eq } from "drizzle-orm";
import { people } from "#db/schema/accounts";
import { type Actor, hasRole } from "~/accounts/actor";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { contactChecksOf } from "~/providers/contact-checks.server";
import { applicable } from "~/standards/applies";
import { lastGivenBlind } from "./blind";
import { type CaseFile, currentRatings, currentSettlements, factsOf, ratingsAreOpen } from "./case-file";
import type { RatingDesk, SettlementLine } from "./desk";
import { earlierRatings } from "./earlier-ratings.server";
import { findCase } from "./find-case.server";
import { deskCase, ratingLines, readingOf } from "./reading.server";
import { isOpenIn } from "./round";
import { mayReadIn, permitOn, readerIn } from "./standing";
import { toRate } from "./to-rate";
import { shownVisits } from "./visits/shown-visit";

/** "The phone and email work": the one that our own tests of them bear on. */
const contactCriterion = "RC-1.1";

/**
 * One criterion of a case, for its readers to rate, and for moderators and decision-makers to read. Undefined when it is out of reach;
 * `not_declared` for a reader who has not yet said that there is no conflict, `not_begun` for one who may not read now: the other has not said so yet, or it was taken back.
 */
export async function ratingDeskFor(db: Db, clock: Clock, actor: Actor, caseId: string, criterionId: string): Promise<RatingDesk | "not_declared" | "not_begun" | undefined> {
  const file = await findCase(db, actor, caseId);
  if (!file) return undefined;
  const facts = factsOf(file);
  const me = hasRole(actor, "assessor") ? readerIn(actor, facts) : undefined;
  const desk = hasRole(actor, "moderator", "decider");
  const asked =
    me && !(desk && ratingsAreOpen(file.state))
      ? toRate(file.standard, file.submission.content.facts, me.part, file.reading)
      : applicable(file.standard, file.submission.content.facts);
  const place = asked.findIndex(({ id }) => id === criterionId);
  const criterion = asked[place];
  if (!criterion) return undefined;
  if (me && !me.declaredNone) return "not_declared";
  if (!mayReadIn(actor, facts)) return "not_begun";

  const own = me ? currentRatings(file, me.part) : {};
  const mine = own[criterionId];
  const open = ratingsAreOpen(file.state);
  const mayRate = permitOn("rate", actor, facts, { reason: "any" }).ok && isOpenIn(file.rounds, criterionId);
  const revealed = me !== undefined && lastGivenBlind(file, { part: me.part, ratedBy: me.personId }) !== undefined;
  return {
    case: deskCase(clock, file),
    reading: await readingOf(db, clock, actor, file, criterion, open || revealed),
    place: { at: place + 1, of: asked.length },
    previous: asked[place - 1]?.id ?? null,
    next: asked[place + 1]?.id ?? null,
    mine: mine ? { level: mine.level, ticks: mine.ticks, reason: mine.reason, at: mine.ratedAt.toISOString() } : null,
    ratings: open ? ratingLines(file, criterionId) : [],
    settlement: await settlementLine(db, file, criterionId),
    contact: criterion.id === contactCriterion ? await contactChecksOf(db, file.organisationId) : null,
    visits: shownVisits(file, criterion.id),
    part: me?.part ?? null,
    revealed,
    mayRate,
    earlier: mayRate ? await earlierRatings(db, actor, file, criterionId) : [],
    last: me !== undefined && !mine && asked.filter(({ id }) => !own[id]).length === 1,
  };
}

/** How one criterion was settled, with the moderator's name. */
export async function settlementLine(db: Db, file: CaseFile, criterionId: string): Promise<SettlementLine | null> {
  const settled = currentSettlements(file).find(({ criterion }) => criterion === criterionId);
  if (!settled) return null;
  const [by] = await db.select({ name: people.name }).from(people).where(eq(people.id, settled.settledBy));
  return { level: settled.level, by: by?.name ?? "", reason: settled.reason, at: settled.settledAt.toISOString(), flagged: settled.flagged };
}
