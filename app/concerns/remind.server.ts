import { asc, eq, isNull } from "drizzle-orm";
import { organisations } from "#db/schema/accounts";
import { concerns } from "#db/schema/concerns";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { settings } from "~/platform/env.server";
import { paths } from "~/platform/paths";
import { noticeOf } from "~/review/notices";
import { concernClocks } from "./concern";
import { dueMail, nobodyMail } from "./concern-mails";
import { tellModerators } from "./tell-moderators.server";

/** Reminds moderators of what was promised of a concern: on its last day, and once it is over. Each person once of each, for the cause of a mail is kept. Answers how many were asked to be told. */
export async function remindOfConcerns(db: Db, clock: Clock): Promise<number> {
  const now = clock.now();
  const open = await db
    .select({ concern: concerns, nation: organisations.nation })
    .from(concerns)
    .leftJoin(organisations, eq(organisations.id, concerns.organisationId))
    .where(isNull(concerns.closedAt))
    .orderBy(asc(concerns.sentAt));
  let told = 0;
  for (const { concern, nation } of open) {
    const { id, reference, contact } = concern;
    for (const running of concernClocks({ ...concern, reachable: contact !== "", nation: nation ?? "england" }, now)) {
      const kind = noticeOf(running);
      const of = running.of === "concern_read" ? "concern_read" : "concern_heard";
      if (!kind) continue;
      const mail = dueMail({ reference, of, kind, due: running.due, page: settings().baseUrl + paths.concern(id) });
      told += await db.transaction((tx) => tellModerators(tx, clock, id, `concern-due:${id}:${of}:${kind}`, { mail, nobody: nobodyMail(reference) }));
    }
  }
  return told;
}
