import { and, eq, lt } from "drizzle-orm";
import { people } from "#db/schema/accounts";
import { calibrations } from "#db/schema/calibration";
import { type Actor, hasRole } from "~/accounts/actor";
import { record } from "~/audit/record.server";
import { londonDay } from "~/platform/calendar";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { settings } from "~/platform/env.server";
import { post } from "~/platform/mail.server";
import { paths } from "~/platform/paths";
import type { ReasonFault } from "../rating";
import { isComplete } from "./calibration";
import { type CalibrationMove, type CalibrationRefusal, permitCalibration } from "./calibration-moves";
import { type CalibrationFile, holdCalibration } from "./find-calibration.server";
import { revealed } from "./letters";

const atOnce = 50;

/** Shows every calibration whose last day is over. Answers how many. Each in a transaction of its own, asked again once it is held. */
export async function revealDue(db: Db, clock: Clock): Promise<number> {
  const due = await db
    .select({ id: calibrations.id })
    .from(calibrations)
    .where(and(eq(calibrations.state, "open"), lt(calibrations.closesOn, londonDay(clock.now()))))
    .limit(atOnce);
  let shown = 0;
  for (const { id } of due)
    shown += await db.transaction(async (tx) => {
      const file = await holdCalibration(tx, id);
      return file && (await revealIfDue(tx, clock, file)) ? 1 : 0;
    });
  return shown;
}

/** Shows everything to everybody, if all have rated or the last day is over; they and whoever made it are told. The calibration is held by the caller. */
export async function revealIfDue(tx: Db, clock: Clock, file: CalibrationFile): Promise<boolean> {
  const now = clock.now();
  const all = isComplete(
    file.readers.map(({ personId }) => personId),
    file.criteria,
    file.ratings,
  );
  const met = [...(all ? (["all_rated"] as const) : []), ...(londonDay(now) > file.closesOn ? (["time_over"] as const) : [])];
  const move = (["complete", "lapse"] as const satisfies readonly CalibrationMove[]).find((name) => permitCalibration(name, { state: file.state, standings: ["system"], met }).ok);
  if (!move) return false;
  await tx.update(calibrations).set({ state: "revealed", revealedAt: now }).where(eq(calibrations.id, file.id));
  const [maker] = await tx.select({ personId: people.id, name: people.name, email: people.email }).from(people).where(eq(people.id, file.madeBy));
  const told = [...file.readers, ...(maker && !file.readers.some(({ personId }) => personId === maker.personId) ? [maker] : [])];
  for (const { personId, name, email } of told) {
    const about = { name, group: file.invented.group.name, url: settings().baseUrl + paths.calibration(file.id) };
    await post(tx, clock, `calibration:${file.id}:revealed:${personId}`, { to: email, ...revealed(about) });
  }
  await record(tx, { system: "review" }, now, { type: "calibration.revealed", subject: file.id, data: { why: move } });
  return true;
}

/** A moderator says, once, what came of talking the ratings over. Undefined for anybody else, and where there is none. */
export function noteDiscussion(
  db: Db,
  clock: Clock,
  actor: Actor,
  { id, words }: { id: string; words: string },
): Promise<{ ok: true } | { ok: false; why: CalibrationRefusal | ReasonFault } | undefined> {
  return db.transaction(async (tx) => {
    const file = hasRole(actor, "moderator") ? await holdCalibration(tx, id) : undefined;
    if (!file) return undefined;
    const permission = permitCalibration("discuss", { state: file.state, standings: ["moderator"], reason: words });
    if (!permission.ok) return permission;
    const now = clock.now();
    await tx.update(calibrations).set({ state: "discussed", note: words.trim(), notedBy: actor.personId, notedAt: now }).where(eq(calibrations.id, id));
    await record(tx, { personId: actor.personId }, now, { type: "calibration.discussed", subject: id, data: {} });
    return { ok: true };
  });
}
