import { and, eq, isNull, sql } from "drizzle-orm";
import { people } from "#db/schema/accounts";
import { assessments, draftMigrations, submissions } from "#db/schema/assessments";
import { standardVersions } from "#db/schema/standards";
import type { Db } from "~/platform/database.server";

/** The move that a draft came from, which may be undone until it is changed. */
export type MovedFrom = { fromId: string; version: string; at: Date; by: string };

/** Not found through an actor: whoever asks must have found the assessment first. Undefined where it was not moved, or the move was undone. */
export async function movedFrom(db: Db, assessmentId: string): Promise<MovedFrom | undefined> {
  const [row] = await db
    .select({ fromId: draftMigrations.fromId, version: standardVersions.version, at: draftMigrations.agreedAt, by: people.name })
    .from(draftMigrations)
    .innerJoin(assessments, eq(assessments.id, draftMigrations.fromId))
    .innerJoin(standardVersions, eq(standardVersions.id, assessments.standardVersionId))
    .innerJoin(people, eq(people.id, draftMigrations.agreedBy))
    .where(and(eq(draftMigrations.toId, assessmentId), isNull(draftMigrations.undoneAt)));
  return row;
}

/** Where a draft's answers went on, while the move stands. */
export async function movedTo(db: Db, assessmentId: string): Promise<string | undefined> {
  const [row] = await db
    .select({ toId: draftMigrations.toId })
    .from(draftMigrations)
    .where(and(eq(draftMigrations.fromId, assessmentId), isNull(draftMigrations.undoneAt)));
  return row?.toId;
}

/** An assessment whose answers went into another: its version, who sent it, where it was sent, and the ids of all versions of its standard. */
export type Ancestor = { id: string; version: string; sentBy: string | null; versions: string[] };

/** Whose answers went into this one, the nearest first: older answers are read where they were given. One read. */
export async function ancestorsOf(db: Db, assessmentId: string): Promise<Ancestor[]> {
  return db.execute<Ancestor>(sql`
    with recursive line as (
      select id, parent_id, standard_version_id, 0 as far from ${assessments} where id = ${assessmentId}
      union all
      select older.id, older.parent_id, older.standard_version_id, far + 1 from ${assessments} older join line on older.id = line.parent_id
    )
    select line.id, v.version, p.name as "sentBy", (select array_agg(every.id) from ${standardVersions} every where every.key = v.key) as versions
    from line
      join ${standardVersions} v on v.id = line.standard_version_id
      left join ${submissions} s on s.assessment_id = line.id
      left join ${people} p on p.id = s.submitted_by
    where far > 0 order by far`);
}
