import { asc, eq } from "drizzle-orm";
import { z } from "zod";
import { people } from "#db/schema/accounts";
import { calibrationRatings, calibrationReaders, calibrations } from "#db/schema/calibration";
import { Level } from "#standards/format";
import { type Actor, hasRole } from "~/accounts/actor";
import type { Db } from "~/platform/database.server";
import { Ticks } from "../tests-and-level";
import type { CalibrationWho } from "./calibration-moves";
import { Invented } from "./invented";

export type CalibrationRating = { criterion: string; level: Level; ticks: Ticks; reason: string; ratedBy: string; ratedAt: Date };
export type CalibrationReader = { personId: string; name: string; email: string };
/** Everything there is about one calibration. Stays on the server: pages get what their reader may see of it. */
export type CalibrationFile = Omit<typeof calibrations.$inferSelect, "content"> & {
  invented: Invented;
  readers: CalibrationReader[];
  /** Each person's newest of each criterion. */
  ratings: CalibrationRating[];
};

/** One calibration with all that was rated in it, held until the end of the transaction. For commands. */
export async function holdCalibration(tx: Db, id: string): Promise<CalibrationFile | undefined> {
  const known = z.uuid().safeParse(id);
  const [row] = known.success ? await tx.select().from(calibrations).where(eq(calibrations.id, known.data)).for("update") : [];
  return row && fileOf(tx, row);
}

/** The same, not held. Three reads. */
export async function readCalibration(db: Db, id: string): Promise<CalibrationFile | undefined> {
  const known = z.uuid().safeParse(id);
  const [row] = known.success ? await db.select().from(calibrations).where(eq(calibrations.id, known.data)) : [];
  return row && fileOf(db, row);
}

async function fileOf(db: Db, { content, ...row }: typeof calibrations.$inferSelect): Promise<CalibrationFile> {
  const readers = await db
    .select({ personId: people.id, name: people.name, email: people.email })
    .from(calibrationReaders)
    .innerJoin(people, eq(people.id, calibrationReaders.personId))
    .where(eq(calibrationReaders.calibrationId, row.id))
    .orderBy(asc(people.name), asc(people.id));
  const { criterion, level, ticks, reason, ratedBy, ratedAt, seq } = calibrationRatings;
  const rated = await db
    .select({ criterion, level, ticks, reason, ratedBy, ratedAt })
    .from(calibrationRatings)
    .where(eq(calibrationRatings.calibrationId, row.id))
    .orderBy(asc(seq));
  const newest = new Map(rated.map((each) => [`${each.criterion} ${each.ratedBy}`, { ...each, level: Level.parse(each.level), ticks: Ticks.parse(each.ticks) }]));
  return { ...row, invented: Invented.parse(JSON.parse(content)), readers, ratings: [...newest.values()] };
}

/** Where somebody stands towards a calibration. None: they do not know that there is one. */
export const calibrationStandings = (actor: Actor, { readers }: Pick<CalibrationFile, "readers">): CalibrationWho[] => [
  ...(hasRole(actor, "assessor") && readers.some(({ personId }) => personId === actor.personId) ? (["reader"] as const) : []),
  ...(hasRole(actor, "moderator") ? (["moderator"] as const) : []),
];
