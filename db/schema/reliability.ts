import { sql } from "drizzle-orm";
import { check, index, jsonb, pgTable, text, timestamp, unique, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { people } from "./accounts";
import { standardVersions } from "./standards";

/** How far readers agreed by the end of a quarter, as it was reported then. Never updated. */
export const agreementReports = pgTable(
  "agreement_reports",
  {
    /** `2026-Q4`, Europe/London. */
    quarter: text().primaryKey(),
    /** `QuarterFigures`. */
    figures: jsonb().notNull(),
    madeAt: timestamp({ withTimezone: true }).notNull(),
  },
  (table) => [check("reported_quarter", sql`${table.quarter} ~ '^[0-9]{4}-Q[1-4]$'`)],
);

/** A look at what a criterion says, because its readers came to different levels. Only closed, once, and never changed from then on (trigger). */
export const guidanceReviews = pgTable(
  "guidance_reviews",
  {
    id: uuid().primaryKey().defaultRandom(),
    standardVersionId: uuid()
      .notNull()
      .references(() => standardVersions.id),
    criterion: text().notNull(),
    /** The quarter whose readings led to it. */
    quarter: text().notNull(),
    why: text({ enum: ["low_agreement", "far_apart", "asked"] }).notNull(),
    /** The figures at its opening; null where it was asked for before there were any. */
    figures: jsonb(),
    state: text({ enum: ["open", "closed"] }).notNull(),
    openedAt: timestamp({ withTimezone: true }).notNull(),
    /** Null: opened by itself at the end of the quarter. */
    openedBy: uuid().references(() => people.id),
    openedReason: text(),
    outcome: text({ enum: ["words", "nothing"] }),
    reason: text(),
    closedAt: timestamp({ withTimezone: true }),
    closedBy: uuid().references(() => people.id),
  },
  (table) => [
    unique("one_review_a_quarter").on(table.standardVersionId, table.criterion, table.quarter),
    uniqueIndex("one_open_review").on(table.standardVersionId, table.criterion).where(sql`state = 'open'`),
    index().on(table.state, table.openedAt),
    check("guidance_state", sql`${table.state} in ('open', 'closed')`),
    check("guidance_why", sql`${table.why} in ('low_agreement', 'far_apart', 'asked')`),
    check("guidance_outcome", sql`${table.outcome} in ('words', 'nothing')`),
    check("guidance_asked", sql`(${table.openedBy} is null) = (${table.openedReason} is null)`),
    check(
      "guidance_closed",
      sql`(${table.state} = 'closed') = (${table.closedAt} is not null) and (${table.closedAt} is null) = (${table.closedBy} is null) and (${table.closedAt} is null) = (${table.outcome} is null) and (${table.closedAt} is null) = (${table.reason} is null)`,
    ),
  ],
);
