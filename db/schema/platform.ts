import { sql } from "drizzle-orm";
import { bigint, index, integer, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";

/** The demo's clock runs this far ahead. Only the demo reads it. */
export const demoClock = pgTable("demo_clock", { id: integer().primaryKey(), offsetMs: bigint({ mode: "number" }).notNull() });

/** Mail as it was handed to the outbox or the mail server. */
export const outbox = pgTable(
  "outbox",
  {
    id: uuid().primaryKey().defaultRandom(),
    /** A mail for one cause is sent once, however often its job runs. */
    cause: text().notNull().unique(),
    at: timestamp({ withTimezone: true }).notNull(),
    to: text().notNull(),
    subject: text().notNull(),
    text: text().notNull(),
    html: text().notNull(),
    sentAt: timestamp({ withTimezone: true }),
  },
  (table) => [index("outbox_unsent").on(table.at).where(sql`sent_at is null`)],
);

/** What the demo's story made, by name, so that its page can point at it. */
export const demoExamples = pgTable("demo_examples", { name: text().primaryKey(), path: text().notNull(), words: text().notNull() });
