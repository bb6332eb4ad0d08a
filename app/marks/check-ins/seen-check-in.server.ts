import { eq } from "drizzle-orm";
import { people } from "#db/schema/accounts";
import { checkIns } from "#db/schema/upkeep";
import { londonDay } from "~/platform/calendar";
import type { Db } from "~/platform/database.server";
import type { SeenCheckIn } from "./seen-check-in";

/** The check-in of a mark, for who may read it; null where there is none. One read. */
export async function checkInOf(db: Db, markId: string): Promise<SeenCheckIn | null> {
  const [row] = await db.select({ sent: checkIns, by: people.name }).from(checkIns).innerJoin(people, eq(people.id, checkIns.sentBy)).where(eq(checkIns.markId, markId));
  if (!row) return null;
  const { notTrue, asked, factsRight, insuranceUntil, words, plan, sentAt } = row.sent;
  return { on: londonDay(sentAt), by: row.by, notTrue, asked, factsRight, insuranceUntil, words, plan };
}
