import { sql } from "drizzle-orm";
import { check, integer, pgTable, text, timestamp, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { marks } from "./marks";

/** The credential of a mark: signed once, kept as it was signed. Never changed (trigger). */
export const credentials = pgTable(
  "credentials",
  {
    markId: uuid()
      .primaryKey()
      .references(() => marks.id),
    /** The status list it is in, and its place there: drawn by chance, never given twice. */
    list: integer().notNull(),
    statusIndex: integer().notNull(),
    /** With `typ: JWT`, as files and badges carry it. */
    jwt: text().notNull(),
    /** Of `jwt`. */
    sha256: text().notNull().unique(),
    /** The same with `typ: vc+jwt`, for programs that ask for it by that name. */
    vcJwt: text().notNull(),
    kid: text().notNull(),
    issuedAt: timestamp({ withTimezone: true }).notNull(),
  },
  (table) => [
    uniqueIndex("place_in_list_once").on(table.list, table.statusIndex),
    check("place_in_list", sql`${table.list} >= 1 and ${table.statusIndex} >= 0 and ${table.statusIndex} < 131072`),
  ],
);

/** The newest signed copy of each status list. A copy, and no more: what is true follows from the marks, and a copy whose `stamp` is not theirs is made anew. */
export const statusLists = pgTable("status_lists", {
  number: integer().primaryKey(),
  /** What the copy follows from, so that a change is seen without reading every mark. */
  stamp: text().notNull(),
  /** SHA-256 of the bits it holds. */
  sha256: text().notNull(),
  jwt: text().notNull(),
  kid: text().notNull(),
  validFrom: timestamp({ withTimezone: true }).notNull(),
  validUntil: timestamp({ withTimezone: true }).notNull(),
});
