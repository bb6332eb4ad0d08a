import { sql } from "drizzle-orm";
import { boolean, check, date, index, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { people } from "./accounts";
import { ordered } from "./ordered";
import { cases } from "./review";

/** Conversations with people of a group, and visits to it, while its case is read: what was heard and seen. Never updated. */
export const caseVisits = pgTable(
  "case_visits",
  {
    ...ordered(),
    caseId: uuid()
      .notNull()
      .references(() => cases.id),
    kind: text({ enum: ["conversation_worker", "conversation_attendee", "visit", "video_visit"] }).notNull(),
    /** The day it was, Europe/London. */
    day: date({ mode: "string" }).notNull(),
    /** What it was about, where it was about something in particular. */
    criteria: text().array().notNull(),
    words: text().notNull(),
    /** False: people who attend were asked, and nobody wished to talk. */
    willing: boolean().notNull(),
    by: uuid()
      .notNull()
      .references(() => people.id),
    at: timestamp({ withTimezone: true }).notNull(),
  },
  (table) => [
    index().on(table.caseId, table.seq),
    check("kind_of_visit", sql`${table.kind} in ('conversation_worker', 'conversation_attendee', 'visit', 'video_visit')`),
    check("willing_where_asked", sql`${table.willing} or ${table.kind} = 'conversation_attendee'`),
  ],
);
