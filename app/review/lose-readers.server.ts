import { inArray } from "drizzle-orm";
import { assignments } from "#db/schema/review";
import { record } from "~/audit/record.server";
import { type Day, londonDay } from "~/platform/calendar";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { paths } from "~/platform/paths";
import { type CaseFile, currentReaders } from "./case-file";
import { barOf } from "./interests/kinds";
import { noLongerYours, readerJoined } from "./letters";
import { byOf, makeMove } from "./move.server";
import { tell, tellRole } from "./tell.server";

/** Those who read the case now and have come to belong to its provider, or have told since of a tie that bars them. */
export const readersOfProvider = (file: CaseFile, today: Day) => currentReaders(file).filter(({ ofProvider, interests }) => ofProvider || barOf(interests, today));

/** Ends the part of whoever reads the case and belongs to its provider or is barred by a tie they have told us of, and tells the moderators and them. What they rated stays on record and no longer counts. Answers the case as it is then. */
export async function loseReaders(tx: Db, clock: Clock, file: CaseFile): Promise<CaseFile> {
  const now = clock.now();
  const lost = readersOfProvider(file, londonDay(now));
  const ids = lost.map(({ id }) => id);
  const ended = { endedAt: now, endedReason: "belongs to the provider, or has a tie to it" };
  await tx.update(assignments).set(ended).where(inArray(assignments.id, ids));
  for (const reader of lost) {
    await tellRole(tx, clock, file, "moderator", readerJoined(reader.part), paths.assign(file.id));
    await tell(tx, clock, file, [reader], noLongerYours, paths.cases);
  }
  const state = await makeMove(tx, file, "lose_reader", "system", now);
  for (const { part } of lost) await record(tx, byOf("system"), now, { type: "case.reader_lost", subject: file.id, data: { part } });
  return { ...file, state, assignments: file.assignments.map((each) => (ids.includes(each.id) ? { ...each, ...ended } : each)) };
}
