import { sql } from "drizzle-orm";
import { boolean, check, date, index, pgTable, text, timestamp, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { organisations, people } from "./accounts";
import { ofMark } from "./of-mark";
import { person } from "./person";

/** What a group said of its mark after a year: once for each mark. Never changed (trigger). */
export const checkIns = pgTable(
  "check_ins",
  {
    id: uuid().primaryKey().defaultRandom(),
    ...ofMark(),
    /** What its page says is still right. */
    factsRight: boolean().notNull(),
    insuranceUntil: date({ mode: "string" }).notNull(),
    /** The must-haves that were asked about, and those of them that are not true any more. */
    asked: text().array().notNull(),
    notTrue: text().array().notNull(),
    /** Private: what is not true any more and why, how far its improvement plan is, and what else has changed. */
    words: text().notNull(),
    plan: text().notNull(),
    changes: text().notNull(),
    sentAt: timestamp({ withTimezone: true }).notNull(),
    sentBy: uuid()
      .notNull()
      .references(() => people.id),
  },
  (table) => [
    uniqueIndex("one_check_in").on(table.markId),
    index().on(table.caseId),
    check("asked_of_what_is_not_true", sql`${table.notTrue} <@ ${table.asked}`),
    check("not_true_in_words", sql`cardinality(${table.notTrue}) = 0 or ${table.words} <> ''`),
  ],
);

/** A change that a group holding a mark has told us of. What it told is never changed; that a moderator has looked is added once (trigger). */
export const circumstances = pgTable(
  "circumstances",
  {
    id: uuid().primaryKey().defaultRandom(),
    organisationId: uuid()
      .notNull()
      .references(() => organisations.id),
    /** Of its newest mark on that day. */
    ...ofMark(),
    kind: text().notNull(),
    happenedOn: date({ mode: "string" }).notNull(),
    /** Private. */
    words: text().notNull(),
    toldAt: timestamp({ withTimezone: true }).notNull(),
    toldBy: uuid()
      .notNull()
      .references(() => people.id),
    lookedAt: timestamp({ withTimezone: true }),
    lookedBy: uuid().references(() => people.id),
    /** Private: what the moderator did about it. */
    note: text(),
  },
  (table) => [
    index().on(table.organisationId, table.toldAt),
    index().on(table.markId),
    index().on(table.caseId),
    index("circumstances_to_look_at").on(table.toldAt).where(sql`looked_at is null`),
    check(
      "kind_of_circumstance",
      sql`${table.kind} in ('safeguarding_lead', 'merger_or_closure', 'new_site_or_activity', 'home_visits', 'regulated_service', 'insurance', 'serious_incident', 'data_breach', 'funding', 'legal_action', 'check_in')`,
    ),
    check("looked_at_by_somebody", sql`(${table.lookedAt} is null) = (${table.lookedBy} is null) and (${table.lookedAt} is null) = (${table.note} is null)`),
  ],
);

/** That a group's entry in a register that it has to stand in was lost. What was recorded is never changed; that there is an entry again is added once (trigger). */
export const registerLosses = pgTable(
  "register_losses",
  {
    id: uuid().primaryKey().defaultRandom(),
    organisationId: uuid()
      .notNull()
      .references(() => organisations.id),
    /** As it was typed: the register and the number in it. Never public. */
    entry: text().notNull(),
    lostOn: date({ mode: "string" }).notNull(),
    recordedAt: timestamp({ withTimezone: true }).notNull(),
    /** A moderator, or one of the group's own people who told us. */
    recordedBy: person(),
    /** The register and number of the entry that there is now. */
    newEntry: text(),
    restoredAt: timestamp({ withTimezone: true }),
    restoredBy: uuid().references(() => people.id),
  },
  (table) => [
    index().on(table.organisationId),
    uniqueIndex("one_open_loss").on(table.organisationId, sql`lower(${table.entry})`).where(sql`restored_at is null`),
    check("restored_by_somebody", sql`(${table.restoredAt} is null) = (${table.restoredBy} is null) and (${table.restoredAt} is null) = (${table.newEntry} is null)`),
  ],
);
