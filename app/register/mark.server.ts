import { type SQL, sql } from "drizzle-orm";
import { PgDialect } from "drizzle-orm/pg-core";
import { organisations } from "#db/schema/accounts";
import { credentials } from "#db/schema/credentials";
import { certificates, marks } from "#db/schema/marks";
import type { MarkCode } from "~/marks/code";
import {
  clearedConditions,
  confirmedEvents,
  coveredSince,
  foundMark,
  hasCredential,
  holderNow,
  openTopUps,
  renewal,
  supersededBy,
  transferredSince,
} from "~/marks/find-marks.server";
import type { FoundMark } from "~/marks/found-mark";
import { pool } from "~/platform/database.server";

/** The mark with this code. */
export const markByCode = (code: MarkCode) => one(byCode, code);

/** The mark whose PDF or credential, as we issued it, has this hash: 64 hexadecimal digits in lower case. */
export const markBySha256 = (hex: string) => one(bySha256, hex);

// These two are asked more often than everything else together. Their SQL is built once and prepared by the database:
// a query builder in front of it would cost more than the query.
export const byCode = selectWhere(sql`${marks.code} = ${sql.placeholder("key")}`);
const bySha256 = selectWhere(
  sql`${marks.id} in (select mark_id from (select mark_id, sha256 from ${certificates} union all select mark_id, sha256 from ${credentials}) file where file.sha256 = ${sql.placeholder("key")})`,
);

function selectWhere(condition: SQL): string {
  const select = sql`
    select ${marks.id} as "id", ${marks.number} as "number", ${marks.code} as "code", ${marks.decisionId} as "decisionId", ${marks.organisationId} as "organisationId",
      ${marks.standardKey} as "standardKey", ${marks.scope} as "scope", ${marks.level} as "level", ${marks.holder} as "holder", ${marks.conditions} as "conditions",
      ${marks.awardedOn}::text as "awardedOn", ${marks.validUntil}::text as "validUntil",
      ${organisations.slug} as "slug", ${holderNow.name} as "name", ${holderNow.area} as "area", ${holderNow.identifiers} as "identifiers",
      ${transferredSince} as "transferredSince", ${coveredSince} as "coveredSince", ${certificates.sha256} as "sha256", ${certificates.bytes} as "bytes", ${hasCredential} as "credential",
      ${confirmedEvents} as "events", ${supersededBy} as "supersededBy", ${renewal} as "renewal", ${openTopUps} as "topUps", ${clearedConditions} as "cleared"
    from ${marks} join ${organisations} on ${organisations.id} = ${marks.organisationId} left join ${certificates} on ${certificates.markId} = ${marks.id}
    where ${condition}`;
  return new PgDialect({ casing: "snake_case" }).sqlToQuery(select).sql;
}

type MarkRow = Parameters<typeof foundMark>[0];
type Row = MarkRow["mark"] & MarkRow["now"] & Omit<MarkRow, "mark" | "now" | "openProposal">;

async function one(text: string, key: string): Promise<FoundMark | undefined> {
  const [row] = await pool.sql.unsafe<Row[]>(text, [key], { prepare: true });
  if (!row) return undefined;
  const { slug, name, area, identifiers } = row;
  // A proposal that waits for its second person is nobody else's business: not asked for, not answered.
  return foundMark({ ...row, mark: row, slug, now: { name, area, identifiers }, openProposal: false });
}
