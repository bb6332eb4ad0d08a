import { date, index, pgTable, primaryKey, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { people } from "./accounts";
import { cases } from "./review";

/** Who of the scheme looked at what of a case: the first time on each London day. Never changed, and deleted after twelve months, not before (trigger). */
export const caseViews = pgTable(
  "case_views",
  {
    caseId: uuid()
      .notNull()
      .references(() => cases.id),
    personId: uuid()
      .notNull()
      .references(() => people.id),
    what: text({ enum: ["case", "criterion", "talk", "settle", "questions", "decide", "recommend", "claims", "file", "words", "letter", "record", "bundle"] }).notNull(),
    /** The criterion, the file or the decision; empty where there is one only. */
    which: text().notNull(),
    day: date({ mode: "string" }).notNull(),
    at: timestamp({ withTimezone: true }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.caseId, table.personId, table.what, table.which, table.day] }), index().on(table.at)],
);
