import { and, asc, eq } from "drizzle-orm";
import { organisations } from "#db/schema/accounts";
import { assessments } from "#db/schema/assessments";
import { marks } from "#db/schema/marks";
import { standardVersions } from "#db/schema/standards";
import { Change } from "#standards/changes-format";
import { Facts, Standard } from "#standards/format";
import type { Db } from "~/platform/database.server";
import { findMarks } from "./find-marks.server";
import { isInForce, statusOf } from "./status";
import { type LiveMark, type OpenDraft, touchedBy, touchedWords } from "./touched";

/** All open drafts and all marks in force of one standard, whatever their version, by organisation. Two reads. */
export async function openWorkOf(db: Db, key: string, now: Date): Promise<{ drafts: OpenDraft[]; marks: LiveMark[] }> {
  const [rows, found] = await Promise.all([
    db
      .select({ organisation: organisations.name, facts: assessments.facts, content: standardVersions.content })
      .from(assessments)
      .innerJoin(organisations, eq(organisations.id, assessments.organisationId))
      .innerJoin(standardVersions, eq(standardVersions.id, assessments.standardVersionId))
      .where(and(eq(standardVersions.key, key), eq(assessments.state, "draft")))
      .orderBy(asc(organisations.name)),
    findMarks(db, eq(marks.standardKey, key), { limit: 10_000 }),
  ]);
  const read = new Map<string, Standard>();
  const standardOf = (content: string) => {
    const known = read.get(content) ?? Standard.parse(JSON.parse(content));
    read.set(content, known);
    return known;
  };
  return {
    drafts: rows.map(({ organisation, facts, content }) => ({ organisation, facts: Facts.nullable().parse(facts), standard: standardOf(content) })),
    marks: found
      .filter((mark) => isInForce(statusOf(mark.facts, now).status))
      .map(({ code, holder }) => ({ organisation: holder.name, code, version: holder.standard.version }))
      .sort((a, b) => (a.organisation < b.organisation ? -1 : 1)),
  };
}

/** Whom each change of a list touches, in words and in its place; undefined where a change is not whole yet, or `next` cannot be read. */
export async function touchedLines(db: Db, key: string, changes: readonly Partial<Change>[], next: Standard | undefined, now: Date): Promise<(string | undefined)[]> {
  if (!next || changes.length === 0) return changes.map(() => undefined);
  const work = await openWorkOf(db, key, now);
  return changes.map((change) => {
    const read = Change.safeParse(change);
    return read.success ? touchedWords(read.data.type, touchedBy(read.data, next, work)) : undefined;
  });
}
