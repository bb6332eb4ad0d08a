import { type SQL, sql } from "drizzle-orm";
import type { Day } from "~/platform/calendar";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { enqueue } from "~/platform/jobs.server";
import { among, closedAt, dayOf, type Ending, isClosed, isFree, isOverAt, isOverOn } from "../ending.server";

type Kind = {
  table: "evidence_files" | "link_captures";
  /** When it came to us, in a row `x`. */
  since: SQL;
  /** Its name in what was frozen, and in an answer `item`. */
  frozen: (content: SQL) => SQL;
  named: SQL;
  is: SQL;
};

const files: Kind = {
  table: "evidence_files",
  since: sql`x.uploaded_at`,
  frozen: (content) => sql`select jsonb_object_keys(coalesce(${content}::jsonb -> 'files', '{}')) as key`,
  named: sql`item ->> 'file'`,
  is: sql`x.id::text`,
};
const pages: Kind = {
  table: "link_captures",
  since: sql`x.captured_at`,
  frozen: (content) => sql`select page.value ->> 'capture' as key from jsonb_each(coalesce(${content}::jsonb -> 'links', '{}')) page`,
  named: sql`item ->> 'link'`,
  is: sql`x.url`,
};

/**
 * What was sent is kept until every case that shows it is over: 28 days after the decision, or half a year after the mark; what was never sent like a draft.
 * Whatever a draft shows now is in use.
 */
const due = ({ table, since, frozen, named, is }: Kind, today: Day): SQL => sql`
  with over as materialized (
    select c.id,
      case when k.last_day is not null then ${isOverOn(sql`k.last_day`, "evidence_awarded", today)} else ${isClosed} and ${isOverAt(closedAt, "evidence", today)} end as is_over,
      coalesce(k.last_day, ${dayOf(closedAt)}) as since,
      ${isFree(sql`c.organisation_id`, sql`c.id`)} as is_free
    from cases c left join lateral (select max(k.valid_until) as last_day from marks k join decisions d on d.id = k.decision_id where d.case_id = c.id) k on true
  ), shown as materialized (
    select sent.id, bool_and(over.is_over and over.is_free) as may_go, max(over.since) as since from (
      select c.id as case_id, keys.key as id from submissions s join cases c on c.submission_id = s.id, lateral (${frozen(sql`s.content`)}) keys
      union all select p.case_id, keys.key from supplements p, lateral (${frozen(sql`p.content`)}) keys where p.sent_at is not null
    ) sent join over on over.id = sent.case_id group by sent.id
  ), drafted as materialized (
    select a.organisation_id, ${named} as named from assessments a join answers w on w.assessment_id = a.id, jsonb_array_elements(coalesce(w.content -> 'evidence', '[]')) item where a.state = 'draft'
    union select c.organisation_id, ${named} from supplements p join cases c on c.id = p.case_id, jsonb_array_elements(coalesce(p.content::jsonb -> 'evidence', '[]')) item where p.sent_at is null
  )
  select x.id, coalesce(shown.since, ${dayOf(since)}) as since
  from ${sql.raw(table)} x left join shown on shown.id = x.id::text
  where x.removed_at is null and x.storage_key is not null and coalesce(shown.may_go, ${isOverAt(since, "evidence_unsent", today)})
    and ${isFree(sql`x.organisation_id`)} and not exists (select 1 from drafted where drafted.organisation_id = x.organisation_id and drafted.named = ${is})`;

/** The row says that its bytes are gone, and a job sees to it that they are: it is asked for again until they are. */
async function end(tx: Db, clock: Clock, table: Kind["table"], ids: string[]) {
  await tx.execute(sql`select end_bytes(${table}, ${among(ids)}, ${clock.now().toISOString()}::timestamptz)`);
  const gone = await tx.execute<{ key: string }>(sql`select storage_key as key from ${sql.raw(table)} where id = any(${among(ids)})`);
  for (const { key } of gone) await enqueue(tx, "remove-file", { key }, `remove-file:${key}`);
}

const ending = (kind: Kind): Ending => ({ due: (today) => due(kind, today), end: (tx, clock, ids) => end(tx, clock, kind.table, ids), ofGroup: kind.table });
export const evidenceFilesEnd: Ending = { ...ending(files), holds: "evidence_files" };
export const webPagesEnd = ending(pages);
