import { sql } from "drizzle-orm";
import { appeals } from "#db/schema/appeals";
import { submissions } from "#db/schema/assessments";
import { markAnswers } from "#db/schema/mark-answers";
import { cases, decisions } from "#db/schema/review";
import { standardVersions } from "#db/schema/standards";
import { circumstances } from "#db/schema/upkeep";
import { addDays, londonDay, startOfDay } from "~/platform/calendar";
import type { Db } from "~/platform/database.server";
import { clockRules } from "~/review/clocks";
import type { FoundMark } from "../found-mark";

/**
 * Whether anything runs that is about whoever holds the mark now, and would go astray if another held it: a case for its standard of either of the two, an appeal or the time for one,
 * a change that waits for its second person, something written or sent for the mark, something told of it that nobody has looked at. One read.
 */
export async function isUnderWay(tx: Db, mark: FoundMark, intoId: string, now: Date): Promise<boolean> {
  if (mark.openProposal) return true;
  const appealable = startOfDay(addDays(londonDay(now), -clockRules.appeal.days)).toISOString();
  const [found] = await tx.execute<{ runs: boolean }>(sql`
    select exists (select 1 from ${cases} c join ${submissions} s on s.id = c.submission_id join ${standardVersions} v on v.id = s.standard_version_id
        where c.organisation_id in (${mark.organisationId}, ${intoId}) and v.key = ${mark.standardKey} and (c.state not in ('decided', 'withdrawn')
          or exists (select 1 from ${appeals} a where a.case_id = c.id and a.state not in ('drafting', 'closed', 'withdrawn'))
          or exists (select 1 from ${decisions} d where d.case_id = c.id and d.decided_at >= ${appealable}::timestamptz)))
      or exists (select 1 from ${markAnswers} a where a.mark_id = ${mark.id} and a.state in ('drafting', 'sent'))
      or exists (select 1 from ${circumstances} c where c.mark_id = ${mark.id} and c.looked_at is null) as runs`);
  return found?.runs ?? true;
}
