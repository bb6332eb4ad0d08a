import { desc, eq } from "drizzle-orm";
import { providerFacts } from "#db/schema/providers";
import { type Facts, FactValue } from "#standards/format";
import { londonDay } from "~/platform/calendar";
import type { Db } from "~/platform/database.server";
import type { CapacityStatement } from "./capacity";
import { newestStatement } from "./room.server";

/** Everything a provider has stated, by key, with what the room says of the same: so a rule or a form finds every fact in one place. */
export const factsOf = async (db: Db, organisationId: string): Promise<Facts> => (await factsAndRoomOf(db, organisationId)).facts;

/** The same, and beside it what was last said of the room, for who needs both. Two reads. */
export async function factsAndRoomOf(db: Db, organisationId: string): Promise<{ facts: Facts; said: CapacityStatement | undefined }> {
  const [rows, said] = await Promise.all([statedFactsOf(db, organisationId), newestStatement(db, organisationId)]);
  return { facts: { ...Object.fromEntries(rows.map((row) => [row.key, row.value])), ...(said ? roomAsFacts(said) : {}) }, said };
}

export type StatedFact = { key: string; value: FactValue; statedAt: Date };

/** The stated facts with the moment each was last said, newest first. */
export async function statedFactsOf(db: Db, organisationId: string): Promise<StatedFact[]> {
  const rows = await db
    .select({ key: providerFacts.key, value: providerFacts.value, statedAt: providerFacts.statedAt })
    .from(providerFacts)
    .where(eq(providerFacts.organisationId, organisationId))
    .orderBy(desc(providerFacts.statedAt), providerFacts.key);
  return rows.map((row) => ({ ...row, value: FactValue.parse(row.value) }));
}

const acceptingAsFact = { open: "yes", waiting_list: "waiting_list", paused: "paused", closed: "closing" } as const;

function roomAsFacts(room: CapacityStatement & { confirmedByTitle: string }): Facts {
  return {
    accepting_now: acceptingAsFact[room.accepting],
    ...(room.waitWeeks === null ? {} : { typical_wait_days: room.waitWeeks * 7 }),
    capacity_confirmed_on: londonDay(room.confirmedAt),
    capacity_confirmed_by_role: room.confirmedByTitle,
  };
}
