import { type SQLWrapper, sql } from "drizzle-orm";
import { people } from "#db/schema/accounts";
import { contactChecks } from "#db/schema/providers";
import { caseVisits } from "#db/schema/visits";

/** JSON: the conversations and visits of a case, oldest first. */
export const visitsOf = (caseId: SQLWrapper) =>
  sql<unknown>`(select coalesce(json_agg(json_build_object('id', v.id, 'kind', v.kind, 'day', v.day, 'criteria', v.criteria, 'words', v.words, 'willing', v.willing, 'by', p.name, 'at', v.at) order by v.day, v.seq), '[]')
    from ${caseVisits} v join ${people} p on p.id = v.by where v.case_id = ${caseId})`;

/** Whether somebody has tried phone or e-mail since the case was opened. Mail that came back by itself is no test of ours. */
export const contactTestedIn = ({ organisationId, openedAt }: { organisationId: SQLWrapper; openedAt: SQLWrapper }) =>
  sql<boolean>`exists (select 1 from ${contactChecks} k where k.organisation_id = ${organisationId} and k.checked_at >= ${openedAt} and k.checked_by is not null)`;
