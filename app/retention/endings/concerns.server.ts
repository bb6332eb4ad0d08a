import { type SQL, sql } from "drizzle-orm";
import type { Day } from "~/platform/calendar";
import { dayOf, type Ending, endRows, isFree, isOverAt } from "../ending.server";

/** What somebody told us, with all that was done about it, counted from the day it was closed: longer where it was upheld, or an agency was told. What is open stays. */
export const concernsEnd: Ending = {
  due: (today: Day): SQL => sql`
    select c.id, ${dayOf(sql`c.closed_at`)} as since from concerns c
    where c.closed_at is not null and ${isFree(sql`c.organisation_id`)}
      and case when c.state = 'upheld' or c.agency_told_at is not null then ${isOverAt(sql`c.closed_at`, "concerns_upheld", today)} else ${isOverAt(sql`c.closed_at`, "concerns", today)} end`,
  end: async (tx, _, ids) => {
    await endRows(tx, "concern_steps", "concern_id", ids);
    await endRows(tx, "concerns", "id", ids);
  },
  ofGroup: "concerns",
  holds: "concerns",
};
