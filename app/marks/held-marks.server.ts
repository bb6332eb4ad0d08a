import { and, count, desc, eq, notInArray, or, type SQL, sql } from "drizzle-orm";
import { organisations } from "#db/schema/accounts";
import { marks } from "#db/schema/marks";
import type { Actor } from "~/accounts/actor";
import type { Db } from "~/platform/database.server";
import { normaliseCode } from "./code";
import { findMarks, hasOpenProposal } from "./find-marks.server";
import { type HeldMarkRow, marksPerPage } from "./held-mark-row";
import { statusOf } from "./status";

export type HeldMarksPage = { rows: HeldMarkRow[]; page: number; pages: number; total: number };

/**
 * Every mark ever given, for those who look after them: what waits for a second person first, then the newest; twenty a page.
 * `search` is a code in any spelling, or part of a name or place. Never those of an organisation the person belongs to. Two reads.
 */
export async function heldMarks(db: Db, actor: Actor, { search, page }: { search: string; page: number }, now: Date): Promise<HeldMarksPage> {
  const own = actor.memberships.map(({ organisationId }) => organisationId);
  const where = and(matching(search), own.length > 0 ? notInArray(marks.organisationId, own) : undefined);
  const [found, [counted]] = await Promise.all([
    findMarks(db, where, { orderBy: [desc(hasOpenProposal)], limit: marksPerPage, offset: (page - 1) * marksPerPage }),
    db.select({ total: count() }).from(marks).innerJoin(organisations, eq(organisations.id, marks.organisationId)).where(where),
  ]);
  const total = counted?.total ?? 0;
  const rows = found.map(({ code, holder, facts, openProposal }): HeldMarkRow => {
    const { status, level, since } = statusOf(facts, now);
    return {
      code,
      provider: holder.name,
      area: holder.area,
      standard: `${holder.standard.title} ${holder.standard.version}`,
      level,
      status,
      since,
      validUntil: facts.validUntil,
      openProposal,
    };
  });
  return { rows, page, pages: Math.max(1, Math.ceil(total / marksPerPage)), total };
}

function matching(search: string): SQL | undefined {
  if (search === "") return undefined;
  const code = normaliseCode(search);
  if (code.ok) return eq(marks.code, code.code);
  const part = `%${search.toLowerCase().replace(/[\\%_]/g, "\\$&")}%`;
  return or(sql`lower(${organisations.name}) like ${part}`, sql`lower(${organisations.area}) like ${part}`, sql`lower(${marks.holder} ->> 'name') like ${part}`);
}
