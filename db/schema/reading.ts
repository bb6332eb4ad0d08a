import { sql } from "drizzle-orm";
import { boolean, check, date, index, pgTable, smallint, text, timestamp, unique, uuid } from "drizzle-orm/pg-core";
import { people } from "./accounts";
import { ordered } from "./ordered";
import { cases } from "./review";

/** The secret of a quarter's draws. Its hash is in the audit trail before anything is drawn; itself it is shown once the quarter is over. Never updated. */
export const drawSeeds = pgTable(
  "draw_seeds",
  {
    /** `2026-Q4`, Europe/London. */
    quarter: text().primaryKey(),
    /** sha256 of the secret. */
    commitment: text().notNull(),
    secret: text().notNull(),
    madeAt: timestamp({ withTimezone: true }).notNull(),
  },
  (table) => [check("quarter_name", sql`${table.quarter} ~ '^[0-9]{4}-Q[1-4]$'`)],
);

/** Why a case is read twice as a whole, or only in its must-haves: by lot when it was opened, and by who was chosen to read it. Never updated. */
export const draws = pgTable(
  "draws",
  {
    ...ordered(),
    caseId: uuid()
      .notNull()
      .references(() => cases.id),
    /** The quarter whose secret made the number; null where no lot was drawn. */
    quarter: text().references(() => drawSeeds.quarter),
    /** 0 to `one_in` − 1; nought is a hit. */
    number: smallint(),
    oneIn: smallint(),
    /** The second number of the same lot, 0 to 9; nought is a visit. Null where no lot was drawn, or before there was a second number. */
    visitNumber: smallint(),
    /** `drawn`, `new_assessor` or a risk; none: the must-haves are enough. */
    why: text().array().notNull(),
    drawnAt: timestamp({ withTimezone: true }).notNull(),
  },
  (table) => [
    index().on(table.caseId, table.seq),
    check("lot_whole", sql`(${table.quarter} is null) = (${table.number} is null) and (${table.number} is null) = (${table.oneIn} is null)`),
    check("lot_number", sql`${table.number} between 0 and ${table.oneIn} - 1`),
    check("visit_number", sql`${table.visitNumber} is null or (${table.visitNumber} between 0 and 9 and ${table.quarter} is not null)`),
  ],
);

/** What a reader proposes while the two talk over a difference. The newest of each counts; the same level from both is agreed. Never updated. */
export const talks = pgTable(
  "talks",
  {
    ...ordered(),
    caseId: uuid()
      .notNull()
      .references(() => cases.id),
    round: smallint().notNull().default(1),
    criterion: text().notNull(),
    part: text({ enum: ["assessor", "second_reader"] }).notNull(),
    level: smallint().notNull(),
    reason: text().notNull(),
    by: uuid()
      .notNull()
      .references(() => people.id),
    at: timestamp({ withTimezone: true }).notNull(),
  },
  (table) => [index().on(table.caseId, table.criterion), check("talked_level", sql`${table.level} between 0 and 3`)],
);

/** A reader says of a round that what they have rated may go on. Counts as long as they have rated nothing since. Never updated. */
export const recommendations = pgTable(
  "recommendations",
  {
    ...ordered(),
    caseId: uuid()
      .notNull()
      .references(() => cases.id),
    round: smallint().notNull(),
    part: text({ enum: ["assessor", "second_reader"] }).notNull(),
    /** How many ratings this part of the case had by then: any later one takes it back. */
    covers: smallint().notNull(),
    by: uuid()
      .notNull()
      .references(() => people.id),
    at: timestamp({ withTimezone: true }).notNull(),
  },
  (table) => [index().on(table.caseId, table.seq)],
);

/** The draft report of a round, with the provider to check. Once it has ended it stays as it ended (trigger). */
export const factChecks = pgTable(
  "fact_checks",
  {
    id: uuid().primaryKey().defaultRandom(),
    caseId: uuid()
      .notNull()
      .references(() => cases.id),
    round: smallint().notNull(),
    sentAt: timestamp({ withTimezone: true }).notNull(),
    /** The last day for remarks, by the working days of where the provider is. */
    dueOn: date({ mode: "string" }).notNull(),
    endedAt: timestamp({ withTimezone: true }),
    how: text({ enum: ["confirmed", "remarked", "unanswered"] }),
    endedBy: uuid().references(() => people.id),
  },
  (table) => [
    unique("one_fact_check").on(table.caseId, table.round),
    index().on(table.dueOn).where(sql`ended_at is null`),
    check("fact_check_how", sql`${table.how} in ('confirmed', 'remarked', 'unanswered')`),
    check("fact_check_ended", sql`(${table.endedAt} is null) = (${table.how} is null) and (${table.how} in ('confirmed', 'remarked')) = (${table.endedBy} is not null)`),
  ],
);

/** A moderator's word on claims not to apply that are more than the standard lets stand by itself. Counts for exactly these criteria. Never updated. */
export const claimRulings = pgTable(
  "claim_rulings",
  {
    ...ordered(),
    caseId: uuid()
      .notNull()
      .references(() => cases.id),
    round: smallint().notNull(),
    criteria: text().array().notNull(),
    confirmed: boolean().notNull(),
    reason: text().notNull(),
    by: uuid()
      .notNull()
      .references(() => people.id),
    at: timestamp({ withTimezone: true }).notNull(),
  },
  (table) => [index().on(table.caseId, table.seq)],
);

/** A third rating of a criterion that two readers differ in, by a moderator who had no part in the case until then. At most one a round; never updated. */
export const thirdRatings = pgTable(
  "third_ratings",
  {
    id: uuid().primaryKey().defaultRandom(),
    caseId: uuid()
      .notNull()
      .references(() => cases.id),
    round: smallint().notNull(),
    criterion: text().notNull(),
    level: smallint().notNull(),
    reason: text().notNull(),
    by: uuid()
      .notNull()
      .references(() => people.id),
    at: timestamp({ withTimezone: true }).notNull(),
  },
  (table) => [unique().on(table.caseId, table.criterion, table.round), check("third_level", sql`${table.level} between 0 and 3`)],
);
