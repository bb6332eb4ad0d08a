import { type SQL, sql } from "drizzle-orm";
import { assessments, draftMigrations } from "#db/schema/assessments";
import { standardVersions } from "#db/schema/standards";

/**
 * The assessments that are one piece of work: those that a draft was moved from and to, also by moves that were undone since, itself among them.
 * Two parts for `with recursive`, of which `line` is the last: (id, standard_version_id, and of the one asked about own_version_id and all versions of its standard). One that went on elsewhere or was given up stands alone: what came after is not part of it.
 */
export const lineOf = (assessmentId: string): SQL => sql`
  linked as (
    select ${assessmentId}::uuid as id
    union
    select case when moved.from_id = linked.id then moved.to_id else moved.from_id end
    from linked join ${draftMigrations} moved on linked.id in (moved.from_id, moved.to_id)
  ), line as (
    select each.id, each.standard_version_id, own.standard_version_id as own_version_id,
      (select array_agg(v.id) from ${standardVersions} v where v.key = (select key from ${standardVersions} where id = own.standard_version_id)) as versions
    from linked join ${assessments} each on each.id = linked.id join ${assessments} own on own.id = ${assessmentId}
    where each.id = own.id or own.state in ('draft', 'submitted')
  )`;
