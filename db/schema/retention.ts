import { sql } from "drizzle-orm";
import { check, date, index, integer, pgTable, primaryKey, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { organisations, people } from "./accounts";
import { cases } from "./review";

/** What is to go of one kind, said before it goes; and beside it what became of that. */
export const retentionPlans = pgTable(
  "retention_plans",
  {
    id: uuid().primaryKey().defaultRandom(),
    /** The name of an ending. */
    ending: text().notNull(),
    plannedAt: timestamp({ withTimezone: true }).notNull(),
    /** The first day on which it may be carried out, Europe/London. */
    fromDay: date({ mode: "string" }).notNull(),
    count: integer().notNull(),
    /** The day from which the oldest of it has been counted. */
    oldest: date({ mode: "string" }).notNull(),
    removed: integer().notNull().default(0),
    /** What was not removed after all: held back, or in use again. */
    spared: integer().notNull().default(0),
    carriedOutAt: timestamp({ withTimezone: true }),
  },
  (table) => [index().on(table.plannedAt.desc()), index("retention_plans_open").on(table.fromDay).where(sql`carried_out_at is null`)],
);

/** What stands in a plan, until it is carried out: ids alone. */
export const retentionItems = pgTable(
  "retention_items",
  {
    planId: uuid()
      .notNull()
      .references(() => retentionPlans.id),
    itemId: uuid().notNull(),
  },
  (table) => [primaryKey({ columns: [table.planId, table.itemId] }), index().on(table.itemId)],
);

/** Nothing of this organisation, or of this case, is deleted until it is let go again. */
export const retentionHolds = pgTable(
  "retention_holds",
  {
    id: uuid().primaryKey().defaultRandom(),
    organisationId: uuid().references(() => organisations.id),
    caseId: uuid().references(() => cases.id),
    reason: text().notNull(),
    heldBy: uuid()
      .notNull()
      .references(() => people.id),
    heldAt: timestamp({ withTimezone: true }).notNull(),
    releasedBy: uuid().references(() => people.id),
    releasedAt: timestamp({ withTimezone: true }),
  },
  (table) => [
    index().on(table.organisationId).where(sql`released_at is null`),
    index().on(table.caseId).where(sql`released_at is null`),
    check("one_thing_held", sql`(${table.organisationId} is null) <> (${table.caseId} is null)`),
    check("hold_released", sql`(${table.releasedAt} is null) = (${table.releasedBy} is null)`),
  ],
);
