import { sql } from "drizzle-orm";
import { check, date, index, pgTable, text, timestamp, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { organisations, people } from "./accounts";

/** That an organisation has a new name, or has become part of another: one person proposes, another confirms. Bound to registered numbers, never to a name. Only an answer is ever added (trigger). */
export const organisationChanges = pgTable(
  "organisation_changes",
  {
    id: uuid().primaryKey().defaultRandom(),
    organisationId: uuid()
      .notNull()
      .references(() => organisations.id),
    kind: text({ enum: ["renamed", "merged"] }).notNull(),
    /** Its own registered number, `SCHEME:ID`, as it was looked up; null where it has none. */
    identifier: text(),
    nameBefore: text().notNull(),
    /** For `renamed`. */
    nameAfter: text(),
    /** For `merged`: what it has become part of, and that one's registered number. */
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
    check("kind_of_organisation_change", sql`(${table.kind} = 'renamed') = (${table.nameAfter} is not null) and (${table.kind} = 'merged') = (${table.intoId} is not null)`),
    check(
      "merged_by_numbers",
      sql`${table.kind} <> 'merged' or (${table.identifier} is not null and ${table.intoIdentifier} is not null and ${table.intoId} <> ${table.organisationId})`,
    ),
    check("second_person", sql`${table.confirmedBy} is null or ${table.confirmedBy} <> ${table.proposedBy}`),
    check("answered_once", sql`${table.confirmedAt} is null or ${table.declinedAt} is null`),
  ],
);
