import { sql } from "drizzle-orm";
import { check, index, pgTable, text, timestamp, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { people } from "./accounts";
import { topUps } from "./marks";
import { ofMark } from "./of-mark";

/** What a group writes to show that something its mark names is put right. Its words and evidence are the supplement whose `source_id` it is; once sent, only a moderator's answer is added (trigger). */
export const markAnswers = pgTable(
  "mark_answers",
  {
    id: uuid().primaryKey().defaultRandom(),
    ...ofMark(),
    criterion: text().notNull(),
    /** Null where it is a condition of the mark. */
    topUpId: uuid().references(() => topUps.id),
    state: text({ enum: ["drafting", "sent", "returned", "accepted"] }).notNull(),
    openedAt: timestamp({ withTimezone: true }).notNull(),
    sentAt: timestamp({ withTimezone: true }),
    sentBy: uuid().references(() => people.id),
    repliedAt: timestamp({ withTimezone: true }),
    repliedBy: uuid().references(() => people.id),
    /** To the group: what is not yet there. */
    reply: text(),
  },
  (table) => [
    index().on(table.markId),
    index().on(table.caseId),
    uniqueIndex("one_open_answer").on(table.markId, table.criterion, sql`coalesce(top_up_id, mark_id)`).where(sql`state in ('drafting', 'sent')`),
    check("state_of_mark_answer", sql`${table.state} in ('drafting', 'sent', 'returned', 'accepted')`),
    check("mark_answer_sent", sql`(${table.state} = 'drafting') = (${table.sentAt} is null) and (${table.sentAt} is null) = (${table.sentBy} is null)`),
    check(
      "mark_answer_replied",
      sql`(${table.state} in ('returned', 'accepted')) = (${table.repliedAt} is not null) and (${table.repliedAt} is null) = (${table.repliedBy} is null)`,
    ),
    check("returned_with_words", sql`(${table.state} = 'returned') = (${table.reply} is not null)`),
  ],
);
