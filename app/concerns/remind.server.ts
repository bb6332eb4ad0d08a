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
import { type Telling, tellModerators } from "./tell-moderators.server";

/** Reminds moderators of what was promised of a concern: on its last days, and once it is over. Each person once of each, for the cause of a mail is kept. Answers how many mails were written. */
export async function remindOfConcerns(db: Db, clock: Clock): Promise<number> {
  const now = clock.now();
  const open = await db
    .select({ concern: concerns, nation: organisations.nation })
    .from(concerns)
    .leftJoin(organisations, eq(organisations.id, concerns.organisationId))
    .where(isNull(concerns.closedAt))
    .orderBy(asc(concerns.sentAt));
  const due = open.flatMap(({ concern, nation }) => {
    const { id, reference, contact } = concern;
    const page = settings().baseUrl + paths.concern(id);
    return concernClocks({ ...concern, reachable: contact !== "", nation: nation ?? "england" }, now).flatMap((running): Telling[] => {
      const kind = noticeOf(running);
      const mail = kind && dueMail({ reference, of: running.of, kind, due: running.due, page });
      return mail ? [{ concernId: id, cause: `concern-due:${id}:${running.of}:${kind}`, mail, nobody: nobodyMail(reference) }] : [];
    });
  });
  return tellModerators(db, clock, due);
}
