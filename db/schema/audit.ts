import { bigint, customType, index, jsonb, pgTable, text, timestamp } from "drizzle-orm/pg-core";

const bytea = customType<{ data: Buffer }>({ dataType: () => "bytea" });

/** Append-only. `seq`, `prev` and `hash` are set by a trigger; see migrations. No page reads this table. */
export const auditEvents = pgTable(
  "audit_events",
  {
    seq: bigint({ mode: "number" }).primaryKey(),
    at: timestamp({ withTimezone: true }).notNull(),
    actor: text().notNull(),
    type: text().notNull(),
    subject: text().notNull(),
    data: jsonb().notNull(),
    prev: bytea().notNull(),
    hash: bytea().notNull(),
  },
  (table) => [index().on(table.subject)],
);
