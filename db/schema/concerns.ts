import { sql } from "drizzle-orm";
import { boolean, check, index, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { organisations } from "./accounts";
import { ordered } from "./ordered";
import { person } from "./person";

const moment = () => timestamp({ withTimezone: true });

/** What somebody told us is wrong. What was sent is never changed; where it stands is (trigger). */
export const concerns = pgTable(
  "concerns",
  {
    id: uuid().primaryKey().defaultRandom(),
    /** `4F7K9-QXT2B`: for whoever sent it, to name it by. It opens nothing. */
    reference: text().notNull().unique(),
    /** The group it is about, once that is known. */
    organisationId: uuid().references(() => organisations.id),
    /** The code it came with, in the form we print, whether we issued it or not. */
    code: text(),
    /** The name of the group, and where the code was seen, as typed. */
    groupTyped: text().notNull(),
    seenAt: text().notNull(),
    /** Private, like all that follows: what happened, and who says so. */
    words: text().notNull(),
    name: text().notNull(),
    contact: text().notNull(),
    /** Whether the group may be told the name. */
    mayName: boolean().notNull(),
    language: text({ enum: ["en", "cy"] }).notNull(),
    /** What it may hold of a person's details, of which whoever sent it was told. */
    found: text().array().notNull(),
    sentAt: moment().notNull(),
    /** Of the form and all that was typed into it: the same form sent twice is one concern. */
    sha256: text().notNull().unique(),
    state: text({ enum: ["received", "unsafe", "agency_told", "looking", "with_group", "upheld", "not_upheld"] }).notNull(),
    readAt: moment(),
    /** When a statutory agency was first told: then it is a matter of safeguarding, whatever comes of it. */
    agencyToldAt: moment(),
    /** When whoever sent it first heard from us. */
    heardAt: moment(),
    closedAt: moment(),
  },
  (table) => [
    index().on(table.organisationId),
    index("concerns_open").on(table.sentAt).where(sql`closed_at is null`),
    index().on(table.closedAt),
    check("state_of_concern", sql`${table.state} in ('received', 'unsafe', 'agency_told', 'looking', 'with_group', 'upheld', 'not_upheld')`),
    check("language_of_concern", sql`${table.language} in ('en', 'cy')`),
    check("concern_read", sql`(${table.state} = 'received') = (${table.readAt} is null)`),
    check("concern_closed", sql`(${table.state} in ('upheld', 'not_upheld')) = (${table.closedAt} is not null)`),
    check("concern_agency_told", sql`${table.state} <> 'agency_told' or ${table.agencyToldAt} is not null`),
    check("concern_named", sql`not ${table.mayName} or ${table.name} <> ''`),
  ],
);

/** What was done with a concern, by whom and when. Never updated. */
export const concernSteps = pgTable(
  "concern_steps",
  {
    ...ordered(),
    concernId: uuid()
      .notNull()
      .references(() => concerns.id),
    /** A key of the tables of moves and acts (`app/concerns/concern-moves.ts`). */
    step: text().notNull(),
    fromState: text().notNull(),
    toState: text().notNull(),
    /** Private, but for what was written to the group or to whoever sent the concern. */
    words: text().notNull(),
    /** The statutory agency that was told, or the group that it is about. */
    whom: text(),
    /** Whether the group was told who had told us. */
    named: boolean().notNull(),
    by: person(),
    at: moment().notNull(),
  },
  (table) => [index().on(table.concernId, table.seq)],
);
