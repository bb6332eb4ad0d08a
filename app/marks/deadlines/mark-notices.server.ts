import { and, eq, inArray, sql } from "drizzle-orm";
import { memberships, people, schemeRoles } from "#db/schema/accounts";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { settings } from "~/platform/env.server";
import { postUntold } from "~/platform/mail.server";
import { type NoticeKind, noticeOf } from "~/review/notices";
import type { FoundMark } from "../found-mark";
import { mailTo } from "../tell.server";
import { clocksOfMarks } from "./clocks-of-marks.server";
import { dueMail } from "./due-mail";
import type { MarkClock } from "./mark-clocks";

type Due = { mark: FoundMark; clock: MarkClock; kind: NoticeKind };

/**
 * Writes before the last day of what a mark asks of its group, of the mark itself, and of what a moderator is to look at; and once a condition or a mark is over (Scoring §C.1, Marks §C.2).
 * To the group's admins in their language, or to moderators. Each deadline is told of once for each of `NoticeKind`, to each person: the cause of a mail is kept. Three reads. Answers how many mails were written.
 */
export async function tellOfMarkDeadlines(db: Db, clock: Clock): Promise<number> {
  const due = (await clocksOfMarks(db, clock.now())).flatMap(({ mark, clocks }) =>
    clocks.flatMap((each): Due[] => {
      const kind = noticeOf(each);
      return kind ? [{ mark, clock: each, kind }] : [];
    }),
  );
  if (due.length === 0) return 0;
  const letters = (await addressed(db, due)).map(({ cause, to, due: one }) => {
    const language = one.clock.whose === "theirs" ? (to.language ?? "en") : "en";
    return { cause, mail: () => mailTo(to, dueMail({ ...one, baseUrl: settings().baseUrl }, language), language) };
  });
  return postUntold(db, clock, letters);
}

const person = { personId: people.id, name: people.name, email: people.email, language: people.language };

/** Who is told what. `cause` holds the day: one that is put off is told of anew. */
async function addressed(db: Db, due: readonly Due[]) {
  const organisations = [...new Set(due.map(({ mark }) => mark.organisationId))];
  const [admins, moderators] = await Promise.all([
    db
      .select({ ...person, organisationId: memberships.organisationId })
      .from(memberships)
      .innerJoin(people, eq(people.id, memberships.personId))
      .where(and(eq(memberships.role, "admin"), inArray(memberships.organisationId, organisations))),
    db
      .select({ ...person, organisations: sql<string[]>`array(select m.organisation_id::text from ${memberships} m where m.person_id = ${people.id})` })
      .from(schemeRoles)
      .innerJoin(people, eq(people.id, schemeRoles.personId))
      .where(eq(schemeRoles.role, "moderator")),
  ]);
  return due.flatMap(({ mark, clock, kind }) => {
    const { id, organisationId } = mark;
    const to =
      clock.whose === "theirs" ? admins.filter((each) => each.organisationId === organisationId) : moderators.filter((each) => !each.organisations.includes(organisationId));
    const cause = `mark-due:${id}:${clock.of}:${clock.due}:${clock.whose === "ours" ? `${clock.criteria.join("+")}:` : ""}${kind}`;
    return to.map((each) => ({ cause: `${cause}:${each.personId}`, to: each, due: { mark, clock, kind } }));
  });
}
