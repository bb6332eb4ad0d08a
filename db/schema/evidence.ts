import { date, index, integer, jsonb, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";
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
    /** What a virus scanner said; `unscanned` where none is connected. */
    scan: text({ enum: ["clean", "unscanned"] })
      .notNull()
      .default("unscanned"),
    /** Kinds of personal details that were found in it, `Finding[]` of `personal-data.ts`. Never the details themselves. */
    findings: jsonb().notNull().default([]),
    /** When its own people said that what was found is all right. */
    findingsConfirmedAt: timestamp({ withTimezone: true }),
    /** The last day it holds, such as an insurance's. */
    expiresOn: date({ mode: "string" }),
    /** Locked because it holds personal details: read by nobody. */
    lockedAt: timestamp({ withTimezone: true }),
    lockedBy: uuid().references(() => people.id),
    /** When its bytes were deleted because their time was over. The row stays: it says what was seen. */
    removedAt: timestamp({ withTimezone: true }),
  },
  (table) => [index().on(table.organisationId)],
);

/** A web page shown as proof, kept as it was on the day: fetched by us, stored, hashed. Never updated: a later look is a new row. */
export const linkCaptures = pgTable(
  "link_captures",
  {
    id: uuid().primaryKey().defaultRandom(),
    organisationId: uuid()
      .notNull()
      .references(() => organisations.id),
    url: text().notNull(),
    capturedAt: timestamp({ withTimezone: true }).notNull(),
    capturedBy: uuid().references(() => people.id),
    /** `kept`, or why there is nothing to keep. */
    outcome: text().notNull(),
    httpStatus: integer(),
    mediaType: text(),
    bytes: integer(),
    sha256: text(),
    storageKey: text().unique(),
    /** When its bytes were deleted because their time was over. The one thing that is still written. */
    removedAt: timestamp({ withTimezone: true }),
  },
  (table) => [index().on(table.organisationId, table.url, table.capturedAt.desc())],
);

/** An award of somebody else's, offered as evidence: `standards/other-awards.yaml` says what it covers. */
export const otherAwards = pgTable(
  "other_awards",
  {
    id: uuid().primaryKey().defaultRandom(),
    organisationId: uuid()
      .notNull()
      .references(() => organisations.id),
    /** A key of `other-awards.yaml`. */
    award: text().notNull(),
    number: text().notNull(),
    expiresOn: date({ mode: "string" }).notNull(),
    statedBy: uuid()
      .notNull()
      .references(() => people.id),
    statedAt: timestamp({ withTimezone: true }).notNull(),
    endedAt: timestamp({ withTimezone: true }),
  },
  (table) => [index().on(table.organisationId)],
);
