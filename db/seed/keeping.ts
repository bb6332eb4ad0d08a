import { carryOutPlans } from "~/retention/carry-out.server";
import { planEndings } from "~/retention/plan.server";
import type { Story } from "./player";
import type { World } from "./world";

/** What was kept long enough has gone, and what will go next is written down: what Leila looks at. */
export async function* keeping(world: World, at: (daysAgo: number, hour?: number) => Date): Story {
  yield at(120, 4);
  await planEndings(world.db, world.clock);
  yield at(112, 4);
  await carryOutPlans(world.db, world.clock);
  yield at(1, 4);
  await planEndings(world.db, world.clock);
}
