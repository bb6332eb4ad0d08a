import { inArray } from "drizzle-orm";
import { assignments } from "#db/schema/review";
import { record } from "~/audit/record.server";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { paths } from "~/platform/paths";
import { type CaseFile, currentReaders } from "./case-file";
import { noLongerYours, readerJoined } from "./letters";
import { byOf, makeMove } from "./move.server";
import { tell, tellRole } from "./tell.server";

/** Those who read the case now and have come to belong to its provider. */
export const readersOfProvider = (file: CaseFile) => currentReaders(file).filter(({ ofProvider }) => ofProvider);

/** Ends the part of whoever reads the case and belongs to its provider, and tells the moderators and them. What they rated stays on record and no longer counts. Answers the case as it is then. */
export async function loseReaders(tx: Db, clock: Clock, file: CaseFile): Promise<CaseFile> {
  const now = clock.now();
  const lost = readersOfProvider(file);
  const ids = lost.map(({ id }) => id);
  const ended = { endedAt: now, endedReason: "belongs to the provider" };
  await tx.update(assignments).set(ended).where(inArray(assignments.id, ids));
  for (const reader of lost) {
    await tellRole(tx, clock, file, "moderator", readerJoined(reader.part), paths.assign(file.id));
    await tell(tx, clock, file, [reader], noLongerYours, paths.cases);
  }
  const state = await makeMove(tx, file, "lose_reader", "system", now);
  for (const { part } of lost) await record(tx, byOf("system"), now, { type: "case.reader_lost", subject: file.id, data: { part } });
  return { ...file, state, assignments: file.assignments.map((each) => (ids.includes(each.id) ? { ...each, ...ended } : each)) };
}
