import { eq } from "drizzle-orm";
import { ties } from "#db/schema/interests";
import { assignments } from "#db/schema/review";
import type { Actor } from "~/accounts/actor";
import type { Refusal } from "~/assessments/workflow";
import { record } from "~/audit/record.server";
import { londonDay } from "~/platform/calendar";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { paths } from "~/platform/paths";
import { carryOn } from "./carry-on.server";
import { type Assignment, type CaseFile, currentReaders, factsOf, saysNone } from "./case-file";
import { holdCase } from "./find-case.server";
import { statedWords } from "./interests/ask-leave.server";
import { type DistanceKind, nearTie } from "./interests/kinds";
import { tieToAllow } from "./interests/letters";
import { tieState } from "./interests/tie";
import { permitTie, type TieRefusal } from "./interests/tie-moves";
import { makeMove } from "./move.server";
import { permitOn, standingsIn } from "./standing";
import { leave } from "./step-aside.server";
import { tellRole } from "./tell.server";

/** A tie that bars nobody, told beside the "none". */
export type ToldTie = { kind: DistanceKind; words: string };
/** `waits`: a moderator has first to allow the tie. */
export type Declared = { ok: true; conflict: boolean; waits?: true } | { ok: false; why: Refusal | TieRefusal | "nothing_typed" | "tie_words" };

/**
 * A reader says whether they have a conflict of interest. Only the word "none", typed, says that there is none; any other words are a conflict,
 * and whoever has one steps aside at once, with those words as the reason. A tie that bars nobody, told beside the "none" or stated before on their own page,
 * leaves them undeclared until a moderator has allowed it (Standard rules §C.5). Undefined when the case is out of reach.
 */
export function declareConflict(
  db: Db,
  clock: Clock,
  actor: Actor,
  { caseId, words, tie }: { caseId: string; words: string; tie?: ToldTie | undefined },
): Promise<Declared | undefined> {
  return db.transaction(async (tx): Promise<Declared | undefined> => {
    const file = await holdCase(tx, actor, caseId);
    if (!file) return undefined;
    const permission = permitOn("declare", actor, factsOf(file));
    if (!permission.ok) return permission;
    const said = words.trim();
    if (said === "") return { ok: false, why: "nothing_typed" };
    const mine = currentReaders(file).find(({ personId }) => personId === actor.personId)!;
    const conflict = !saysNone(said);
    if (!conflict && tieState(mine.tie) === "stated") return { ok: true, conflict, waits: true };
    if (!conflict && mine.declaration !== null) return { ok: true, conflict };
    const now = clock.now();
    const near = nearTie(mine.interests, londonDay(now));
    const told = tie ?? (near && { kind: near, words: statedWords });
    if (!conflict && told) return tellTie(tx, clock, actor, file, mine, told);
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

/** Keeps what was told, and asks the moderators. */
async function tellTie(tx: Db, clock: Clock, actor: Actor, file: CaseFile, { id, part, tie }: Assignment, { kind, words }: ToldTie): Promise<Declared> {
  const permission = permitTie("tell", { state: tieState(tie), standings: standingsIn(actor, factsOf(file)), bars: [], met: file.state === "declaring" ? ["being_read"] : [] });
  if (!permission.ok) return permission;
  if (words.trim() === "") return { ok: false, why: "tie_words" };
  const now = clock.now();
  await tx.insert(ties).values({ assignmentId: id, kind, words: words.trim(), statedAt: now });
  await tellRole(tx, clock, file, "moderator", tieToAllow(part), paths.caseInterests(file.id));
  await record(tx, { personId: actor.personId }, now, { type: "case.tie_told", subject: file.id, data: { part, kind } });
  return { ok: true, conflict: false, waits: true };
}
