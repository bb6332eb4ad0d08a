import { and, eq, isNotNull, isNull, sql } from "drizzle-orm";
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

/** The draft that another was moved from, where the move was undone. */
export async function movedBackTo(db: Db, assessmentId: string): Promise<string | undefined> {
  const [row] = await db
    .select({ fromId: draftMigrations.fromId })
    .from(draftMigrations)
    .where(and(eq(draftMigrations.toId, assessmentId), isNotNull(draftMigrations.undoneAt)));
  return row?.fromId;
}

/** An assessment whose answers went into another: its version, who sent it, where it was sent, the ids of all versions of its standard, and the move, where the draft asked about was moved from it. */
export type Ancestor = { id: string; version: string; sentBy: string | null; versions: string[]; movedAt: Date | null; movedBy: string | null };

/** Whose answers went into this one, the nearest first: older answers are read where they were given. One read. */
export async function ancestorsOf(db: Db, assessmentId: string): Promise<Ancestor[]> {
  const rows = await db.execute<Omit<Ancestor, "movedAt"> & { movedAt: string | null }>(sql`
    with recursive line as (
      select id, parent_id, standard_version_id, 0 as far from ${assessments} where id = ${assessmentId}
      union all
      select older.id, older.parent_id, older.standard_version_id, far + 1 from ${assessments} older join line on older.id = line.parent_id
    )
    select line.id, v.version, p.name as "sentBy", (select array_agg(every.id) from ${standardVersions} every where every.key = v.key) as versions,
      m.agreed_at as "movedAt", mover.name as "movedBy"
    from line
      join ${standardVersions} v on v.id = line.standard_version_id
      left join ${submissions} s on s.assessment_id = line.id
      left join ${people} p on p.id = s.submitted_by
      left join ${draftMigrations} m on m.from_id = line.id and m.to_id = ${assessmentId} and m.undone_at is null
      left join ${people} mover on mover.id = m.agreed_by
    where far > 0 order by far`);
  return rows.map(({ movedAt, ...row }) => ({ ...row, movedAt: movedAt === null ? null : new Date(movedAt) }));
}

/** The move that a draft came from, of those whose answers went into it. */
export const moveAmong = (older: readonly Ancestor[]): MovedFrom | undefined =>
  older.flatMap(({ id, version, movedAt, movedBy }) => (movedAt && movedBy ? [{ fromId: id, version, at: movedAt, by: movedBy }] : []))[0];
