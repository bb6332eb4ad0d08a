import { sql } from "drizzle-orm";
import { bigint, check, customType, date, index, pgTable, text, timestamp, unique, uuid } from "drizzle-orm/pg-core";

const bytea = customType<{ data: Buffer }>({ dataType: () => "bytea" });

/**
 * The public log of marks: a leaf for every award and every change, in the order in which they were written. Triggers write it, in the transaction of the change;
 * the application may not. Never changed.
 */
export const logLeaves = pgTable(
  "log_leaves",
  {
    /** From 0, without gaps: the leaf's place in the tree. */
    seq: bigint({ mode: "number" }).primaryKey(),
    kind: text({ enum: ["awarded", "changed", "condition_cleared", "certificate_issued", "holder_changed", "activity_covered", "audit_head"] }).notNull(),
    /** The row that it tells of: a mark, an event, a clearing; null for a head of the audit trail. */
    source: uuid(),
    /** The London day of a head of the audit trail. */
    day: date({ mode: "string" }).unique(),
    /** The mark's code. */
    code: text(),
    /** The leaf's bytes: canonical JSON of facts that are public. */
    content: text().notNull(),
    /** SHA-256 of a zero byte and the content. */
    hash: bytea().notNull(),
  },
  (table) => [
    unique("logged_once").on(table.kind, table.source),
    index("leaves_of_code").on(table.code, table.seq),
    check("kind_of_leaf", sql`${table.kind} in ('awarded', 'changed', 'condition_cleared', 'certificate_issued', 'holder_changed', 'activity_covered', 'audit_head')`),
    check(
      "of_a_mark_or_a_day",
      sql`(${table.kind} = 'audit_head') = (${table.day} is not null) and (${table.day} is null) = (${table.source} is not null and ${table.code} is not null)`,
    ),
  ],
);

/** What we signed of the log: its size and its root. Never changed, and none may contradict another. */
export const logCheckpoints = pgTable("log_checkpoints", {
  size: bigint({ mode: "number" }).primaryKey(),
  root: bytea().notNull(),
  /** The signed note, as it is served. */
  note: text().notNull(),
  kid: text().notNull(),
  madeAt: timestamp({ withTimezone: true }).notNull(),
});

/** The register as it was on a day: a file of every public mark, and what we signed of it. Never changed; only that the file was removed may be added (trigger). */
export const registerSnapshots = pgTable("register_snapshots", {
  /** Europe/London. */
  day: date({ mode: "string" }).primaryKey(),
  /** The moment for which every line is true. */
  asAt: timestamp({ withTimezone: true }).notNull(),
  storageKey: text().notNull().unique(),
  sha256: text().notNull(),
  bytes: bigint({ mode: "number" }).notNull(),
  marks: bigint({ mode: "number" }).notNull(),
  /** Compact JWS. Kept when the file is not. */
  manifest: text().notNull(),
  kid: text().notNull(),
  madeAt: timestamp({ withTimezone: true }).notNull(),
  removedAt: timestamp({ withTimezone: true }),
});
