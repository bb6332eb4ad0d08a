import { sql } from "drizzle-orm";
import { check, customType, index, integer, pgTable, primaryKey, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { organisations, people } from "./accounts";

/** JSON that may be a bare text. Drizzle's own reads a text once more, and makes a number of "1123456". */
const bareJson = customType<{ data: unknown }>({ dataType: () => "jsonb", toDriver: (value) => JSON.stringify(value), fromDriver: (value) => value });

/** What a provider says of itself, one row a fact (`standards/facts.yaml`), with when it was last said. */
export const providerFacts = pgTable(
  "provider_facts",
  {
    organisationId: uuid()
      .notNull()
      .references(() => organisations.id),
    key: text().notNull(),
    value: bareJson().notNull(),
    statedAt: timestamp({ withTimezone: true }).notNull(),
    statedBy: uuid()
      .notNull()
      .references(() => people.id),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.key] }),
    index().on(table.statedAt),
    index("insurance_dates").on(table.organisationId).where(sql`key = 'insurance_expiry'`),
  ],
);

/** Room for new people. Never updated: the newest row is what they say now. */
export const capacityStatements = pgTable(
  "capacity_statements",
  {
    id: uuid().primaryKey().defaultRandom(),
    organisationId: uuid()
      .notNull()
      .references(() => organisations.id),
    accepting: text({ enum: ["open", "waiting_list", "paused", "closed"] }).notNull(),
    waitWeeks: integer(),
    note: text().notNull().default(""),
    confirmedAt: timestamp({ withTimezone: true }).notNull(),
    confirmedBy: uuid()
      .notNull()
      .references(() => people.id),
    confirmedByTitle: text().notNull(),
    /** The order they were said in: two of the same moment have one too. */
    seq: integer().generatedAlwaysAsIdentity(),
  },
  (table) => [index().on(table.organisationId, table.seq), check("wait_in_weeks", sql`${table.waitWeeks} between 0 and 52`)],
);

/** Activities and services people can be sent to; a mark names the ones it covers. */
export const offers = pgTable(
  "offers",
  {
    id: uuid().primaryKey().defaultRandom(),
    organisationId: uuid()
      .notNull()
      .references(() => organisations.id),
    name: text().notNull(),
    summary: text().notNull().default(""),
    createdAt: timestamp({ withTimezone: true }).notNull(),
    endedAt: timestamp({ withTimezone: true }),
  },
  (table) => [index().on(table.organisationId)],
);

/** Tests of the phone and e-mail that people are told to use. */
export const contactChecks = pgTable(
  "contact_checks",
  {
    id: uuid().primaryKey().defaultRandom(),
    organisationId: uuid()
      .notNull()
      .references(() => organisations.id),
    route: text({ enum: ["phone", "email"] }).notNull(),
    worked: text({ enum: ["yes", "no"] }).notNull(),
    checkedAt: timestamp({ withTimezone: true }).notNull(),
    /** Nobody: mail that came back said so. */
    checkedBy: uuid().references(() => people.id),
  },
  (table) => [index().on(table.organisationId, table.checkedAt.desc()), index("routes_that_failed").on(table.organisationId).where(sql`worked = 'no'`)],
);

/** Mail to the address that people are told to use, which came back. Several soft ones are as good as a hard one. Never updated; forgotten after 30 days: the test that failed stays. */
export const contactBounces = pgTable(
  "contact_bounces",
  {
    id: uuid().primaryKey().defaultRandom(),
    organisationId: uuid()
      .notNull()
      .references(() => organisations.id),
    kind: text({ enum: ["hard", "soft"] }).notNull(),
    at: timestamp({ withTimezone: true }).notNull(),
  },
  (table) => [index().on(table.organisationId, table.at), check("kind_of_bounce", sql`${table.kind} in ('hard', 'soft')`)],
);

/** What is left of what a provider said about its room once the days are over: how often it said what, month by month. */
export const capacityMonths = pgTable(
  "capacity_months",
  {
    organisationId: uuid()
      .notNull()
      .references(() => organisations.id),
    /** `2026-11`, Europe/London. */
    month: text().notNull(),
    accepting: text({ enum: ["open", "waiting_list", "paused", "closed"] }).notNull(),
    statements: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.organisationId, table.month, table.accepting] }), check("month_name", sql`${table.month} ~ '^[0-9]{4}-[0-9]{2}$'`)],
);
