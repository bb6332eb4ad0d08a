import { sql } from "drizzle-orm";
import { among, dayOf, type Ending, isOverAt } from "../ending.server";

/** That a mail was sent for one cause stays, so that it is not sent again; to whom and with which words goes. */
export const mailsEnd: Ending = {
  due: (today) => sql`select o.id, ${dayOf(sql`o.at`)} as since from outbox o where o."to" <> '' and ${isOverAt(sql`o.at`, "mails", today)}`,
  end: async (tx, _, ids) => {
    await tx.execute(sql`update outbox set "to" = '', subject = '', text = '', html = '' where id = any(${among(ids)})`);
  },
  holds: "outbox",
};
