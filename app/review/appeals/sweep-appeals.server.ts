import { and, eq, lt, sql } from "drizzle-orm";
import { appealAnswers, appeals } from "#db/schema/appeals";
import { cases } from "#db/schema/review";
import { record } from "~/audit/record.server";
import { addDays, londonDay, startOfDay } from "~/platform/calendar";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { clockRules } from "../clocks";
import { byOf } from "../move.server";
import { permitAppealOn } from "./appeal-file";
import { heldAppeal } from "./find-appeal.server";
import { moveAppeal } from "./move-appeal.server";
import { concludeDue } from "./panel.server";

const atOnce = 200;

/** What is due in appeals that no command brings about: one that nobody took on to the panel in time is closed; what a panel confirmed while its case was being decided becomes final. Answers how many moved. */
export async function appealsDue(db: Db, clock: Clock): Promise<number> {
  const lapsed = await db
    .select({ id: appeals.id })
    .from(appeals)
    .innerJoin(appealAnswers, and(eq(appealAnswers.appealId, appeals.id), eq(appealAnswers.stage, 1)))
    .where(and(eq(appeals.state, "answered"), lt(appealAnswers.at, startOfDay(addDays(londonDay(clock.now()), -clockRules.appeal.days)))))
    .limit(atOnce);
  const confirmed = await db
    .select({ id: appeals.id })
    .from(appeals)
    .innerJoin(cases, eq(cases.id, appeals.caseId))
    .where(and(eq(appeals.state, "deliberating"), eq(cases.state, "decided"), sql`exists (select 1 from ${appealAnswers} a where a.appeal_id = ${appeals.id} and a.stage = 2)`))
    .limit(atOnce);
  let moved = 0;
  for (const { id } of lapsed) if (await lapse(db, clock, id)) moved += 1;
  for (const { id } of confirmed) if (await concludeDue(db, clock, id)) moved += 1;
  return moved;
}

const lapse = (db: Db, clock: Clock, id: string): Promise<boolean> =>
  db.transaction(async (tx) => {
    const file = await heldAppeal(tx, id);
    const now = clock.now();
    if (!file || !permitAppealOn("lapse", "system", file, now).ok) return false;
    await moveAppeal(tx, file.appeal, "lapse", { endedAt: now });
    await record(tx, byOf("system"), now, { type: "appeal.closed", subject: id, data: { why: "lapse" } });
    return true;
  });
