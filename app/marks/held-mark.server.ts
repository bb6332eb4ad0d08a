import { asc, eq } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { people } from "#db/schema/accounts";
import { conditionClearings, markEvents, marks } from "#db/schema/marks";
import { type Actor, membershipIn } from "~/accounts/actor";
import type { Db } from "~/platform/database.server";
import { contactChecksOf } from "~/providers/contact-checks.server";
import { answersSeen } from "./answers/answers-seen.server";
import { checkInOf } from "./check-ins/seen-check-in.server";
import { toldBy } from "./circumstances/told.server";
import { normaliseCode } from "./code";
import { conditionState, permitClearing } from "./condition-moves";
import { openConditions } from "./conditions";
import { findMarks } from "./find-marks.server";
import type { FoundMark } from "./found-mark";
import type { HeldMarkEvent, HeldMarkView } from "./held-mark-view";
import { changesOpenTo, type MarkRole, permitAnswer, proposals, reviewSteps, situationOf, standingsTowards } from "./mark-moves";
import { insuredUntil } from "./paperwork/find-paperwork.server";
import { statusOf } from "./status";

/** One mark with everything that ever happened to it, private notes included, and what this person may do. Eight reads, one where there are conditions, and those of its case where the group has sent something for it. Undefined for the holder's own people, and where there is none. */
export async function heldMark(db: Db, actor: Actor, typedCode: string, now: Date): Promise<HeldMarkView | undefined> {
  const read = normaliseCode(typedCode);
  if (!read.ok) return undefined;
  const [mark] = await findMarks(db, eq(marks.code, read.code));
  if (!mark || membershipIn(actor, mark.organisationId)) return undefined;
  const [rows, checks, cleared, checkIn, told, insured] = await Promise.all([
    eventsOf(db, mark.id),
    contactChecksOf(db, mark.organisationId),
    mark.facts.conditions ? clearingsOf(db, mark.id) : [],
    checkInOf(db, mark.id),
    toldBy(db, mark.organisationId),
    insuredUntil(db, mark.organisationId),
  ]);
  const standing = statusOf(mark.facts, now);
  const situation = { ...situationOf(mark.facts, now), standings: standingsTowards(actor, mark.organisationId) };
  const open = rows.find(({ confirmedAt, declinedAt }) => confirmedAt === null && declinedAt === null);
  const mayAnswer = (answer: "confirm" | "decline") => open !== undefined && permitAnswer(open.kind, answer, { ...situation, ownProposal: open.proposedBy === actor.personId }).ok;
  const changes = changesOpenTo(situation);
  return {
    mark: described(mark),
    standing,
    events: rows.filter((row) => row !== open).map(viewed),
    proposal: open ? { ...viewed(open), mine: open.proposedBy === actor.personId, mayConfirm: mayAnswer("confirm"), mayDecline: mayAnswer("decline") } : null,
    conditions: conditionsOf(mark, situation.standings, cleared, now),
    toShow: mark.topUps.map(({ id, criterion, why, version, activity, lastDay, state }) => ({ id, criterion, why, version, activity, lastDay, state })),
    mayRecord: situation.standings.includes("moderator"),
    sentFor: await answersSeen(db, { now: () => now }, actor, mark, situation.standings),
    checkIn,
    told,
    insuredUntil: insured,
    lost: mark.upkeep.lost.map(({ id, entry, lostOn }) => ({ id, entry, lostOn })),
    checks,
    mayPropose: open ? [] : proposals.filter((kind) => changes.includes(kind)),
    mayReview: reviewSteps.find((kind) => changes.includes(kind)) ?? null,
  };
}

function conditionsOf({ facts }: FoundMark, standings: readonly MarkRole[], rows: Awaited<ReturnType<typeof clearingsOf>>, now: Date): HeldMarkView["conditions"] {
  if (!facts.conditions) return null;
  const open = openConditions(facts, now);
  const states = open.map((criterion) => conditionState(facts, criterion, now));
  const may = states.some((state) => state === "open" && permitClearing({ state, standings, bars: [], reason: "any" }).ok);
  const cleared = rows.map(({ criterion, by, at, note }) => ({ criterion, done: { by, at: at.toISOString() }, note }));
  return { by: facts.conditions.by, open, cleared, mayClear: may ? "yes" : states.includes("lapsed") ? "late" : "no" };
}

const clearingsOf = (db: Db, markId: string) =>
  db
    .select({ criterion: conditionClearings.criterion, at: conditionClearings.clearedAt, by: people.name, note: conditionClearings.note })
    .from(conditionClearings)
    .innerJoin(people, eq(people.id, conditionClearings.clearedBy))
    .where(eq(conditionClearings.markId, markId))
    .orderBy(asc(conditionClearings.clearedAt));

const described = ({ code, number, decisionId, slug, holder, given, scope, facts, certificate }: FoundMark): HeldMarkView["mark"] => ({
  code,
  number,
  decisionId,
  slug,
  letterSlug: given.holder.slug,
  provider: holder.name,
  area: holder.area,
  standard: holder.standard,
  scope,
  awardedOn: facts.awardedOn,
  validUntil: facts.validUntil,
  supersededBy: facts.supersededBy,
  certificate: certificate !== null,
});

function eventsOf(db: Db, markId: string) {
  const [proposer, confirmer, decliner] = [alias(people, "proposer"), alias(people, "confirmer"), alias(people, "decliner")];
  const { id, kind, reasonClass, note, proposedBy, proposedAt, confirmedAt, declinedAt } = markEvents;
  return db
    .select({ id, kind, reasonClass, note, proposedBy, proposedAt, confirmedAt, declinedAt, proposer: proposer.name, confirmer: confirmer.name, decliner: decliner.name })
    .from(markEvents)
    .leftJoin(proposer, eq(proposer.id, markEvents.proposedBy))
    .leftJoin(confirmer, eq(confirmer.id, markEvents.confirmedBy))
    .leftJoin(decliner, eq(decliner.id, markEvents.declinedBy))
    .where(eq(markEvents.markId, markId))
    .orderBy(asc(markEvents.proposedAt), asc(markEvents.id));
}

const viewed = ({
  id,
  kind,
  reasonClass,
  note,
  proposedAt,
  confirmedAt,
  declinedAt,
  proposer,
  confirmer,
  decliner,
}: Awaited<ReturnType<typeof eventsOf>>[number]): HeldMarkEvent => ({
  id,
  kind,
  reasonClass,
  note,
  proposed: { by: proposer, at: proposedAt.toISOString() },
  confirmed: confirmedAt && { by: confirmer, at: confirmedAt.toISOString() },
  declined: declinedAt && { by: decliner, at: declinedAt.toISOString() },
});
