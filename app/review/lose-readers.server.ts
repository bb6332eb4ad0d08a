import { eq } from "drizzle-orm";
import { assignments } from "#db/schema/review";
import { record } from "~/audit/record.server";
import { type Day, londonDay } from "~/platform/calendar";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { paths } from "~/platform/paths";
import { type CaseFile, currentReaders } from "./case-file";
import { barOf } from "./interests/kinds";
import { byOf, makeMove } from "./move.server";
import { noLongerAssessor, noLongerYours, readerJoined, readerNoAssessor } from "./reader-letters";
import { tell, tellRole } from "./tell.server";

/** Those who read the case now and may not any more: they have come to belong to its provider, have told since of a tie that bars them, or their role was taken away. */
export const readersToLeave = (file: CaseFile, today: Day) =>
  currentReaders(file)
    .map((reader) => ({ ...reader, tied: reader.ofProvider || barOf(reader.interests, today) !== undefined }))
    .filter(({ tied, isAssessor }) => tied || !isAssessor);

/** Ends the part of whoever reads the case and may not any more, and tells the moderators and them. What they rated stays on record and no longer counts. Answers the case as it is then. */
export async function loseReaders(tx: Db, clock: Clock, file: CaseFile): Promise<CaseFile> {
  const now = clock.now();
  const lost = readersToLeave(file, londonDay(now));
  const endOf = ({ tied }: { tied: boolean }) => ({ endedAt: now, endedReason: tied ? "belongs to the provider, or has a tie to it" : "is no assessor any more" });
  const ends = new Map(lost.map((reader) => [reader.id, endOf(reader)]));
  for (const reader of lost) {
    await tx.update(assignments).set(ends.get(reader.id)!).where(eq(assignments.id, reader.id));
    await tellRole(tx, clock, file, "moderator", reader.tied ? readerJoined(reader.part) : readerNoAssessor(reader.part), paths.assign(file.id));
    await tell(tx, clock, file, [reader], ...(reader.tied ? ([noLongerYours, paths.cases] as const) : ([noLongerAssessor, paths.start] as const)));
  }
  const state = await makeMove(tx, file, "lose_reader", "system", now);
  for (const { part } of lost) await record(tx, byOf("system"), now, { type: "case.reader_lost", subject: file.id, data: { part } });
  return { ...file, state, assignments: file.assignments.map((each) => ({ ...each, ...ends.get(each.id) })) };
}
