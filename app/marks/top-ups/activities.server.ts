import { and, eq, inArray } from "drizzle-orm";
import { newActivities, topUps } from "#db/schema/marks";
import type { Actor } from "~/accounts/actor";
import { record } from "~/audit/record.server";
import { addDays, londonDay } from "~/platform/calendar";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { settings } from "~/platform/env.server";
import { paths } from "~/platform/paths";
import { factsOf } from "~/providers/facts.server";
import { clockRules } from "~/review/clocks";
import { type ReasonFault, reasonFault } from "~/review/rating";
import { versionOf } from "~/standards/versions.server";
import type { FoundMark } from "../found-mark";
import { holdMark } from "../hold-mark.server";
import type { MoveRefusal } from "../mark-moves";
import { tellAdmins } from "../tell.server";
import { activityCoveredMail, activityMail } from "./activity-words";
import { askedOfActivity, permitActivity } from "./new-activity";
import { permitTopUp } from "./top-up-moves";

/** A new activity is not covered from now on, and what is asked of it is asked: in the caller's transaction, which holds the marks. One mail, whatever is asked. */
export async function beginActivity(tx: Db, clock: Clock, actor: Actor, mark: FoundMark, name: string): Promise<void> {
  const now = clock.now();
  const [version, facts] = await Promise.all([versionOf(tx, mark.standardKey, mark.holder.standard.version), factsOf(tx, mark.organisationId)]);
  if (!version) throw new Error(`a mark was given under ${mark.standardKey}@${mark.holder.standard.version}, which is not there`);
  const criteria = askedOfActivity(version.standard, facts);
  const lastDay = addDays(londonDay(now), clockRules.top_up.days);
  const [activity] = await tx.insert(newActivities).values({ markId: mark.id, name, toldAt: now }).returning({ id: newActivities.id });
  const activityId = activity!.id;
  const rows = criteria.map((criterion) => ({
    markId: mark.id,
    criterion,
    why: "new_activity" as const,
    facts: [],
    version: null,
    activityId,
    openedAt: now,
    lastDay,
    state: "due" as const,
  }));
  await tx.insert(topUps).values(rows);
  const about = { activity: name, criteria, lastDay, standard: mark.holder.standard.title, page: settings().baseUrl + paths.organisation(mark.slug) };
  await tellAdmins(tx, clock, mark.organisationId, `activity:${activityId}`, (language) => activityMail(about, language));
  await record(tx, { personId: actor.personId }, now, { type: "mark.activity_told", subject: mark.id, data: { name, criteria } });
}

/** Once everything that was asked of a new activity was shown, the mark covers it from this moment. In the caller's transaction, after one thing was shown. */
export async function coverActivity(tx: Db, clock: Clock, mark: FoundMark, { id, name }: { id: string; name: string }): Promise<void> {
  const left = await tx.$count(topUps, and(eq(topUps.activityId, id), inArray(topUps.state, ["due", "overdue"])));
  if (!permitActivity("cover", { state: "not_covered", standings: ["system"], met: left === 0 ? ["everything_shown"] : [] }).ok) return;
  const now = clock.now();
  await tx.update(newActivities).set({ coveredAt: now }).where(eq(newActivities.id, id));
  const about = { activity: name, standard: mark.holder.standard.title, page: settings().baseUrl + paths.mark(mark.code) };
  await tellAdmins(tx, clock, mark.organisationId, `activity-covered:${id}`, (language) => activityCoveredMail(about, language));
  await record(tx, { system: "top-up" }, now, { type: "mark.activity_ended", subject: mark.id, data: { how: "covered" } });
}

export type ActivityLeft = { ok: true } | { ok: false; why: Extract<MoveRefusal, "wrong_role"> | ReasonFault };

/** A moderator records that a group does a new activity no longer: nothing more is asked of it. `note` is private. Undefined when the mark is out of reach, or nothing of this activity is to be shown. */
export function leaveActivity(
  db: Db,
  clock: Clock,
  actor: Actor,
  { code, activityId, note }: { code: string; activityId: string; note: string },
): Promise<ActivityLeft | undefined> {
  return db.transaction(async (tx): Promise<ActivityLeft | undefined> => {
    const held = await holdMark(tx, actor, code);
    const open = held?.mark.topUps.filter(({ activity }) => activity?.id === activityId) ?? [];
    if (!held || open.length === 0) return undefined;
    const permission = permitActivity("leave", { state: "not_covered", standings: held.standings, reason: note });
    if (!permission.ok && permission.why !== "reason_missing") return { ok: false, why: "wrong_role" };
    const fault = reasonFault(note);
    if (fault) return { ok: false, why: fault };
    const endedAt = clock.now();
    for (const { id, state, criterion } of open) {
      const dropped = permitTopUp("drop", { state, standings: ["system"], met: ["not_asked"] });
      if (!dropped.ok) continue;
      await tx.update(topUps).set({ state: dropped.to, endedAt, note: note.trim() }).where(eq(topUps.id, id));
      await record(tx, { personId: actor.personId }, endedAt, { type: "mark.top_up_moved", subject: held.mark.id, data: { criterion, to: dropped.to } });
    }
    await tx.update(newActivities).set({ leftAt: endedAt }).where(eq(newActivities.id, activityId));
    await record(tx, { personId: actor.personId }, endedAt, { type: "mark.activity_ended", subject: held.mark.id, data: { how: "left" } });
    return { ok: true };
  });
}
