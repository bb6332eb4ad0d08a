import { sql } from "drizzle-orm";
import { auditEvents } from "#db/schema/audit";
import type { Db } from "~/platform/database.server";
import { AuditEvent } from "./event";

/** A person or a named piece of the system. Never neither. */
export type By = { personId: string } | { system: string };

/**
 * Adds one event to the audit trail. Takes the transaction, not the pool: an event commits with the change it describes or not at all.
 * Call it last: the chain has one writer at a time until the transaction ends.
 */
export async function record(tx: Db, by: By, at: Date, event: AuditEvent) {
  const actor = "personId" in by ? `person:${by.personId}` : `system:${by.system}`;
  const { type, subject, data } = AuditEvent.parse(event);
  await tx.insert(auditEvents).values({ seq: 0, at, actor, type, subject, data, prev: sql`''`, hash: sql`''` });
}
