import { sql } from "drizzle-orm";
import { boolean, check, date, index, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { organisations } from "./accounts";
import { ordered } from "./ordered";
import { person } from "./person";
import { assignments, cases } from "./review";

const moment = () => timestamp({ withTimezone: true }).notNull();

/** A tie of somebody who works for the scheme to an organisation, as they have stated it. Never changed: that it is over is a row of its own. */
export const interests = pgTable(
  "interests",
  {
    ...ordered(),
    personId: person(),
    /** One of ours; null where its name is all there is. */
    organisationId: uuid().references(() => organisations.id),
    organisationName: text().notNull(),
    /** A key of the table of kinds (`app/review/interests/kinds.ts`). */
    kind: text().notNull(),
    words: text().notNull(),
    since: date({ mode: "string" }).notNull(),
    statedAt: moment(),
  },
  (table) => [index().on(table.personId), index().on(table.organisationId), index("interests_name").on(sql`lower(${table.organisationName})`)],
);

/** The last day on which a stated tie held, Europe/London. */
export const interestEnds = pgTable("interest_ends", {
  interestId: uuid()
    .primaryKey()
    .references(() => interests.id),
  until: date({ mode: "string" }).notNull(),
  statedAt: moment(),
});

/** Where somebody reads cases, and whether they read Welsh. The newest of a person counts. */
export const readerStatements = pgTable(
  "reader_statements",
  {
    ...ordered(),
    personId: person(),
    nations: text().array().notNull(),
    readsWelsh: boolean().notNull(),
    statedAt: moment(),
  },
  (table) => [index().on(table.personId, table.seq.desc())],
);

/** A tie that bars nobody, told when a case was to be read. Until a moderator allows it in writing that reader has not declared. */
export const ties = pgTable("ties", {
  assignmentId: uuid()
    .primaryKey()
    .references(() => assignments.id),
  kind: text().notNull(),
  words: text().notNull(),
  statedAt: moment(),
});

/** A moderator's leave to read in spite of such a tie. */
export const waivers = pgTable("waivers", {
  assignmentId: uuid()
    .primaryKey()
    .references(() => ties.assignmentId),
  reason: text().notNull(),
  by: person(),
  at: moment(),
});

/** What a provider has against who reads its case: at most one a case. */
export const objections = pgTable(
  "objections",
  {
    caseId: uuid()
      .primaryKey()
      .references(() => cases.id),
    /** The assignments of the readers whom it is about. */
    about: uuid().array().notNull(),
    reason: text().notNull(),
    by: person(),
    at: moment(),
  },
  (table) => [check("objection_about_somebody", sql`cardinality(${table.about}) between 1 and 2`)],
);

/** A moderator's answer to it, with the reason that the provider is told. */
export const objectionAnswers = pgTable("objection_answers", {
  caseId: uuid()
    .primaryKey()
    .references(() => objections.caseId),
  upheld: boolean().notNull(),
  reason: text().notNull(),
  by: person(),
  at: moment(),
});
