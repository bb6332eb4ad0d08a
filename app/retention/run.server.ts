import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { type CarriedOut, carryOutPlans } from "./carry-out.server";
import { type Planned, planEndings } from "./plan.server";
import { warnOfEnding } from "./warn.server";

export type Retained = { warned: number; carriedOut: CarriedOut[]; planned: Planned[] };

/** What is done once a day: groups are warned of drafts that will go, plans whose day has come are carried out, what has become over since is planned. */
export async function retain(db: Db, clock: Clock): Promise<Retained> {
  const warned = await warnOfEnding(db, clock);
  const carriedOut = await carryOutPlans(db, clock);
  return { warned, carriedOut, planned: await planEndings(db, clock) };
}
