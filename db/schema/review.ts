import { sql } from "drizzle-orm";
import { bigint, boolean, check, index, integer, jsonb, pgTable, smallint, text, timestamp, unique, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { organisations, people } from "./accounts";
import { submissions } from "./assessments";

export const cases = pgTable(
  "cases",
  {
    id: uuid().primaryKey().defaultRandom(),
    /** Said on the phone and printed on letters: "C-0042". */
    number: integer().generatedAlwaysAsIdentity().unique(),
    submissionId: uuid()
      .notNull()
      .unique()
      .references(() => submissions.id),
    organisationId: uuid()
      .notNull()
      .references(() => organisations.id),
    state: text({ enum: ["waiting", "declaring", "assessing", "moderating", "deciding", "decided", "withdrawn"] }).notNull(),
    openedAt: timestamp({ withTimezone: true }).notNull(),
  },
  (table) => [
    index().on(table.state),
    index().on(table.organisationId),
    check("case_state", sql`${table.state} in ('waiting', 'declaring', 'assessing', 'moderating', 'deciding', 'decided', 'withdrawn')`),
  ],
);

/** One row a move, never updated. The page's history reads this, not the audit trail. */
export const caseMoves = pgTable(
  "case_moves",
  {
    id: uuid().primaryKey().defaultRandom(),
    /** Tells apart what happened in one instant. */
    seq: bigint({ mode: "number" }).generatedAlwaysAsIdentity(),
    caseId: uuid()
      .notNull()
      .references(() => cases.id),
    name: text().notNull(),
    fromState: text().notNull(),
    toState: text().notNull(),
    by: uuid().references(() => people.id),
    reason: text(),
    at: timestamp({ withTimezone: true }).notNull(),
  },
  (table) => [index().on(table.caseId, table.at)],
);

/** Who reads a case, and what they declared. Ended rows stay. */
export const assignments = pgTable(
  "assignments",
  {
    id: uuid().primaryKey().defaultRandom(),
    caseId: uuid()
      .notNull()
      .references(() => cases.id),
    part: text({ enum: ["assessor", "second_reader"] }).notNull(),
    personId: uuid()
      .notNull()
      .references(() => people.id),
    assignedBy: uuid()
      .notNull()
      .references(() => people.id),
    assignedAt: timestamp({ withTimezone: true }).notNull(),
    declaredAt: timestamp({ withTimezone: true }),
    /** What they typed: "none". */
    declaration: text(),
    endedAt: timestamp({ withTimezone: true }),
    endedReason: text(),
  },
  (table) => [
    uniqueIndex("one_reader_per_part").on(table.caseId, table.part).where(sql`ended_at is null`),
    uniqueIndex("one_part_per_reader").on(table.caseId, table.personId).where(sql`ended_at is null`),
    index().on(table.personId),
    index().on(table.caseId),
  ],
);

/** One reader's rating of one criterion. A correction is a new row; the newest counts. Never updated. */
export const ratings = pgTable(
  "ratings",
  {
    id: uuid().primaryKey().defaultRandom(),
    /** Tells apart what was rated in one instant. */
    seq: bigint({ mode: "number" }).generatedAlwaysAsIdentity(),
    caseId: uuid()
      .notNull()
      .references(() => cases.id),
    criterion: text().notNull(),
    part: text({ enum: ["assessor", "second_reader"] }).notNull(),
    /** Null only where a claim that it does not apply is accepted. */
    level: smallint(),
    naAccepted: boolean().notNull().default(false),
    /** The tests ticked: `{ met: [0, 2], leading: [] }`, places in the version's lists. */
    ticks: jsonb().notNull(),
    reason: text().notNull(),
    ratedBy: uuid()
      .notNull()
      .references(() => people.id),
    ratedAt: timestamp({ withTimezone: true }).notNull(),
  },
  (table) => [
    index().on(table.caseId, table.criterion, table.part, table.ratedAt.desc()),
    check("level_or_not_applicable", sql`(${table.level} is null) = ${table.naAccepted}`),
    check("rated_level", sql`${table.level} between 0 and 3`),
  ],
);

/** The moderator's level where two ratings differ in a way that a table cannot settle. */
export const settlements = pgTable(
  "settlements",
  {
    id: uuid().primaryKey().defaultRandom(),
    caseId: uuid()
      .notNull()
      .references(() => cases.id),
    criterion: text().notNull(),
    level: smallint().notNull(),
    reason: text().notNull(),
    flagged: boolean().notNull().default(false),
    settledBy: uuid()
      .notNull()
      .references(() => people.id),
    settledAt: timestamp({ withTimezone: true }).notNull(),
  },
  (table) => [unique().on(table.caseId, table.criterion), check("settled_level", sql`${table.level} between 0 and 3`)],
);

/** Exactly one a case. `score` is what the version's own rules answered, kept whole. */
export const decisions = pgTable("decisions", {
  id: uuid().primaryKey().defaultRandom(),
  caseId: uuid()
    .notNull()
    .unique()
    .references(() => cases.id),
  outcome: text().notNull(),
  score: jsonb().notNull(),
  /** To the provider, in the decision-maker's words. */
  reason: text().notNull(),
  decidedBy: uuid()
    .notNull()
    .references(() => people.id),
  decidedAt: timestamp({ withTimezone: true }).notNull(),
});

/** An assessor's word on an award offered as evidence for one criterion. A correction is a new row; the newest counts. */
export const awardAcceptances = pgTable(
  "award_acceptances",
  {
    id: uuid().primaryKey().defaultRandom(),
    seq: bigint({ mode: "number" }).generatedAlwaysAsIdentity(),
    caseId: uuid()
      .notNull()
      .references(() => cases.id),
    criterion: text().notNull(),
    awardId: uuid().notNull(),
    accepted: boolean().notNull(),
    reason: text().notNull(),
    by: uuid()
      .notNull()
      .references(() => people.id),
    at: timestamp({ withTimezone: true }).notNull(),
  },
  (table) => [index().on(table.caseId, table.criterion, table.seq)],
);
