import type { Standard } from "#standards/format";
import { type Day, londonDay } from "~/platform/calendar";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { changesBetween } from "~/standards/changes-between";
import { type StandardVersion, standingsOf, versionsOf } from "~/standards/versions.server";

/** `to` is the version to move to, `steps` lead there from the draft's own, `to` among them. `lastSubmitOn`: the last day on which the draft may be sent as it is. */
export type Newer = { to: StandardVersion; steps: Standard[]; lastSubmitOn: Day | undefined };

/** Whether the last day for sending a draft as it is has passed. */
export const isLate = (newer: Pick<Newer, "lastSubmitOn"> | undefined, today: Day) => newer?.lastSubmitOn !== undefined && today > newer.lastSubmitOn;

/** The newest version in force on this day, where it is newer than this one and says how it came from it. One read. */
export async function newerThan(db: Db, { standard }: StandardVersion, today: Day): Promise<Newer | undefined> {
  const all = await standingsOf(db, standard.key, today);
  const own = all.find((each) => each.standard.version === standard.version);
  const to = all.find(({ stands }) => stands.standing === "in_force");
  if (!own || !to || to.standard.version === standard.version) return undefined;
  const steps = stepsIn(
    all.map((each) => each.standard),
    standard.version,
    to.standard.version,
  );
  return steps && steps.length > 0 ? { to, steps, lastSubmitOn: own.stands.lastSubmitOn } : undefined;
}

/** The versions that lead from one of a standard to a newer one, this one among them: none when they are the same, undefined where nothing leads there. */
export async function stepsBetween(db: Db, from: Standard, to: Standard): Promise<Standard[] | undefined> {
  const versions = await versionsOf(db, from.key);
  return stepsIn(
    versions.map(({ standard }) => standard),
    from.version,
    to.version,
  );
}

/** As `stepsBetween`, among versions that have been read. */
export const stepsIn = (versions: readonly Standard[], from: string, to: string) =>
  changesBetween(versions, from, to)?.flatMap((step) => versions.find(({ version }) => version === step.to) ?? []);

/** `late`: the last day for the draft's own version has passed. */
export type NewerNotice = { from: string; to: string; lastSubmitOn: Day | undefined; late: boolean };

/** What a draft’s people are told of a newer version. */
export async function noticeOf(db: Db, clock: Clock, { version }: { version: StandardVersion }): Promise<NewerNotice | undefined> {
  const today = londonDay(clock.now());
  const newer = await newerThan(db, version, today);
  if (!newer) return undefined;
  const { lastSubmitOn, to } = newer;
  return { from: version.standard.version, to: to.standard.version, lastSubmitOn, late: isLate(newer, today) };
}
