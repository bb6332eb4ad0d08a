import { sql } from "drizzle-orm";
import { capacityStatements, providerFacts } from "#db/schema/providers";
import { type Facts, FactValue } from "#standards/format";
import { londonDay } from "~/platform/calendar";
import type { Db } from "~/platform/database.server";
import type { CapacityStatement } from "./capacity";

/** Everything a provider has stated, by key, with what the room says of the same: so a rule or a form finds every fact in one place. */
export const factsOf = async (db: Db, organisationId: string): Promise<Facts> => (await factsAndRoomOf(db, organisationId)).facts;

type Room = CapacityStatement & { confirmedByTitle: string };
type Said = { facts: { key: string; value: unknown }[]; said: (Omit<Room, "confirmedAt"> & { confirmedAt: string }) | null };

/** The same, and beside it what was last said of the room, for who needs both. One read. */
export async function factsAndRoomOf(db: Db, organisationId: string): Promise<{ facts: Facts; said: CapacityStatement | undefined }> {
  const [row] = await db.execute<Said>(sql`select
    (select coalesce(json_agg(json_build_object('key', key, 'value', value) order by key), '[]') from ${providerFacts} where organisation_id = ${organisationId}) as facts,
    (select json_build_object('accepting', accepting, 'waitWeeks', wait_weeks, 'note', note, 'confirmedAt', confirmed_at, 'confirmedByTitle', confirmed_by_title)
      from ${capacityStatements} where organisation_id = ${organisationId} order by seq desc limit 1) as said`);
  const said = row?.said ? { ...row.said, confirmedAt: new Date(row.said.confirmedAt) } : undefined;
  const stated = Object.fromEntries((row?.facts ?? []).map(({ key, value }) => [key, FactValue.parse(value)]));
  return { facts: { ...stated, ...(said ? roomAsFacts(said) : {}) }, said };
}

const acceptingAsFact = { open: "yes", waiting_list: "waiting_list", paused: "paused", closed: "closing" } as const;

function roomAsFacts(room: Room): Facts {
  return {
    accepting_now: acceptingAsFact[room.accepting],
    ...(room.waitWeeks === null ? {} : { typical_wait_days: room.waitWeeks * 7 }),
    capacity_confirmed_on: londonDay(room.confirmedAt),
    capacity_confirmed_by_role: room.confirmedByTitle,
  };
}
