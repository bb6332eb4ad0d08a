import { and, asc, desc, eq, exists, sql } from "drizzle-orm";
import { people, schemeRoles } from "#db/schema/accounts";
import { calibrationReaders, calibrations } from "#db/schema/calibration";
import { type Actor, hasRole } from "~/accounts/actor";
import { londonDay } from "~/platform/calendar";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { latestVersions, type StandardVersion, versionById } from "~/standards/versions.server";
import { agreementAmong, type Calibration, type CalibrationCriterion, type GivenLevel, spreadOf } from "./calibration";
import { type CalibrationState, calibrationMovesOpen } from "./calibration-moves";
import { type CalibrationFile, calibrationStandings, readCalibration } from "./find-calibration.server";
import { Invented, inventedSubmissions } from "./invented";
import { nextToRate } from "./place";

export type CalibrationLine = { id: string; group: string; criteria: number; asked: number; state: CalibrationState; closesOn: string };
const mostListed = 100;

/** The calibrations somebody was asked to rate in, and for a moderator all; those that are open first, then the newest. One read. */
export async function calibrationsFor(db: Db, actor: Actor): Promise<CalibrationLine[]> {
  const mine = db
    .select({ one: sql`1` })
    .from(calibrationReaders)
    .where(and(eq(calibrationReaders.calibrationId, calibrations.id), eq(calibrationReaders.personId, actor.personId)));
  const rows = await db
    .select({
      id: calibrations.id,
      content: calibrations.content,
      criteria: sql<number>`cardinality(${calibrations.criteria})`,
      asked: sql<number>`(select count(*)::int from ${calibrationReaders} r where r.calibration_id = ${calibrations.id})`,
      state: calibrations.state,
      closesOn: calibrations.closesOn,
    })
    .from(calibrations)
    .where(hasRole(actor, "moderator") ? undefined : hasRole(actor, "assessor") ? exists(mine) : sql`false`)
    .orderBy(sql`${calibrations.state} <> 'open'`, desc(calibrations.madeAt))
    .limit(mostListed);
  return rows.map(({ content, ...row }) => ({ ...row, group: Invented.parse(JSON.parse(content)).group.name }));
}

/** What a moderator may make a round of: the invented submissions with the criteria of theirs that the newest version in force has, and who can be asked to rate. Three reads at most. */
export async function roundChoices(db: Db, clock: Clock) {
  const versions = await latestVersions(db, londonDay(clock.now()));
  const assessors = await db
    .select({ personId: people.id, name: people.name })
    .from(people)
    .innerJoin(schemeRoles, and(eq(schemeRoles.personId, people.id), eq(schemeRoles.role, "assessor")))
    .orderBy(asc(people.name), asc(people.id));
  const invented = inventedSubmissions.flatMap(({ key, standard: of, group, answers }) => {
    const found = versions.find(({ standard }) => standard.key === of);
    return found ? [{ key, name: group.name, about: group.about, criteria: found.standard.criteria.filter(({ id }) => answers[id]).map(({ id, title }) => ({ id, title })) }] : [];
  });
  return { invented, people: assessors };
}

/** One calibration as this person may see it: while it is open, of the ratings only their own. Undefined when they have no part in it. */
export async function calibrationFor(db: Db, actor: Actor, id: string): Promise<Calibration | undefined> {
  const found = await reachable(db, actor, id);
  if (!found) return undefined;
  const { file, version } = found;
  const standings = calibrationStandings(actor, file);
  const reads = standings.includes("reader");
  const names = await namesOf(db, file);
  const levels = (criterion: string) => file.ratings.filter((each) => each.criterion === criterion).map(({ level }) => level);
  const open = file.state === "open";
  return {
    ...aboutOf(file, version),
    madeBy: names.maker,
    reads,
    moderates: standings.includes("moderator"),
    asked: file.readers.length,
    done: file.readers.filter(({ personId }) => nextToRate(file, personId) === null).length,
    criteria: criteriaOf(file, version).map(({ id, title, must_have }) => ({
      id,
      title,
      mustHave: must_have,
      mine: file.ratings.find((each) => each.criterion === id && each.ratedBy === actor.personId)?.level ?? null,
      spread: open ? null : spreadOf(levels(id)),
    })),
    agreement: open ? null : agreementAmong(file.criteria.map(levels)),
    next: reads && open ? nextToRate(file, actor.personId) : null,
    note: file.note !== null && file.notedAt ? { words: file.note, by: names.noter, at: file.notedAt.toISOString() } : null,
  };
}

/** One criterion of it, to rate or to read: everybody's ratings once all is shown, before that one's own alone. Undefined when they have no part in it, or it has no such criterion. */
export async function calibrationCriterionFor(db: Db, clock: Clock, actor: Actor, id: string, criterionId: string): Promise<CalibrationCriterion | undefined> {
  const found = await reachable(db, actor, id);
  const criterion = found && criteriaOf(found.file, found.version).find((each) => each.id === criterionId);
  const answer = found?.file.invented.answers[criterionId];
  if (!found || !criterion || !answer) return undefined;
  const { file, version } = found;
  const at = file.criteria.indexOf(criterionId);
  const given = file.ratings.filter((each) => each.criterion === criterionId).map((each) => givenLevel(file, each, actor));
  const mine = given.find((each) => each.mine) ?? null;
  const { title, statement, good, levels, must_have: mustHave } = criterion;
  return {
    calibration: aboutOf(file, version),
    criterion: { id: criterionId, title, statement, good, levels, mustHave },
    answer,
    place: { at: at + 1, of: file.criteria.length },
    previous: file.criteria[at - 1] ?? null,
    next: file.criteria[at + 1] ?? null,
    mine,
    ratings: file.state === "open" ? [] : given,
    mayRate: calibrationMovesOpen({ state: file.state, standings: calibrationStandings(actor, file) }).includes("rate") && londonDay(clock.now()) <= file.closesOn,
    last: mine === null && nextToRate({ ...file, ratings: [...file.ratings, { criterion: criterionId, ratedBy: actor.personId }] }, actor.personId) === null,
  };
}

async function reachable(db: Db, actor: Actor, id: string): Promise<{ file: CalibrationFile; version: StandardVersion } | undefined> {
  const file = await readCalibration(db, id);
  if (!file || calibrationStandings(actor, file).length === 0) return undefined;
  return { file, version: (await versionById(db, file.standardVersionId))! };
}

const criteriaOf = ({ criteria }: CalibrationFile, { standard }: StandardVersion) => standard.criteria.filter(({ id }) => criteria.includes(id));

const aboutOf = ({ id, invented, state, closesOn }: CalibrationFile, { standard }: StandardVersion) => ({
  id,
  group: invented.group,
  standard: `${standard.title} ${standard.version}`,
  state,
  closesOn,
});

const givenLevel = ({ readers }: CalibrationFile, { level, ticks, reason, ratedBy, ratedAt }: CalibrationFile["ratings"][number], actor: Actor): GivenLevel => ({
  by: readers.find(({ personId }) => personId === ratedBy)?.name ?? "",
  mine: ratedBy === actor.personId,
  level,
  ticks,
  reason,
  at: ratedAt.toISOString(),
});

async function namesOf(db: Db, { madeBy, notedBy }: CalibrationFile) {
  const found = await db
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(sql`${people.id} in (${madeBy}, ${notedBy ?? madeBy})`);
  const nameOf = (id: string | null) => found.find((each) => each.id === id)?.name ?? "";
  return { maker: nameOf(madeBy), noter: nameOf(notedBy) };
}
