import { eq } from "drizzle-orm";
import { assignments } from "#db/schema/review";
import type { Actor } from "~/accounts/actor";
import type { Refusal } from "~/assessments/workflow";
import { record } from "~/audit/record.server";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { carryOn } from "./carry-on.server";
import { currentReaders, factsOf, saysNone } from "./case-file";
import { holdCase } from "./find-case.server";
import { makeMove } from "./move.server";
import { permitOn } from "./standing";
import { leave } from "./step-aside.server";

export type Declared = { ok: true; conflict: boolean } | { ok: false; why: Refusal | "nothing_typed" };

/**
 * A reader says whether they have a conflict of interest. Only the word "none", typed, says that there is none; any other words are a conflict,
 * and whoever has one steps aside at once, with those words as the reason. Undefined when the case is out of reach.
 */
export function declareConflict(db: Db, clock: Clock, actor: Actor, { caseId, words }: { caseId: string; words: string }): Promise<Declared | undefined> {
  return db.transaction(async (tx): Promise<Declared | undefined> => {
    const file = await holdCase(tx, actor, caseId);
    if (!file) return undefined;
    const permission = permitOn("declare", actor, factsOf(file));
    if (!permission.ok) return permission;
    const said = words.trim();
    if (said === "") return { ok: false, why: "nothing_typed" };
    const mine = currentReaders(file).find(({ personId }) => personId === actor.personId)!;
    const conflict = !saysNone(said);
    if (!conflict && mine.declaration !== null) return { ok: true, conflict };
    const now = clock.now();
    const declaration = conflict ? said : "none";
    await tx.update(assignments).set({ declaredAt: now, declaration }).where(eq(assignments.id, mine.id));
    const declared = { ...file, assignments: file.assignments.map((each) => (each.id === mine.id ? { ...each, declaredAt: now, declaration } : each)) };
    await makeMove(tx, declared, "declare", actor, now);
    if (conflict) await leave(tx, clock, actor, declared, said);
    else await carryOn(tx, clock, declared);
    await record(tx, { personId: actor.personId }, now, { type: "case.declared", subject: caseId, data: { part: mine.part, conflict } });
    return { ok: true, conflict };
  });
}
