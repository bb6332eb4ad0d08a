import { index, integer, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { organisations, people } from "./accounts";

/** One stored file. Which answer shows it is said in the answer. The bytes are under `storageKey`, and hash to `sha256`. */
export const evidenceFiles = pgTable(
  "evidence_files",
  {
    id: uuid().primaryKey().defaultRandom(),
    organisationId: uuid()
      .notNull()
      .references(() => organisations.id),
    name: text().notNull(),
    mediaType: text().notNull(),
    bytes: integer().notNull(),
    sha256: text().notNull(),
    storageKey: text().notNull().unique(),
    uploadedAt: timestamp({ withTimezone: true }).notNull(),
    uploadedBy: uuid()
      .notNull()
      .references(() => people.id),
    /** Until its content has been looked at, a file is not served to anybody. */
    checkedAt: timestamp({ withTimezone: true }),
  },
  (table) => [index().on(table.organisationId)],
);
