import { desc, eq, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { organisations } from "#db/schema/accounts";
import { credentials } from "#db/schema/credentials";
import { markAnswers } from "#db/schema/mark-answers";
import { certificates, conditionClearings, markEvents, marks, newActivities, topUps } from "#db/schema/marks";
import { holderChanges, organisationChanges } from "#db/schema/organisation-changes";
import { checkIns, circumstances, registerLosses } from "#db/schema/upkeep";
import type { Db } from "~/platform/database.server";
import { toldKinds } from "./circumstances/circumstance";
import type { ClockedMark, FoundMark } from "./found-mark";
import { readIdentifier } from "./identifier-words";
import { Conditions, Holder, reasonClasses } from "./mark";
import { type MarkFacts, markEventKinds } from "./status";
import { topUpReasons } from "./top-ups/top-up";

const Events = z.array(z.object({ kind: z.enum(markEventKinds), reasonClass: z.enum(reasonClasses).nullable(), at: z.coerce.date(), bySystem: z.boolean() }));
const TopUps = z.array(
  z.object({
    id: z.string(),
    criterion: z.string(),
    why: z.enum(topUpReasons),
    facts: z.array(z.string()),
    version: z.string().nullable(),
    activity: z.object({ id: z.string(), name: z.string() }).nullable(),
    lastDay: z.iso.date(),
    state: z.enum(["due", "overdue"]),
    overdueAt: z.coerce.date().nullable(),
  }),
);
const WaitingAnswers = z.array(z.object({ criterion: z.string(), topUpId: z.string().nullable(), sentAt: z.coerce.date() }));
/** Reads `lostEntries`. */
export const LostEntries = z.array(z.object({ id: z.string(), entry: z.string(), lostOn: z.iso.date(), recordedAt: z.coerce.date() }));
const UpkeepSaid = z.object({ checkedIn: z.boolean(), told: z.array(z.object({ kind: z.enum(toldKinds).catch("check_in"), toldAt: z.coerce.date() })), lost: LostEntries });
const Clearings = z.array(z.object({ criterion: z.string(), at: z.coerce.date() }));
const Renewal = z.object({ submitted_on: z.iso.date(), ended_at: z.coerce.date().nullable() }).nullable();

/** For `where` and `orderBy`: whether a change of this mark waits for its second person. */
export const hasOpenProposal = sql<boolean>`exists (select 1 from ${markEvents} e where e.mark_id = ${marks.id} and e.confirmed_at is null and e.declined_at is null)`;

/** JSON: what happened to a mark, confirmed proposals only. */
export const confirmedEvents = sql<unknown>`(select coalesce(json_agg(json_build_object('kind', e.kind, 'reasonClass', e.reason_class, 'at', e.confirmed_at, 'bySystem', e.proposed_by is null)), '[]')
  from ${markEvents} e where e.mark_id = ${marks.id} and e.confirmed_at is not null)`;

/** JSON: the criteria that the mark is still to show. */
export const openTopUps = sql<unknown>`(select coalesce(json_agg(json_build_object('id', t.id, 'criterion', t.criterion, 'why', t.why, 'facts', t.facts, 'version', t.version, 'activity', (select json_build_object('id', a.id, 'name', a.name) from ${newActivities} a where a.id = t.activity_id), 'lastDay', t.last_day, 'state', t.state, 'overdueAt', t.overdue_at) order by t.last_day, t.criterion), '[]')
  from ${topUps} t where t.mark_id = ${marks.id} and t.state in ('due', 'overdue'))`;

/** JSON: the conditions of a mark that were put right. */
export const clearedConditions = sql<unknown>`(select coalesce(json_agg(json_build_object('criterion', k.criterion, 'at', k.cleared_at)), '[]') from ${conditionClearings} k where k.mark_id = ${marks.id})`;

/** JSON: what the group sent for its mark and nobody has answered. */
const waitingAnswers = sql<unknown>`(select coalesce(json_agg(json_build_object('criterion', a.criterion, 'topUpId', a.top_up_id, 'sentAt', a.sent_at) order by a.sent_at), '[]')
  from ${markAnswers} a where a.mark_id = ${marks.id} and a.state = 'sent')`;

/** Whether the credential of a mark has been signed. */
export const hasCredential = sql<boolean>`exists (select 1 from ${credentials} v where v.mark_id = ${marks.id})`;

/** JSON: whether the group has checked in, and what it told us of that no moderator has looked at. */
/** JSON: the entries in registers that its holder has lost, and has no new one for. */
export const lostEntries = sql<unknown>`(select coalesce(json_agg(json_build_object('id', l.id, 'entry', l.entry, 'lostOn', l.lost_on, 'recordedAt', l.recorded_at) order by l.recorded_at), '[]')
  from ${registerLosses} l where l.organisation_id = ${marks.organisationId} and l.restored_at is null)`;

const upkeepOf = sql<unknown>`json_build_object('checkedIn', exists (select 1 from ${checkIns} k where k.mark_id = ${marks.id}),
  'told', (select coalesce(json_agg(json_build_object('kind', c.kind, 'toldAt', c.told_at) order by c.told_at), '[]') from ${circumstances} c where c.mark_id = ${marks.id} and c.looked_at is null), 'lost', ${lostEntries})`;

/** The day since which another than the one it was given to holds the mark: the newest transfer counts. */
export const transferredSince = sql<string | null>`(select c.since::text from ${holderChanges} h join ${organisationChanges} c on c.id = h.change_id
  where h.mark_id = ${marks.id} and c.kind = 'transferred' order by h.at desc, c.since desc limit 1)`;

/** The names of the activities that the mark came to cover after it was given, in that order. */
export const coveredSince = sql<string[]>`array(select a.name from ${newActivities} a where a.mark_id = ${marks.id} and a.covered_at is not null order by a.covered_at, a.name)`;

/** What its holder is called today. */
export const holderNow = {
  name: organisations.name,
  area: organisations.area,
  identifiers: organisations.identifiers,
};

/** The code of the mark that took this one's place. */
export const supersededBy = sql<string | null>`(select n.code from ${marks} n where n.supersedes_id = ${marks.id})`;

// The one application that status.ts asks about: sent in after the award and by the last day; an open one before those that ended, and of those the one that ended last.
export const renewal = sql<unknown>`(
  select json_build_object('submitted_on', (s.submitted_at at time zone 'Europe/London')::date, 'ended_at', ended.at)
  from submissions s join standard_versions v on v.id = s.standard_version_id join cases c on c.submission_id = s.id,
    lateral (select coalesce((select min(d.decided_at) from decisions d where d.case_id = c.id and d.outcome <> 'deferred' and c.state <> 'withdrawn'), (select max(m.at) from case_moves m where m.case_id = c.id and m.to_state = 'withdrawn')) as at) ended
  where s.organisation_id = ${marks.organisationId} and v.key = ${marks.standardKey}
    and s.submitted_at > ${marks.createdAt} and (s.submitted_at at time zone 'Europe/London')::date <= ${marks.validUntil}
  order by ended.at desc nulls first limit 1)`;

/** Marks with everything their status (`statusOf`) and their deadlines follow from. One query, however many. Newest first unless told otherwise. */
export async function findMarks(
  db: Db,
  where: SQL | undefined,
  { orderBy = [], limit = 200, offset = 0 }: { orderBy?: SQL[]; limit?: number; offset?: number } = {},
): Promise<ClockedMark[]> {
  const rows = await db
    .select({
      mark: marks,
      slug: organisations.slug,
      now: holderNow,
      transferredSince,
      coveredSince,
      nation: organisations.nation,
      waiting: waitingAnswers,
      upkeep: upkeepOf,
      sha256: certificates.sha256,
      bytes: certificates.bytes,
      credential: hasCredential,
      events: confirmedEvents,
      supersededBy,
      renewal,
      topUps: openTopUps,
      cleared: clearedConditions,
      openProposal: hasOpenProposal,
    })
    .from(marks)
    .innerJoin(organisations, eq(organisations.id, marks.organisationId))
    .leftJoin(certificates, eq(certificates.markId, marks.id))
    .where(where)
    .orderBy(...orderBy, desc(marks.awardedOn), desc(marks.number))
    .limit(limit)
    .offset(offset);
  return rows.map(({ nation, waiting, upkeep, ...row }) => ({ ...foundMark(row), nation, waiting: WaitingAnswers.parse(waiting), upkeep: UpkeepSaid.parse(upkeep) }));
}

/** What a row of a mark is once it is read: with its JSON parsed and the facts its status follows from. */
type MarkRow = {
  mark: Pick<
    typeof marks.$inferSelect,
    "id" | "number" | "code" | "decisionId" | "organisationId" | "standardKey" | "scope" | "level" | "holder" | "conditions" | "awardedOn" | "validUntil"
  >;
  slug: string;
  /** Of its holder today. */
  now: { name: string; area: string; identifiers: string[] };
  transferredSince: string | null;
  coveredSince: string[];
  sha256: string | null;
  bytes: number | null;
  credential: boolean;
  events: unknown;
  supersededBy: string | null;
  renewal: unknown;
  topUps: unknown;
  cleared: unknown;
  openProposal: boolean;
};

/** Reads a row, whoever selected it: JSON columns are parsed here and nowhere else. */
export function foundMark({ mark, slug, now, transferredSince: since, coveredSince: added, sha256, bytes, credential, openProposal, ...row }: MarkRow): FoundMark {
  const { id, number, code, decisionId, organisationId, standardKey, scope, level, awardedOn, validUntil } = mark;
  const sent = Renewal.parse(row.renewal);
  const facts: MarkFacts = {
    level,
    conditions: Conditions.nullable().parse(mark.conditions),
    cleared: Clearings.parse(row.cleared),
    awardedOn,
    validUntil,
    events: Events.parse(row.events),
    renewalSubmittedOn: sent?.submitted_on ?? null,
    renewalEndedAt: sent?.ended_at ?? null,
    supersededBy: row.supersededBy,
  };
  const given = { holder: Holder.parse(mark.holder), scope };
  const holder = since === null ? given.holder : { ...now, slug, identifiers: now.identifiers.map(readIdentifier), standard: given.holder.standard };
  const certificate = sha256 !== null && bytes !== null ? { sha256, bytes } : null;
  return {
    id,
    number,
    code,
    decisionId,
    organisationId,
    slug,
    standardKey,
    scope: [...scope, ...added],
    holder,
    given,
    transferredSince: since,
    facts,
    certificate,
    credential,
    topUps: TopUps.parse(row.topUps),
    openProposal,
  };
}
