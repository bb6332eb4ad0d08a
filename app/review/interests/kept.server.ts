import { type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { z } from "zod";
import { formerMemberships, people } from "#db/schema/accounts";
import { interestEnds, interests, objectionAnswers, objections, ties, waivers } from "#db/schema/interests";
import type { Day } from "~/platform/calendar";
import { barKinds, kindNames, kinds } from "./kinds";

/** What `interestsTowards` answers, read. */
export const KnownInterests = z.array(z.object({ kind: z.enum(kindNames), until: z.iso.date().nullable() }));

/** JSON: every tie that this person has stated to this organisation, by its number here or by its name. */
export const interestsTowards = (personId: SQLWrapper, organisation: { id: SQLWrapper | string; name: SQLWrapper | string }) =>
  sql<unknown>`(select coalesce(json_agg(json_build_object('kind', i.kind, 'until', e.until) order by i.seq), '[]') from ${interests} i left join ${interestEnds} e on e.interest_id = i.id
    where i.person_id = ${personId} and (i.organisation_id = ${organisation.id} or (i.organisation_id is null and lower(i.organisation_name) = lower(${organisation.name}))))`;

/** What `tiesTo` answers, read. */
export const KnownTies = z.array(z.object({ personId: z.string(), interests: KnownInterests }));

/** JSON: whoever was ever tied to this organisation, with each tie that they have stated, and until when they were of its own people (Standard rules §C.5). */
export const tiesTo = (organisation: { id: SQLWrapper | string; name: SQLWrapper | string }) =>
  sql<unknown>`(select coalesce(json_agg(json_build_object('personId', t.person_id, 'interests', t.interests)), '[]') from (
    select n.person_id, json_agg(json_build_object('kind', n.kind, 'until', n.until)) as interests from (
      select i.person_id, i.kind, e.until from ${interests} i left join ${interestEnds} e on e.interest_id = i.id
        where i.organisation_id = ${organisation.id} or (i.organisation_id is null and lower(i.organisation_name) = lower(${organisation.name}))
      union all select f.person_id, 'belongs', (f.until at time zone 'Europe/London')::date from ${formerMemberships} f where f.organisation_id = ${organisation.id}) n
    group by n.person_id) t)`;

/** JSON: the tie that was told with this assignment, and the leave to read in spite of it. */
export const tieOf = (assignmentId: SQLWrapper) =>
  sql<unknown>`(select json_build_object('kind', t.kind, 'words', t.words, 'statedAt', t.stated_at, 'waiver', case when w.at is not null then json_build_object('reason', w.reason, 'at', w.at, 'by', p.name) end)
    from ${ties} t left join ${waivers} w on w.assignment_id = t.assignment_id left join ${people} p on p.id = w.by where t.assignment_id = ${assignmentId})`;

/** JSON: what the provider objected to in this case, and the answer. */
export const objectionOf = (caseId: SQLWrapper) =>
  sql<unknown>`(select json_build_object('about', o.about, 'reason', o.reason, 'at', o.at, 'answer', case when a.at is not null then json_build_object('upheld', a.upheld, 'reason', a.reason, 'at', a.at) end)
    from ${objections} o left join ${objectionAnswers} a on a.case_id = o.case_id where o.case_id = ${caseId})`;

/** Whether a tie bars this person today from what is about this organisation: what `barOf` says of the same rows, for lists of which only a page is read. */
export function isBarredFrom(personId: SQLWrapper, organisation: { id: SQLWrapper; name: SQLWrapper }, today: Day): SQL {
  const counts = barKinds.map(
    (kind) => sql`(n.kind = ${kind} and (n.until is null or ${today}::date <= n.until + make_interval(months => ${sql.raw(String(kinds[kind].months))})))`,
  );
  return sql`exists (select 1 from (
    select i.kind, e.until from ${interests} i left join ${interestEnds} e on e.interest_id = i.id where i.person_id = ${personId}
      and (i.organisation_id = ${organisation.id} or ((i.organisation_id is null or ${organisation.id} is null) and lower(i.organisation_name) = lower(${organisation.name})))
    union all select 'belongs', (f.until at time zone 'Europe/London')::date from ${formerMemberships} f where f.person_id = ${personId} and f.organisation_id = ${organisation.id}) n
    where ${sql.join(counts, sql` or `)})`;
}
