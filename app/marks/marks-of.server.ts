import { eq } from "drizzle-orm";
import { marks } from "#db/schema/marks";
import type { Db } from "~/platform/database.server";
import { findMarks } from "./find-marks.server";
import type { ClockedMark, FoundMark } from "./found-mark";
import { type MarkStanding, statusOf } from "./status";

/** A mark as it stands at this moment. */
export type StandingMark = FoundMark & { standing: MarkStanding };

/** Every mark a provider has ever been given, the newest first, each as it stands now. One query. */
export async function marksOf(db: Db, organisationId: string, now: Date): Promise<(StandingMark & ClockedMark)[]> {
  const found = await findMarks(db, eq(marks.organisationId, organisationId));
  return found.map((mark) => ({ ...mark, standing: statusOf(mark.facts, now) }));
}
