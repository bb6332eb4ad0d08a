import { sql } from "drizzle-orm";
import { boolean, check, date, index, integer, jsonb, pgTable, primaryKey, smallint, text, timestamp, unique, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { organisations, people } from "./accounts";
import { submissions } from "./assessments";
import { ordered } from "./ordered";
import { person } from "./person";

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
    state: text({ enum: ["waiting", "declaring", "assessing", "moderating", "checking", "deciding", "deferred", "decided", "withdrawn"] }).notNull(),
    /** How much the second reader reads: the must-haves, or everything. */
    reading: text({ enum: ["must_haves", "whole"] })
      .notNull()
      .default("must_haves"),
    openedAt: timestamp({ withTimezone: true }).notNull(),
  },
  (table) => [
    index().on(table.state),
    check("case_reading", sql`${table.reading} in ('must_haves', 'whole')`),
    index().on(table.organisationId),
    check("case_state", sql`${table.state} in ('waiting', 'declaring', 'assessing', 'moderating', 'checking', 'deciding', 'deferred', 'decided', 'withdrawn')`),
  ],
);

/** One row a move, never updated. The page's history reads this, not the audit trail. */
export const caseMoves = pgTable(
  "case_moves",
  {
    ...ordered(),
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

/** A part of a case that was opened once more. The first round is the case itself and has no row. Never updated. */
export const caseRounds = pgTable(
  "case_rounds",
  {
    caseId: uuid()
      .notNull()
      .references(() => cases.id),
    no: smallint().notNull(),
    kind: text({ enum: ["facts", "sent_back", "claims", "deferral", "condition", "appeal"] }).notNull(),
    /** What is rated anew in it; everything else stands as it was. */
    criteria: text().array().notNull(),
    openedAt: timestamp({ withTimezone: true }).notNull(),
    /** Who had read the case until then: their ratings of what is not opened again stand, whoever reads it from now on. */
    assessorId: uuid().references(() => people.id),
    secondReaderId: uuid().references(() => people.id),
    /** The last day for what it waits for, Europe/London; null where it waits for nobody. */
    dueOn: date({ mode: "string" }),
  },
  (table) => [
    primaryKey({ columns: [table.caseId, table.no] }),
    check("later_round", sql`${table.no} >= 2`),
    check("round_kind", sql`${table.kind} in ('facts', 'sent_back', 'claims', 'deferral', 'condition', 'appeal')`),
  ],
);

/** What a provider adds to one criterion after it has sent: written as a draft, frozen once it is sent (trigger). */
export const supplements = pgTable(
  "supplements",
  {
    id: uuid().primaryKey().defaultRandom(),
    caseId: uuid()
      .notNull()
      .references(() => cases.id),
    round: smallint().notNull().default(1),
    criterion: text().notNull(),
    /** What it answers. */
    why: text({ enum: ["question", "deferral", "facts", "condition"] }).notNull(),
    /** The question, or what else asked for it. */
    sourceId: uuid(),
    /** `SupplementContent` as canonical JSON. */
    content: text().notNull(),
    /** Of the content, from the sending on. */
    sha256: text(),
    savedAt: timestamp({ withTimezone: true }).notNull(),
    savedBy: person(),
    sentAt: timestamp({ withTimezone: true }),
    sentBy: uuid().references(() => people.id),
  },
  (table) => [
    unique("one_supplement").on(table.caseId, table.round, table.criterion, table.why, table.sourceId).nullsNotDistinct(),
    check("supplement_why", sql`${table.why} in ('question', 'deferral', 'facts', 'condition')`),
    check("supplement_sent", sql`(${table.sentAt} is null) = (${table.sha256} is null) and (${table.sentAt} is null) = (${table.sentBy} is null)`),
  ],
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
    personId: person(),
    assignedBy: person(),
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
    ...ordered(),
    caseId: uuid()
      .notNull()
      .references(() => cases.id),
    /** The round in which it was given. */
    round: smallint().notNull().default(1),
    criterion: text().notNull(),
    part: text({ enum: ["assessor", "second_reader"] }).notNull(),
    /** Null only where a claim that it does not apply is accepted. */
    level: smallint(),
    naAccepted: boolean().notNull().default(false),
    /** The tests ticked: `{ met: [0, 2], leading: [] }`, places in the version's lists. */
    ticks: jsonb().notNull(),
    reason: text().notNull(),
    ratedBy: person(),
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
    round: smallint().notNull().default(1),
    criterion: text().notNull(),
    level: smallint().notNull(),
    reason: text().notNull(),
    flagged: boolean().notNull().default(false),
    settledBy: person(),
    settledAt: timestamp({ withTimezone: true }).notNull(),
  },
  (table) => [
    unique().on(table.caseId, table.criterion, table.round),
    /** Those whose guidance is to be looked at, by quarter. */
    index("flagged_settlements").on(table.settledAt).where(sql`flagged`),
    check("settled_level", sql`${table.level} between 0 and 3`),
  ],
);

/** Exactly one a round. `score` is what the version's own rules answered, kept whole. */
export const decisions = pgTable(
  "decisions",
  {
    id: uuid().primaryKey().defaultRandom(),
    caseId: uuid()
      .notNull()
      .references(() => cases.id),
    round: smallint().notNull().default(1),
    outcome: text().notNull(),
    score: jsonb().notNull(),
    /** To the provider, in the decision-maker's words. */
    reason: text().notNull(),
    decidedBy: person(),
    decidedAt: timestamp({ withTimezone: true }).notNull(),
  },
  (table) => [unique().on(table.caseId, table.round)],
);

/** An assessor's word on an award offered as evidence for one criterion. A correction is a new row; the newest counts. */
export const awardAcceptances = pgTable(
  "award_acceptances",
  {
    ...ordered(),
    caseId: uuid()
      .notNull()
      .references(() => cases.id),
    criterion: text().notNull(),
    awardId: uuid().notNull(),
    accepted: boolean().notNull(),
    reason: text().notNull(),
    by: person(),
    at: timestamp({ withTimezone: true }).notNull(),
  },
  (table) => [index().on(table.caseId, table.criterion, table.seq)],
);
