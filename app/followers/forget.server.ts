import { and, inArray, lt } from "drizzle-orm";
import { deliveries, endpoints } from "#db/schema/followers";
import { addDays, addMonths, londonDay, startOfDay } from "~/platform/calendar";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";

/** Days that a delivery is kept after it has ended: for whoever looks into what their system missed. */
export const deliveryDays = 30;
/** Months after which an endpoint that nothing is sent to goes, with its secret. */
export const unusedMonths = 12;

/** Forgets deliveries that ended longer ago, old secrets whose overlap is over, and endpoints that have been off for so long. What somebody follows is kept until they stop, or go. */
export async function forgetDeliveries(db: Db, clock: Clock): Promise<void> {
  const now = clock.now();
  const today = londonDay(now);
  await db.delete(deliveries).where(lt(deliveries.endedAt, startOfDay(addDays(today, -deliveryDays))));
  await db.update(endpoints).set({ oldSecret: null, oldUntil: null }).where(lt(endpoints.oldUntil, now));
  await db.delete(endpoints).where(and(inArray(endpoints.state, ["off", "gone"]), lt(endpoints.stateSince, startOfDay(addMonths(today, -unusedMonths)))));
}
