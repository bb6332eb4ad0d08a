import { and, eq, inArray, isNull } from "drizzle-orm";
import { memberships } from "#db/schema/accounts";
import { assignments, cases } from "#db/schema/review";
import { moves } from "~/assessments/workflow";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { carryOn } from "./carry-on.server";
import { lockCase, readCase } from "./find-case.server";

const atOnce = 200;

/**
 * Carries on every case in which something is due that no command brings about: a reader who has come to belong to the provider leaves.
 * Answers how many cases moved. Each moves in a transaction of its own, asked again once it is held, so twice is as good as once.
 */
export async function carryOnDue(db: Db, clock: Clock): Promise<number> {
  const due = await db
    .selectDistinct({ id: cases.id })
    .from(cases)
    .innerJoin(assignments, and(eq(assignments.caseId, cases.id), isNull(assignments.endedAt)))
    .innerJoin(memberships, and(eq(memberships.organisationId, cases.organisationId), eq(memberships.personId, assignments.personId)))
    .where(inArray(cases.state, [...moves.lose_reader.from]))
    .limit(atOnce);
  let moved = 0;
  for (const { id } of due) if (await carryOnCase(db, clock, id)) moved += 1;
  return moved;
}

const carryOnCase = (db: Db, clock: Clock, id: string): Promise<boolean> =>
  db.transaction(async (tx) => {
    const file = (await lockCase(tx, id)) ? await readCase(tx, id) : undefined;
    return file !== undefined && (await carryOn(tx, clock, file)) !== file;
  });
