import { sql } from "drizzle-orm";
import { check, date, index, jsonb, pgTable, primaryKey, smallint, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { people } from "./accounts";
import { ordered } from "./ordered";
import { person } from "./person";
import { standardVersions } from "./standards";

/** An invented submission that many rate, each without seeing the others, until all is shown to all at once. Only shown, once, and then talked over, once; nothing else of it changes (trigger). */
export const calibrations = pgTable(
  "calibrations",
  {
    id: uuid().primaryKey().defaultRandom(),
    standardVersionId: uuid()
      .notNull()
      .references(() => standardVersions.id),
    /** What is rated, as canonical JSON: `Invented`. */
    content: text().notNull(),
    /** Of the content. */
    sha256: text().notNull(),
    criteria: text().array().notNull(),
    state: text({ enum: ["open", "revealed", "discussed"] }).notNull(),
    /** The last day for rating, Europe/London. */
    closesOn: date({ mode: "string" }).notNull(),
    madeBy: person(),
    madeAt: timestamp({ withTimezone: true }).notNull(),
    revealedAt: timestamp({ withTimezone: true }),
    /** What came of talking it over. */
    note: text(),
    notedBy: uuid().references(() => people.id),
    notedAt: timestamp({ withTimezone: true }),
  },
  (table) => [
    index().on(table.state, table.closesOn),
    check("calibration_state", sql`${table.state} in ('open', 'revealed', 'discussed')`),
    check("calibration_revealed", sql`(${table.state} = 'open') = (${table.revealedAt} is null)`),
    check(
      "calibration_discussed",
      sql`(${table.state} = 'discussed') = (${table.note} is not null) and (${table.note} is null) = (${table.notedBy} is null) and (${table.note} is null) = (${table.notedAt} is null)`,
    ),
  ],
);

/** Who was asked to rate. Never updated. */
export const calibrationReaders = pgTable(
  "calibration_readers",
  {
    calibrationId: uuid()
      .notNull()
      .references(() => calibrations.id),
    personId: person(),
    invitedAt: timestamp({ withTimezone: true }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.calibrationId, table.personId] }), index().on(table.personId)],
);

/** One person's rating of one criterion. A correction is a new row; the newest counts. Never updated, and none is added once all are shown (trigger). */
export const calibrationRatings = pgTable(
  "calibration_ratings",
  {
    ...ordered(),
    calibrationId: uuid()
      .notNull()
      .references(() => calibrations.id),
    criterion: text().notNull(),
    level: smallint().notNull(),
    /** As in `ratings`. */
    ticks: jsonb().notNull(),
    reason: text().notNull(),
    ratedBy: person(),
    ratedAt: timestamp({ withTimezone: true }).notNull(),
  },
  (table) => [index().on(table.calibrationId, table.criterion, table.ratedBy, table.seq), check("calibration_level", sql`${table.level} between 0 and 3`)],
);
