import { sql } from "drizzle-orm";
import { check, date, pgTable, smallint, text, timestamp, unique, uuid } from "drizzle-orm/pg-core";
import { people } from "./accounts";
import { cases } from "./review";

/** The one bundle of questions that a case may ask its provider. Once sent, only whether it was answered is still written (trigger). */
export const questionRounds = pgTable(
  "question_rounds",
  {
    id: uuid().primaryKey().defaultRandom(),
    caseId: uuid()
      .notNull()
      .unique()
      .references(() => cases.id),
    state: text({ enum: ["drafting", "sent", "answered", "closed"] }).notNull(),
    sentAt: timestamp({ withTimezone: true }),
    sentBy: uuid().references(() => people.id),
    /** The last day for an answer, Europe/London. */
    dueOn: date({ mode: "string" }),
    /** When the wait was over: answered, given up, or the case taken back. */
    endedAt: timestamp({ withTimezone: true }),
    /** Who sent the answers; null where none came. */
    answeredBy: uuid().references(() => people.id),
  },
  (table) => [
    check("question_round_state", sql`${table.state} in ('drafting', 'sent', 'answered', 'closed')`),
    check("question_round_sent", sql`(${table.state} = 'drafting') = (${table.sentAt} is null) and (${table.sentAt} is null) = (${table.sentBy} is null)`),
    check("question_round_due", sql`(${table.sentAt} is null) = (${table.dueOn} is null)`),
    check(
      "question_round_ended",
      sql`(${table.state} in ('answered', 'closed')) = (${table.endedAt} is not null) and (${table.state} = 'answered') = (${table.answeredBy} is not null)`,
    ),
  ],
);

/** At most ten, each about one criterion. Never changed once they were sent (trigger). */
export const questions = pgTable(
  "questions",
  {
    id: uuid().primaryKey().defaultRandom(),
    roundId: uuid()
      .notNull()
      .references(() => questionRounds.id),
    place: smallint().notNull(),
    criterion: text().notNull(),
    /** Which of the ready-made ones; null where it was written freely. */
    template: text(),
    words: text().notNull(),
  },
  (table) => [unique("one_question_a_place").on(table.roundId, table.place), check("ten_questions", sql`${table.place} between 1 and 10`)],
);
