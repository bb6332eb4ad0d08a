import { inArray, sql } from "drizzle-orm";
import { z } from "zod";
import { formerMemberships, memberships, people, schemeRoles } from "#db/schema/accounts";
import { submissions } from "#db/schema/assessments";
import { interestEnds, interests, readerStatements } from "#db/schema/interests";
import { assignments, caseMoves, cases, decisions } from "#db/schema/review";
import { standardVersions } from "#db/schema/standards";
import { type Day, londonDay } from "~/platform/calendar";
import type { Db } from "~/platform/database.server";
import { type CaseFile, saysNone } from "./case-file";
import { interestsTowards, KnownInterests } from "./interests/kept.server";
import { nations } from "./interests/nations";
import type { Suggestible } from "./suggest";

const Says = z.object({ nations: z.array(z.enum(nations)), readsWelsh: z.boolean() }).nullable();

/** Everybody who might read this case, with what is known against them: scheme assessors, and whoever else is asked about. One read. */
export async function candidatesFor(db: Db, file: CaseFile, now: Date, alsoIds: string[] = []): Promise<Suggestible[]> {
  const isAssessor = sql<boolean>`exists (select 1 from ${schemeRoles} r where r.person_id = people.id and r.role = 'assessor')`;
  const asked = alsoIds.length > 0 ? sql`or ${inArray(people.id, alsoIds)}` : sql``;
  const rows = await db
    .select({
      personId: people.id,
      name: people.name,
      isAssessor,
      ofProvider: sql<boolean>`exists (select 1 from ${memberships} m where m.person_id = people.id and m.organisation_id = ${file.organisationId})`,
      casesBefore: sql<number>`(select count(*)::int from ${assignments} a join ${cases} c on c.id = a.case_id where a.person_id = people.id and a.ended_at is null and c.state <> 'withdrawn' and c.id <> ${file.id})`,
      belongedUntil: sql<string | null>`(select max(f.until)::text from ${formerMemberships} f where f.person_id = people.id and f.organisation_id = ${file.organisationId})`,
      interests: interestsTowards(sql`people.id`, { id: file.organisationId, name: file.provider.name }),
      readByTheirs: readBetween(sql`people.id`, file.organisationId, now),
      assessedLastTwo: sql<boolean>`(select count(*) = 2 and bool_and(exists (select 1 from ${assignments} a where a.case_id = last.id and a.person_id = people.id and a.part = 'assessor' and a.ended_at is null))
        from (select c.id from ${cases} c where c.organisation_id = ${file.organisationId} and c.state = 'decided' and c.opened_at < ${file.openedAt.toISOString()} order by c.opened_at desc, c.number desc limit 2) last)`,
      // Not awarded, and sent again: the same assessor for one of those at most (Standard rules §C.5). Another standard's case in between makes no difference.
      assessedSentAgain: sql<boolean>`(select count(*) = 2 and bool_and(last.outcome in ('not_awarded', 'too_little_applies') and exists (select 1 from ${assignments} a where a.case_id = last.id and a.person_id = people.id and a.part = 'assessor' and a.ended_at is null))
        from (select c.id, (select d.outcome from ${decisions} d where d.case_id = c.id order by d.round desc limit 1) as outcome from ${cases} c join ${submissions} s on s.id = c.submission_id join ${standardVersions} v on v.id = s.standard_version_id
          where c.organisation_id = ${file.organisationId} and v.key = ${file.standard.key} and c.state = 'decided' and c.opened_at < ${file.openedAt.toISOString()} order by c.opened_at desc, c.number desc limit 2) last)`,
      ofThisProvider: sql<number>`(select count(*)::int from ${assignments} a join ${cases} c on c.id = a.case_id where a.person_id = people.id and a.ended_at is null and c.organisation_id = ${file.organisationId} and c.id <> ${file.id})`,
      openCases: sql<number>`(select count(*)::int from ${assignments} a join ${cases} c on c.id = a.case_id where a.person_id = people.id and a.ended_at is null and c.state in ('declaring', 'assessing'))`,
      says: sql<unknown>`(select json_build_object('nations', s.nations, 'readsWelsh', s.reads_welsh) from ${readerStatements} s where s.person_id = people.id order by s.seq desc limit 1)`,
    })
    .from(people)
    .where(sql`${isAssessor} ${asked}`)
    .orderBy(people.name, people.id);
  const conflicted = new Set(file.assignments.filter(({ declaration }) => declaration !== null && !saysNone(declaration)).map(({ personId }) => personId));
  const upheld = file.objection?.answer?.upheld ? file.objection.about : [];
  const objected = new Set(file.assignments.filter(({ id }) => upheld.includes(id)).map(({ personId }) => personId));
  return rows.map((row) => ({
    ...row,
    belongedUntil: dayOf(row.belongedUntil),
    interests: KnownInterests.parse(row.interests),
    readByTheirs: dayOf(row.readByTheirs),
    declaredConflict: conflicted.has(row.personId),
    objectedTo: objected.has(row.personId),
    says: Says.parse(row.says),
  }));
}

const dayOf = (moment: string | null): Day | null => (moment === null ? null : londonDay(new Date(moment)));

/** Whom an organisation counts as its own: its members, and who has stated that they belong to it. */
const ownPeople = sql`(select m.person_id, m.organisation_id from ${memberships} m
  union select i.person_id, i.organisation_id from ${interests} i where i.kind = 'belongs' and i.organisation_id is not null and not exists (select 1 from ${interestEnds} e where e.interest_id = i.id))`;

/** When one of this provider's own people last read, or was to read, a case of an organisation that this person belongs to: now, where they still do. Null where none ever did. */
const readBetween = (personId: ReturnType<typeof sql>, organisationId: string, now: Date) =>
  sql<
    string | null
  >`(select max(case when a.ended_at is not null then a.ended_at else coalesce((select max(m.at) from ${caseMoves} m where m.case_id = c.id and m.to_state = c.state and c.state in ('decided', 'withdrawn')), ${now.toISOString()}) end)::text
    from ${assignments} a join ${cases} c on c.id = a.case_id
    join ${ownPeople} mine on mine.organisation_id = c.organisation_id and mine.person_id = ${personId}
    join ${ownPeople} theirs on theirs.person_id = a.person_id and theirs.organisation_id = ${organisationId}
    where c.organisation_id <> ${organisationId} and (a.ended_at is null or a.declaration = 'none'))`;
