import { type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { people, schemeRoles } from "#db/schema/accounts";
import { assignments } from "#db/schema/review";
import type { Db } from "~/platform/database.server";
import { parts, partWords } from "../part";
import { type RecordKind, type RecordLine, type Said, steps, type Viewer } from "./line";

/**
 * One kind of thing that happens to cases. `rows` selects them for a case id as `at, step, seq, by, data`: when (timestamptz); its place among what happened in one instant (one of `steps`),
 * and among its own kind there (bigint); whose doing it was (a person's id or null); and what its words are made of (jsonb).
 */
export type Chapter = { kind: RecordKind; rows: (caseId: string) => SQL; say: (data: unknown, viewer: Viewer) => Said };

/** `steps` as SQL, for `rows`. */
export const place = Object.fromEntries(Object.entries(steps).map(([name, step]) => [name, sql.raw(String(step))])) as Record<keyof typeof steps, SQL>;

/** A chapter whose data is read before it is put into words. */
export const chapter = <Data>(of: { kind: RecordKind; rows: (caseId: string) => SQL; data: z.ZodType<Data>; say: (data: Data, viewer: Viewer) => Said }): Chapter => ({
  kind: of.kind,
  rows: of.rows,
  say: (data, viewer) => of.say(of.data.parse(data), viewer),
});

const roleWords: Record<(typeof schemeRoles.role.enumValues)[number], string> = {
  assessor: "assessor",
  moderator: "moderator",
  decider: "decision-maker",
  editor: "editor",
  platform_admin: "administrator",
  commissioner: "commissioner",
  privacy_lead: "privacy lead",
  panel: "appeal panel",
};

const Row = z.object({
  chapter: z.number(),
  at: z.coerce.date(),
  name: z.string().nullable(),
  reads: z.enum(parts).nullable(),
  roles: z.array(z.enum(schemeRoles.role.enumValues)).nullable(),
  data: z.unknown(),
});

/**
 * Everything these chapters tell of a case, in the order it happened. One read, however many chapters there are.
 * A chapter that does not say what a person was in it leaves that to what they read of this case, last, or else to what they are for the scheme today.
 */
export async function linesOf(db: Db, caseId: string, chapters: readonly Chapter[], viewer: Viewer): Promise<RecordLine[]> {
  const told = chapters.map(({ rows }, index) => sql`select ${sql.raw(String(index))} as chapter, rows.* from (${rows(caseId)}) rows (at, step, seq, by, data)`);
  const found = await db.execute(sql`
    select r.chapter, r.at, p.name, r.data,
      (select a.part from ${assignments} a where a.case_id = ${caseId} and a.person_id = r.by order by a.assigned_at desc limit 1) as reads,
      (select json_agg(s.role order by s.role) from ${schemeRoles} s where s.person_id = r.by) as roles
    from (${sql.join(told, sql` union all `)}) r left join ${people} p on p.id = r.by
    order by r.at, r.step, r.chapter, r.seq, r.data::text`);
  return z
    .array(Row)
    .parse([...found])
    .map(({ chapter: index, at, name, reads, roles, data }) => {
      const { kind, say } = chapters[index]!;
      const { what, part = reads ? partWords[reads] : roles?.map((role) => roleWords[role]).join(", "), quote = null } = say(data, viewer);
      return { at: at.toISOString(), kind, by: name, part: name === null ? null : (part ?? null), what, quote };
    });
}
