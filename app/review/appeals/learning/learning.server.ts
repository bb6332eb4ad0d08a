import { desc, sql } from "drizzle-orm";
import { appealAnswers, appeals, appealYears } from "#db/schema/appeals";
import { type Actor, hasRole } from "~/accounts/actor";
import { record } from "~/audit/record.server";
import { findInText, resultOf } from "~/evidence/personal-data";
import { londonDay } from "~/platform/calendar";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { type LearntFault, type LearntYear, learntFault, type YearOfAppeals } from "./learning";

const published = {
  year: appealYears.year,
  sent: appealYears.sent,
  upheld: appealYears.upheld,
  partly: appealYears.partly,
  notUpheld: appealYears.notUpheld,
  takenBack: appealYears.takenBack,
};

/** What was learnt, a year each, the newest first. Nothing of who appealed. One read. */
export async function learntYears(db: Db): Promise<LearntYear[]> {
  const rows = await db
    .selectDistinctOn([appealYears.year], { ...published, words: appealYears.words, at: appealYears.at })
    .from(appealYears)
    .orderBy(desc(appealYears.year), desc(appealYears.seq));
  return rows.map(({ at, ...row }) => ({ ...row, at: at.toISOString() }));
}

/** The appeals that were sent in this year, by what became of them as far as it is final: the last answer of what is closed. One read. */
export async function appealsOfYear(db: Db, year: number): Promise<YearOfAppeals> {
  const last = sql`(select a.outcome from ${appealAnswers} a where a.appeal_id = ${appeals.id} order by a.stage desc, a.seq desc limit 1)`;
  const closedAs = (outcome: string) => sql<number>`count(*) filter (where ${appeals.state} = 'closed' and ${last} = ${outcome})::int`;
  const [row] = await db
    .select({
      sent: sql<number>`count(*)::int`,
      upheld: closedAs("upheld"),
      partly: closedAs("partly"),
      notUpheld: closedAs("not_upheld"),
      takenBack: sql<number>`count(*) filter (where ${appeals.state} = 'withdrawn')::int`,
    })
    .from(appeals)
    .where(sql`extract(year from ${appeals.sentAt} at time zone 'Europe/London') = ${year}`);
  return { year, ...row! };
}

export type Learnt = { ok: true } | { ok: false; why: "wrong_role" | LearntFault | "personal" };

/**
 * A moderator publishes what was learnt from the appeals of a year that is over (Standard rules §C.5: yearly, without names), with the figures as they are now. Written anew, the newer stands.
 * Refuses words with personal details; that no group is named is theirs to see to.
 */
export function publishLearnt(db: Db, clock: Clock, actor: Actor, { year, words }: { year: number; words: string }): Promise<Learnt> {
  return db.transaction(async (tx): Promise<Learnt> => {
    if (!hasRole(actor, "moderator")) return { ok: false, why: "wrong_role" };
    const at = clock.now();
    const figures = await appealsOfYear(tx, year);
    const why = learntFault({ year, words, sent: figures.sent }, londonDay(at));
    if (why) return { ok: false, why };
    if (resultOf(findInText(words)) === "blocked") return { ok: false, why: "personal" };
    await tx.insert(appealYears).values({ ...figures, words: words.trim(), by: actor.personId, at });
    await record(tx, { personId: actor.personId }, at, { type: "appeals.learnt", subject: String(year), data: { sent: figures.sent } });
    return { ok: true };
  });
}
