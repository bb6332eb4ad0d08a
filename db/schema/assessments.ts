import { sql } from "drizzle-orm";
import { type AnyPgColumn, check, index, integer, jsonb, pgTable, primaryKey, text, timestamp, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { organisations, people } from "./accounts";
import { standardVersions } from "./standards";

/** A provider's self-assessment against one version. */
export const assessments = pgTable(
  "assessments",
  {
    id: uuid().primaryKey().defaultRandom(),
    organisationId: uuid()
      .notNull()
      .references(() => organisations.id),
    standardVersionId: uuid()
      .notNull()
      .references(() => standardVersions.id),
    state: text({ enum: ["draft", "submitted", "withdrawn"] }).notNull(),
    /** The tailoring facts, as answered for this assessment. Null until they have been. */
    facts: jsonb(),
    /** Whose answers were carried forward into this one. */
    parentId: uuid().references((): AnyPgColumn => assessments.id),
    createdAt: timestamp({ withTimezone: true }).notNull(),
    createdBy: uuid()
      .notNull()
      .references(() => people.id),
  },
  (table) => [
    uniqueIndex("one_draft_per_standard_version").on(table.organisationId, table.standardVersionId).where(sql`state = 'draft'`),
    index().on(table.organisationId),
    check("assessment_state", sql`${table.state} in ('draft', 'submitted', 'withdrawn')`),
  ],
);

/** The working answer to one criterion. A trigger refuses every change once the assessment is not a draft. */
export const answers = pgTable(
  "answers",
  {
    assessmentId: uuid()
      .notNull()
      .references(() => assessments.id),
    criterion: text().notNull(),
    content: jsonb().notNull(),
    /** Read by nobody but the provider's own people; in a column of its own so that no copy can carry it along. */
    privateNote: text().notNull().default(""),
    /** Goes up by one with every save; a save names the version it was made from. */
    version: integer().notNull(),
    savedAt: timestamp({ withTimezone: true }).notNull(),
    savedBy: uuid()
      .notNull()
      .references(() => people.id),
  },
  (table) => [primaryKey({ columns: [table.assessmentId, table.criterion] })],
);

/** What was sent, frozen: facts, answers, evidence with hashes, declaration. Rows are never updated or deleted (trigger). */
export const submissions = pgTable(
  "submissions",
  {
    id: uuid().primaryKey().defaultRandom(),
    assessmentId: uuid()
      .notNull()
      .unique()
      .references(() => assessments.id),
    organisationId: uuid()
      .notNull()
      .references(() => organisations.id),
    standardVersionId: uuid()
      .notNull()
      .references(() => standardVersions.id),
    content: text().notNull(),
    sha256: text().notNull(),
    submittedAt: timestamp({ withTimezone: true }).notNull(),
    submittedBy: uuid()
      .notNull()
      .references(() => people.id),
  },
  (table) => [index().on(table.organisationId)],
);
