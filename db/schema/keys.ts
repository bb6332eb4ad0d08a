import { sql } from "drizzle-orm";
import { check, index, integer, jsonb, pgTable, text, timestamp } from "drizzle-orm/pg-core";

/** The public halves of the keys that sign for the scheme, kept and served for ever. The private halves are never here. Only that a key is compromised may be added (trigger). */
export const signingKeys = pgTable(
  "signing_keys",
  {
    /** `certificate-2026-3f9a1c2b`: in the key's address and in everything it signed. */
    kid: text().primaryKey(),
    purpose: text({ enum: ["root", "certificate", "credential", "status_list", "log", "register"] }).notNull(),
    /** The calendar year it signs in, Europe/London; for a root the first. */
    year: integer().notNull(),
    /** `{ kty, crv, x, y }` */
    jwk: jsonb().notNull(),
    /** PEM. A leaf's is certified by `rootKid`, a root's by itself. */
    certificate: text().notNull(),
    rootKid: text(),
    /** What the key service calls it; null for a key in a file, which is named after `kid`. */
    serviceName: text(),
    madeAt: timestamp({ withTimezone: true }).notNull(),
    /** What it signed from this moment on is not to be believed. */
    compromisedAfter: timestamp({ withTimezone: true }),
    /** When that was said. */
    compromisedSaidAt: timestamp({ withTimezone: true }),
  },
  (table) => [
    index().on(table.purpose, table.madeAt),
    check("purpose_of_key", sql`${table.purpose} in ('root', 'certificate', 'credential', 'status_list', 'log', 'register')`),
    check("said_with_its_moment", sql`(${table.compromisedAfter} is null) = (${table.compromisedSaidAt} is null)`),
  ],
);
