import { sql } from "drizzle-orm";
import { check, date, index, integer, jsonb, pgTable, text, timestamp, unique, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { people } from "./accounts";
import { ordered } from "./ordered";

/** A published version, for ever: its canonical content and the hash of it. Rows are never updated or deleted (trigger). */
export const standardVersions = pgTable(
  "standard_versions",
  {
    id: uuid().primaryKey().defaultRandom(),
    key: text().notNull(),
    version: text().notNull(),
    code: text().notNull(),
    title: text().notNull(),
    /** Of `content`, hexadecimal. */
    sha256: text().notNull().unique(),
    /** Canonical JSON. Text, not jsonb: the hash is of these very characters. */
    content: text().notNull(),
    publishedAt: timestamp({ withTimezone: true }).notNull(),
    publishedBy: text().notNull(),
  },
  (table) => [unique().on(table.key, table.version)],
);

/** A version being written in the browser: the files a person would have written, by path in the version's folder. */
export const standardDrafts = pgTable(
  "standard_drafts",
  {
    id: uuid().primaryKey().defaultRandom(),
    key: text().notNull(),
    /** The number it is to have. */
    version: text().notNull(),
    baseVersionId: uuid()
      .notNull()
      .references(() => standardVersions.id),
    /** `{ "standard.yaml": "code: LW\n…" }` */
    files: jsonb().notNull(),
    state: text({ enum: ["draft", "consultation", "published", "discarded"] }).notNull(),
    /** Goes up by one with every edit. An edit names the text of its file that it was made from. */
    revision: integer().notNull(),
    consultationEndsOn: date({ mode: "string" }),
    createdAt: timestamp({ withTimezone: true }).notNull(),
    createdBy: uuid()
      .notNull()
      .references(() => people.id),
  },
  (table) => [
    uniqueIndex("one_open_draft_per_version").on(table.key, table.version).where(sql`state in ('draft', 'consultation')`),
    check("state_of_draft", sql`${table.state} in ('draft', 'consultation', 'published', 'discarded')`),
  ],
);

/** What was done to a draft and by whom; whoever is here does not publish it. Never updated. */
export const standardDraftEdits = pgTable(
  "standard_draft_edits",
  {
    ...ordered(),
    draftId: uuid()
      .notNull()
      .references(() => standardDrafts.id),
    /** `started`, `wrote`, `consulted`, `discarded`, `published`. */
    name: text().notNull(),
    /** The file that was written. */
    path: text(),
    by: uuid()
      .notNull()
      .references(() => people.id),
    at: timestamp({ withTimezone: true }).notNull(),
  },
  (table) => [index().on(table.draftId, table.seq)],
);

/** What readers say in a consultation, about one criterion or the whole. Public, with the name. Never updated. */
export const standardComments = pgTable(
  "standard_comments",
  {
    id: uuid().primaryKey().defaultRandom(),
    draftId: uuid()
      .notNull()
      .references(() => standardDrafts.id),
    criterion: text(),
    words: text().notNull(),
    by: uuid()
      .notNull()
      .references(() => people.id),
    at: timestamp({ withTimezone: true }).notNull(),
  },
  (table) => [index().on(table.draftId, table.at)],
);

/** A published version that nothing new may begin under. Two people: one proposes, another confirms. */
export const standardWithdrawals = pgTable(
  "standard_withdrawals",
  {
    id: uuid().primaryKey().defaultRandom(),
    versionId: uuid()
      .notNull()
      .unique()
      .references(() => standardVersions.id),
    reason: text().notNull(),
    proposedBy: uuid()
      .notNull()
      .references(() => people.id),
    proposedAt: timestamp({ withTimezone: true }).notNull(),
    confirmedBy: uuid().references(() => people.id),
    confirmedAt: timestamp({ withTimezone: true }),
  },
  (table) => [check("two_editors", sql`${table.confirmedBy} is null or ${table.confirmedBy} <> ${table.proposedBy}`)],
);

/** The words of a published version in another language. Outside the version's hash, so that a translation can be put right: the newest row counts. Never updated. */
export const standardTranslations = pgTable(
  "standard_translations",
  {
    ...ordered(),
    versionId: uuid()
      .notNull()
      .references(() => standardVersions.id),
    language: text().notNull(),
    /** Canonical JSON. */
    content: text().notNull(),
    sha256: text().notNull(),
    publishedAt: timestamp({ withTimezone: true }).notNull(),
  },
  (table) => [unique().on(table.versionId, table.language, table.sha256)],
);
