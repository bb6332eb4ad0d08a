import { type SQL, sql } from "drizzle-orm";
import type { Day } from "~/platform/calendar";
import { among, dayOf, type Ending, endRows, isFree, isOverAt } from "../ending.server";

/** Tests of the telephone and the e-mail. */
export const contactTestsEnd: Ending = {
  due: (today: Day): SQL => sql`
    select t.id, ${dayOf(sql`t.checked_at`)} as since from contact_checks t where ${isOverAt(sql`t.checked_at`, "contact_tests", today)} and ${isFree(sql`t.organisation_id`)}`,
  end: async (tx, _, ids) => {
    await endRows(tx, "contact_checks", "id", ids);
  },
  ofGroup: "contact_checks",
};

/** What groups said about their room. What each said last stays, however old; of the rest a count by month. */
export const roomEnds: Ending = {
  due: (today) => sql`
    select s.id, ${dayOf(sql`s.confirmed_at`)} as since from capacity_statements s
    where ${isOverAt(sql`s.confirmed_at`, "room", today)} and ${isFree(sql`s.organisation_id`)}
      and exists (select 1 from capacity_statements n where n.organisation_id = s.organisation_id and n.seq > s.seq)`,
  end: async (tx, _, ids) => {
    await tx.execute(sql`
      insert into capacity_months (organisation_id, month, accepting, statements)
      select organisation_id, to_char(confirmed_at at time zone 'Europe/London', 'YYYY-MM'), accepting, count(*) from capacity_statements where id = any(${among(ids)}) group by 1, 2, 3
      on conflict (organisation_id, month, accepting) do update set statements = capacity_months.statements + excluded.statements`);
    await endRows(tx, "capacity_statements", "id", ids);
  },
  ofGroup: "capacity_statements",
};
