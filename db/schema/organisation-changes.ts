import { sql } from "drizzle-orm";
import { check, date, index, pgTable, text, timestamp, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { organisations, people } from "./accounts";
import { marks } from "./marks";

/** That an organisation has a new name, has become part of another, or that a mark it holds is another's from now on: one person proposes, another confirms. Bound to registered numbers, never to a name. Only an answer is ever added (trigger). */
export const organisationChanges = pgTable(
  "organisation_changes",
  {
    id: uuid().primaryKey().defaultRandom(),
    organisationId: uuid()
      .notNull()
      .references(() => organisations.id),
    kind: text({ enum: ["renamed", "merged", "transferred"] }).notNull(),
    /** Its own registered number, `SCHEME:ID`, as it was looked up; null where it has none. */
    identifier: text(),
    nameBefore: text().notNull(),
    /** For `renamed`. */
    nameAfter: text(),
    /** For `transferred`: the mark that is another's from then on. */
    markId: uuid().references(() => marks.id),
    /** For `merged`, what it has become part of; for `transferred`, who holds the mark. With that one's registered number. */
    intoId: uuid().references(() => organisations.id),
    intoIdentifier: text(),
    /** Since when, Europe/London. */
    since: date({ mode: "string" }).notNull(),
    /** Private: what was looked up, and where. */
    note: text().notNull(),
    proposedBy: uuid()
      .notNull()
      .references(() => people.id),
    proposedAt: timestamp({ withTimezone: true }).notNull(),
    confirmedBy: uuid().references(() => people.id),
    confirmedAt: timestamp({ withTimezone: true }),
    declinedBy: uuid().references(() => people.id),
    declinedAt: timestamp({ withTimezone: true }),
  },
  (table) => [
    index().on(table.organisationId, table.confirmedAt),
    uniqueIndex("one_open_organisation_change").on(table.organisationId).where(sql`confirmed_at is null and declined_at is null`),
    check(
      "kind_of_organisation_change",
      sql`${table.kind} in ('renamed', 'merged', 'transferred') and (${table.kind} = 'renamed') = (${table.nameAfter} is not null) and (${table.kind} <> 'renamed') = (${table.intoId} is not null) and (${table.kind} = 'transferred') = (${table.markId} is not null)`,
    ),
    check(
      "to_another_by_number",
      sql`${table.kind} = 'renamed' or ((${table.identifier} is not null or ${table.kind} = 'transferred') and ${table.intoIdentifier} is not null and ${table.intoId} <> ${table.organisationId})`,
    ),
    check("second_person", sql`${table.confirmedBy} is null or ${table.confirmedBy} <> ${table.proposedBy}`),
    check("answered_once", sql`${table.confirmedAt} is null or ${table.declinedAt} is null`),
  ],
);

/** What a confirmed change of a holder is to one mark: of a new name and a merger one row for each mark that was held then, of a transfer one for the mark that went. Written with the confirmation, never changed (trigger). */
export const holderChanges = pgTable(
  "holder_changes",
  {
    id: uuid().primaryKey().defaultRandom(),
    markId: uuid()
      .notNull()
      .references(() => marks.id),
    changeId: uuid()
      .notNull()
      .references(() => organisationChanges.id),
    at: timestamp({ withTimezone: true }).notNull(),
  },
  (table) => [uniqueIndex("one_holder_change").on(table.markId, table.changeId), index().on(table.changeId), index().on(table.at)],
);
