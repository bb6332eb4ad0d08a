import { sql } from "drizzle-orm";
import { bigint, check, index, pgTable, smallint, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { people } from "./accounts";
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
    id: uuid().primaryKey().defaultRandom(),
    /** Tells apart what was drawn in one instant. */
    seq: bigint({ mode: "number" }).generatedAlwaysAsIdentity(),
    caseId: uuid()
      .notNull()
      .references(() => cases.id),
    /** The quarter whose secret made the number; null where no lot was drawn. */
    quarter: text().references(() => drawSeeds.quarter),
    /** 0 to `one_in` − 1; nought is a hit. */
    number: smallint(),
    oneIn: smallint(),
    /** `drawn`, `new_assessor` or a risk; none: the must-haves are enough. */
    why: text().array().notNull(),
    drawnAt: timestamp({ withTimezone: true }).notNull(),
  },
  (table) => [
    index().on(table.caseId, table.seq),
    check("lot_whole", sql`(${table.quarter} is null) = (${table.number} is null) and (${table.number} is null) = (${table.oneIn} is null)`),
    check("lot_number", sql`${table.number} between 0 and ${table.oneIn} - 1`),
  ],
);

/** What a reader proposes while the two talk over a difference. The newest of each counts; the same level from both is agreed. Never updated. */
export const talks = pgTable(
  "talks",
  {
    id: uuid().primaryKey().defaultRandom(),
    seq: bigint({ mode: "number" }).generatedAlwaysAsIdentity(),
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
