import { inArray, sql } from "drizzle-orm";
import { organisations } from "#db/schema/accounts";
import { marks } from "#db/schema/marks";
import { normaliseCode } from "~/marks/code";
import { findMarks } from "~/marks/find-marks.server";
import type { FoundMark } from "~/marks/found-mark";
import type { Db } from "~/platform/database.server";
import { paths } from "~/platform/paths";
import { markByCode } from "../mark.server";
import { readToken } from "../org-id";

/** The marks of the provider with this number, or the one with this code, newest first. Undefined for what names no register. Two reads at most. A code is looked up only if we could have issued it. */
export async function marksByToken(db: Db, token: string, origin: string): Promise<FoundMark[] | "unknown code" | undefined> {
  const ours = `${origin}${paths.marks}|`;
  if (token.startsWith(ours)) {
    const read = normaliseCode(token.slice(ours.length));
    if (!read.ok) return [];
    const mark = await markByCode(read.code);
    return mark ? [mark] : "unknown code";
  }
  const identifier = readToken(token);
  if (!identifier) return undefined;
  const stored = `${identifier.scheme}:${identifier.id}`;
  const holders = db.select({ id: organisations.id }).from(organisations).where(sql`${organisations.identifiers} @> array[${stored}]`);
  return findMarks(db, inArray(marks.organisationId, holders));
}
