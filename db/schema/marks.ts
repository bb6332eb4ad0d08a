import { sql } from "drizzle-orm";
import { check, date, index, integer, jsonb, pgTable, text, timestamp, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { organisations, people } from "./accounts";
import { decisions } from "./review";
import { standardVersions } from "./standards";

/** A quality mark as it was awarded. Whether it is in force is computed from this, its events and the day. Never updated (trigger). */
export const marks = pgTable(
  "marks",
  {
    id: uuid().primaryKey().defaultRandom(),
    number: integer().generatedAlwaysAsIdentity().unique(),
    /** `7K3M-9QXT-2B4H`: on paper, in the QR, in the address. */
    code: text().notNull().unique(),
    /** Null once the decision's time is over: the register keeps the mark. */
    decisionId: uuid()
      .unique()
      .references(() => decisions.id),
    organisationId: uuid()
      .notNull()
      .references(() => organisations.id),
    standardVersionId: uuid()
      .notNull()
      .references(() => standardVersions.id),
    standardKey: text().notNull(),
    level: text({ enum: ["essentials", "assured", "assured_commended", "assured_with_conditions"] }).notNull(),
    scope: text().array().notNull(),
    /** As on the day: `{ name, slug, area, identifiers: [{scheme,id}], standard: { key, title, version } }`. */
    holder: jsonb().notNull(),
    /** `{ criteria: ["LW-2.3"], by: "2026-06-08" }`, or null. */
    conditions: jsonb(),
    awardedOn: date({ mode: "string" }).notNull(),
    /** The last day in force, Europe/London. */
    validUntil: date({ mode: "string" }).notNull(),
    supersedesId: uuid(),
    createdAt: timestamp({ withTimezone: true }).notNull(),
  },
  (table) => [
    index().on(table.organisationId, table.standardKey),
    index().on(table.createdAt),
    index().on(table.validUntil),
    uniqueIndex("superseded_once").on(table.supersedesId),
    check("level_of_mark", sql`${table.level} in ('essentials', 'assured', 'assured_commended', 'assured_with_conditions')`),
  ],
);

/** What happened to a mark after its award. Suspending, reinstating and withdrawing take two people: one proposes, another confirms. */
export const markEvents = pgTable(
  "mark_events",
  {
    id: uuid().primaryKey().defaultRandom(),
    markId: uuid()
      .notNull()
      .references(() => marks.id),
    kind: text({ enum: ["suspend", "reinstate", "withdraw", "surrender", "supersede", "review", "end_review"] }).notNull(),
    /** Public, and only one of these: no free text about a provider is ever published. */
    reasonClass: text({ enum: ["cannot_be_reached", "paperwork_overdue", "being_looked_into"] }),
    /** Private. */
    note: text().notNull(),
    proposedBy: uuid().references(() => people.id),
    proposedAt: timestamp({ withTimezone: true }).notNull(),
    confirmedBy: uuid().references(() => people.id),
    /** In effect from this moment; null while it is only a proposal. */
    confirmedAt: timestamp({ withTimezone: true }),
    declinedBy: uuid().references(() => people.id),
    declinedAt: timestamp({ withTimezone: true }),
  },
  (table) => [
    index().on(table.markId, table.confirmedAt),
    index().on(table.confirmedAt),
    uniqueIndex("one_open_proposal").on(table.markId).where(sql`confirmed_at is null and declined_at is null`),
    check("two_people", sql`${table.kind} not in ('suspend', 'reinstate', 'withdraw') or ${table.confirmedBy} is null or ${table.confirmedBy} <> ${table.proposedBy}`),
    check(
      "nobody_alone",
      sql`${table.proposedBy} is not null or ${table.kind} in ('supersede', 'review', 'end_review', 'reinstate') or (${table.kind} = 'suspend' and ${table.reasonClass} is not null and ${table.reasonClass} in ('cannot_be_reached', 'paperwork_overdue'))`,
    ),
  ],
);

/** An activity, or one at a new place, that a group has begun since its mark was given: not covered until everything that is asked of it was shown. Public. Only how it ended is ever added (trigger). */
export const newActivities = pgTable(
  "new_activities",
  {
    id: uuid().primaryKey().defaultRandom(),
    markId: uuid()
      .notNull()
      .references(() => marks.id),
    name: text().notNull(),
    toldAt: timestamp({ withTimezone: true }).notNull(),
    /** From then on the mark covers it. */
    coveredAt: timestamp({ withTimezone: true }),
    /** The group does it no longer. */
    leftAt: timestamp({ withTimezone: true }),
  },
  (table) => [
    uniqueIndex("one_activity_of_a_name").on(table.markId, sql`lower(${table.name})`).where(sql`left_at is null`),
    check("covered_or_left", sql`${table.coveredAt} is null or ${table.leftAt} is null`),
  ],
);

/** One criterion to be shown for a mark that is in force: newly asked since it was given. What it asks, and by when, never changes (trigger). */
export const topUps = pgTable(
  "top_ups",
  {
    id: uuid().primaryKey().defaultRandom(),
    markId: uuid()
      .notNull()
      .references(() => marks.id),
    criterion: text().notNull(),
    why: text({ enum: ["facts_changed", "critical_on", "not_true", "new_activity"] }).notNull(),
    /** The provider's facts that made it asked; for `facts_changed`. */
    facts: text().array().notNull(),
    /** The version of the standard that made it a must-have; for `critical_on`. */
    version: text(),
    /** What the mark does not cover yet; for `new_activity`. */
    activityId: uuid().references(() => newActivities.id),
    openedAt: timestamp({ withTimezone: true }).notNull(),
    /** The last day on which it is shown in time, Europe/London. */
    lastDay: date({ mode: "string" }).notNull(),
    state: text({ enum: ["due", "overdue", "done", "dropped"] }).notNull(),
    overdueAt: timestamp({ withTimezone: true }),
    endedAt: timestamp({ withTimezone: true }),
    /** The moderator who was shown it. */
    endedBy: uuid().references(() => people.id),
    /** Private: what they saw. */
    note: text(),
  },
  (table) => [
    index().on(table.markId),
    uniqueIndex("one_open_top_up").on(table.markId, table.criterion, sql`coalesce(activity_id, mark_id)`).where(sql`state in ('due', 'overdue')`),
    index("open_top_ups").on(table.state, table.lastDay).where(sql`state in ('due', 'overdue')`),
    check("top_up_of_activity", sql`(${table.why} = 'new_activity') = (${table.activityId} is not null)`),
    check("state_of_top_up", sql`${table.state} in ('due', 'overdue', 'done', 'dropped')`),
    check("shown_to_somebody", sql`${table.state} <> 'done' or (${table.endedBy} is not null and ${table.note} is not null)`),
  ],
);

/** A condition of a mark that was put right in time. Never changed (trigger). */
export const conditionClearings = pgTable(
  "condition_clearings",
  {
    id: uuid().primaryKey().defaultRandom(),
    markId: uuid()
      .notNull()
      .references(() => marks.id),
    criterion: text().notNull(),
    clearedAt: timestamp({ withTimezone: true }).notNull(),
    /** The moderator who was shown it. */
    clearedBy: uuid()
      .notNull()
      .references(() => people.id),
    /** Private: what they saw. */
    note: text().notNull(),
  },
  (table) => [uniqueIndex("cleared_once").on(table.markId, table.criterion)],
);

/** The PDF as issued: made once, stored once, never made anew. The row comes when the bytes are stored. */
export const certificates = pgTable(
  "certificates",
  {
    markId: uuid()
      .primaryKey()
      .references(() => marks.id),
    storageKey: text().notNull().unique(),
    sha256: text().notNull().unique(),
    bytes: integer().notNull(),
    issuedAt: timestamp({ withTimezone: true }).notNull(),
  },
  (table) => [index().on(table.issuedAt)],
);

/** The decision letter's PDF, for every decision. */
export const letters = pgTable("letters", {
  decisionId: uuid()
    .primaryKey()
    .references(() => decisions.id),
  storageKey: text().notNull().unique(),
  sha256: text().notNull(),
  bytes: integer().notNull(),
  madeAt: timestamp({ withTimezone: true }).notNull(),
});
