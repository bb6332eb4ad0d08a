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
    /** `migrated`: its answers went on in a draft of a newer version; this one stays to be read. */
    state: text({ enum: ["draft", "submitted", "withdrawn", "migrated"] }).notNull(),
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
    check("assessment_state", sql`${table.state} in ('draft', 'submitted', 'withdrawn', 'migrated')`),
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
    /** What an answer that came from elsewhere still asks of its people: `Carried` of `carried.ts`. Null when nothing does. */
    carried: jsonb(),
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

/** One move of a draft to a newer version, agreed by somebody of the provider. Undone until the next edit. */
export const draftMigrations = pgTable(
  "draft_migrations",
  {
    id: uuid().primaryKey().defaultRandom(),
    fromId: uuid()
      .notNull()
      .references(() => assessments.id),
    toId: uuid()
      .notNull()
      .unique()
      .references(() => assessments.id),
    agreedBy: uuid()
      .notNull()
      .references(() => people.id),
    agreedAt: timestamp({ withTimezone: true }).notNull(),
    undoneBy: uuid().references(() => people.id),
    undoneAt: timestamp({ withTimezone: true }),
  },
  (table) => [uniqueIndex("one_migration_at_a_time").on(table.fromId).where(sql`undone_at is null`)],
);

/** Who looks after a section of an assessment, and who said that it is done. */
export const sectionWork = pgTable(
  "section_work",
  {
    assessmentId: uuid()
      .notNull()
      .references(() => assessments.id),
    section: text().notNull(),
    givenTo: uuid().references(() => people.id),
    givenBy: uuid().references(() => people.id),
    givenAt: timestamp({ withTimezone: true }),
    doneBy: uuid().references(() => people.id),
    doneAt: timestamp({ withTimezone: true }),
  },
  (table) => [primaryKey({ columns: [table.assessmentId, table.section] }), index().on(table.givenTo)],
);

/** What a provider's people say to each other about one question. Never sent. */
export const answerComments = pgTable(
  "answer_comments",
  {
    id: uuid().primaryKey().defaultRandom(),
    assessmentId: uuid()
      .notNull()
      .references(() => assessments.id),
    criterion: text().notNull(),
    words: text().notNull(),
    by: uuid()
      .notNull()
      .references(() => people.id),
    at: timestamp({ withTimezone: true }).notNull(),
  },
  (table) => [index().on(table.assessmentId, table.criterion, table.at)],
);

/** Who has a question open just now. */
export const answerPresence = pgTable(
  "answer_presence",
  {
    assessmentId: uuid()
      .notNull()
      .references(() => assessments.id),
    criterion: text().notNull(),
    personId: uuid()
      .notNull()
      .references(() => people.id),
    seenAt: timestamp({ withTimezone: true }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.assessmentId, table.criterion, table.personId] })],
);

/** What a provider says to a plausibility warning. Shown to the assessor with the warning. */
export const plausibilityReplies = pgTable(
  "plausibility_replies",
  {
    assessmentId: uuid()
      .notNull()
      .references(() => assessments.id),
    /** A key of the checks; or `personal:CRITERION:FIELD:VERSION` of typed words that looked like details of a person, in that version of the answer. */
    check: text().notNull(),
    words: text().notNull(),
    by: uuid()
      .notNull()
      .references(() => people.id),
    at: timestamp({ withTimezone: true }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.assessmentId, table.check] })],
);
