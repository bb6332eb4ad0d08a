import { eq, inArray, or, sql } from "drizzle-orm";
import { marks, topUps } from "#db/schema/marks";
import { record } from "~/audit/record.server";
import { londonDay } from "~/platform/calendar";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { settings } from "~/platform/env.server";
import { paths } from "~/platform/paths";
import { formatDay } from "~/ui/dates";
import { changeByRule } from "../change-by-rule.server";
import { findMarks } from "../find-marks.server";
import type { FoundMark } from "../found-mark";
import { holdMarksOf } from "../hold-mark.server";
import { hasEnded, statusOf } from "../status";
import { tellModerators } from "../tell.server";
import { markWords } from "../words/mark-words";
import type { OpenTopUp } from "./top-up";
import { permitTopUp } from "./top-up-moves";
import { overdueMail } from "./top-up-words";
import { overdueStep } from "./wanted";

const rule = "top-up";

/**
 * What was not shown by its last day is overdue from the next: the mark is reviewed and moderators are told; where a newer version asked for it, 28 days of review later the mark is suspended (P08, P14).
 * Answers how many marks had something done to them. One read, and one transaction for each of those; asked again once it is held.
 */
export async function followTopUps(db: Db, clock: Clock): Promise<number> {
  const today = londonDay(clock.now());
  const open = sql`select 1 from ${topUps} where ${topUps.markId} = ${marks.id}`;
  const found = await findMarks(
    db,
    or(sql`exists (${open} and ${inArray(topUps.state, ["overdue"])})`, sql`exists (${open} and ${topUps.state} = 'due' and ${topUps.lastDay} < ${today})`),
    { limit: 100_000 },
  );
  let moved = 0;
  for (const mark of found.filter((each) => workOn(each, clock.now()).length > 0)) moved += (await db.transaction((tx) => follow(tx, clock, mark))) ? 1 : 0;
  return moved;
}

type Work = { topUp: OpenTopUp; do: "drop" | "lapse" | "review" | "suspend" };

/** What is to be done for a mark now: one thing for each criterion that is still to be shown. */
function workOn({ facts, topUps: open }: FoundMark, now: Date): Work[] {
  const ended = hasEnded(statusOf(facts, now).status);
  return open.flatMap((topUp): Work[] => {
    if (ended) return [{ topUp, do: "drop" }];
    if (topUp.state === "due") return londonDay(now) > topUp.lastDay ? [{ topUp, do: "lapse" }] : [];
    const step = overdueStep(topUp, facts, now);
    return step ? [{ topUp, do: step }] : [];
  });
}

async function follow(tx: Db, clock: Clock, { id, organisationId }: FoundMark): Promise<boolean> {
  const now = clock.now();
  const work = workOn((await holdMarksOf(tx, organisationId)).find((each) => each.id === id)!, now);
  for (const { topUp, do: what } of work) {
    if (what === "drop" || what === "lapse") await move(tx, clock, id, topUp, what);
    if (what === "drop") continue;
    // Read anew: what was done for the criterion before this one counts.
    const [mark] = await findMarks(tx, eq(marks.id, id));
    const step = overdueStep({ ...topUp, overdueAt: topUp.overdueAt ?? now }, mark!.facts, now);
    if (what === "lapse") await tellOfOverdue(tx, clock, mark!, topUp);
    if (step) await changeByRule(tx, clock, mark!, stepWords(step, topUp));
  }
  return work.length > 0;
}

async function move(tx: Db, clock: Clock, markId: string, { id, criterion, state }: OpenTopUp, name: "drop" | "lapse") {
  const at = clock.now();
  const permission = permitTopUp(name, { state, standings: ["system"], met: [name === "drop" ? "not_asked" : "time_over"] });
  if (!permission.ok) return;
  await tx
    .update(topUps)
    .set(name === "drop" ? { state: permission.to, endedAt: at } : { state: permission.to, overdueAt: at })
    .where(eq(topUps.id, id));
  await record(tx, { system: rule }, at, { type: "mark.top_up_moved", subject: markId, data: { criterion, to: permission.to } });
}

/** Of a new activity once, however much is asked of it. */
function tellOfOverdue(tx: Db, clock: Clock, { code, holder, organisationId }: FoundMark, { id, criterion, activity }: OpenTopUp) {
  const asked = activity ? `what is asked of its new activity “${activity.name}”` : criterion;
  const about = { provider: holder.name, standard: holder.standard.title, criterion: asked, page: settings().baseUrl + paths.heldMark(code) };
  return tellModerators(tx, clock, organisationId, `top-up-overdue:${activity?.id ?? id}`, overdueMail(about));
}

function stepWords(step: "review" | "suspend", { criterion, lastDay }: OpenTopUp): Parameters<typeof changeByRule>[3] {
  const note = `${criterion} was to be shown by ${formatDay(lastDay)}.`;
  const because = (language: Parameters<typeof markWords>[0]) => markWords(language)(`mail.because.not_shown.${step}`, { criterion, day: formatDay(lastDay, language) });
  return step === "suspend" ? { rule, kind: step, reasonClass: "paperwork_overdue", note, because } : { rule, kind: step, note, because };
}
