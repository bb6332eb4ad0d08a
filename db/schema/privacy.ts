import { sql } from "drizzle-orm";
import { boolean, check, index, pgTable, text, timestamp, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { people } from "./accounts";
import { ordered } from "./ordered";
import { cases } from "./review";

/** Something in a case that a reader found personal details in. Who locked what, when and why is never changed; a privacy lead decides once (trigger). */
export const privacyLocks = pgTable(
  "privacy_locks",
  {
    id: uuid().primaryKey().defaultRandom(),
    caseId: uuid()
      .notNull()
      .references(() => cases.id),
    /** `page`: a web page as it was kept. `supplement`: what was added since, answers to questions too. `visit`: what somebody of ours wrote of a conversation or a visit. */
    kind: text({ enum: ["file", "page", "answer", "supplement", "visit"] }).notNull(),
    /** The id of the file, the look at the page, what was added, or the visit; the criterion of an answer. */
    target: text().notNull(),
    /** Where in the case it was seen; `whole` for a visit that was about no criterion in particular. */
    criterion: text().notNull(),
    /** Keys of what sort of details they seem to be. */
    sorts: text().array().notNull(),
    /** Where in it they stand, never the details. Emptied when it is removed for good. */
    place: text().notNull(),
    state: text({ enum: ["locked", "unlocked", "purged"] }).notNull(),
    lockedBy: uuid()
      .notNull()
      .references(() => people.id),
    lockedAs: text({ enum: ["assessor", "moderator", "decider"] }).notNull(),
    lockedAt: timestamp({ withTimezone: true }).notNull(),
    decidedBy: uuid().references(() => people.id),
    decidedAt: timestamp({ withTimezone: true }),
    reason: text(),
    /** Whether it is a breach that the Information Commissioner must hear of, and why. */
    breach: boolean(),
    breachReason: text(),
  },
  (table) => [
    uniqueIndex("locked_once").on(table.caseId, table.kind, table.target).where(sql`state <> 'unlocked'`),
    index().on(table.target),
    index("privacy_list").on(sql`(${table.state} <> 'locked')`, table.lockedAt),
    check("privacy_lock_state", sql`${table.state} in ('locked', 'unlocked', 'purged')`),
    check(
      "privacy_lock_decided",
      sql`(${table.state} = 'locked') = (${table.decidedBy} is null) and (${table.decidedBy} is null) = (${table.decidedAt} is null) and (${table.decidedBy} is null) = (${table.reason} is null) and (${table.decidedBy} is null) = (${table.breach} is null)`,
    ),
  ],
);

/** Who opened what was locked, and when. Never updated. */
export const privacyOpenings = pgTable(
  "privacy_openings",
  {
    id: uuid().primaryKey().defaultRandom(),
    lockId: uuid()
      .notNull()
      .references(() => privacyLocks.id),
    by: uuid()
      .notNull()
      .references(() => people.id),
    at: timestamp({ withTimezone: true }).notNull(),
  },
  (table) => [index().on(table.lockId, table.at)],
);

/** Words that were taken out of what had been sent: the hash of the whole before and after. Written by `purge_words` alone; never updated. */
export const purges = pgTable(
  "purges",
  {
    ...ordered(),
    lockId: uuid()
      .notNull()
      .references(() => privacyLocks.id),
    /** The submission or supplement whose content it was. */
    sentId: uuid().notNull(),
    sha256Before: text("sha256_before").notNull(),
    sha256After: text("sha256_after").notNull(),
    at: timestamp({ withTimezone: true }).notNull(),
  },
  (table) => [index().on(table.sentId, table.seq)],
);
