import { eq } from "drizzle-orm";
import { cases } from "#db/schema/review";
import type { Db } from "~/platform/database.server";
import { type Awaited, awaitedIn } from "./awaited";
import { runningCases } from "./running.server";

/** What is awaited in each case of an organisation, the earliest day first. For its own people. One read. */
export async function awaitedFrom(db: Db, organisationId: string, now: Date): Promise<(Awaited & { assessmentId: string; versionId: string })[]> {
  const found = await runningCases(db, now, { where: eq(cases.organisationId, organisationId), talks: false });
  const awaited = found.flatMap(({ assessmentId, standardVersionId: versionId, clocks }) => {
    const one = awaitedIn(clocks);
    return one ? [{ ...one, assessmentId, versionId }] : [];
  });
  return awaited.sort((one, other) => one.due.localeCompare(other.due));
}
