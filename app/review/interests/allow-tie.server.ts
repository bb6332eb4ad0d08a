import { eq } from "drizzle-orm";
import { waivers } from "#db/schema/interests";
import { assignments } from "#db/schema/review";
import type { Actor } from "~/accounts/actor";
import { record } from "~/audit/record.server";
import { londonDay } from "~/platform/calendar";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { paths } from "~/platform/paths";
import { carryOn } from "../carry-on.server";
import { currentReaders, factsOf, factsOn } from "../case-file";
import { holdCase } from "../find-case.server";
import type { Part } from "../part";
import { type ReasonFault, reasonFault } from "../rating";
import { barsOn, standingsIn } from "../standing";
import { tell } from "../tell.server";
import { tieAllowed } from "./letters";
import { readBeing } from "./objection";
import { tieState } from "./tie";
import { permitTie, type TieRefusal } from "./tie-moves";

export type TieAllowed = { ok: true } | { ok: false; why: TieRefusal | ReasonFault };

/**
 * A moderator allows a reader to read in spite of a tie that bars nobody, with a reason that is printed in the report (Standard rules §C.5). It completes the "none" that this reader typed,
 * and the case goes on; stated after that, they may rate on. Never for a tie that bars: that is not told here, it ends the reading. Undefined when the case is out of reach, or has no such reader.
 */
export function allowTie(db: Db, clock: Clock, actor: Actor, { caseId, part, reason }: { caseId: string; part: Part; reason: string }): Promise<TieAllowed | undefined> {
  return db.transaction(async (tx): Promise<TieAllowed | undefined> => {
    const file = await holdCase(tx, actor, caseId);
    const reader = file && currentReaders(file).find((each) => each.part === part);
    if (!file || !reader) return undefined;
    const now = clock.now();
    const permission = permitTie("waive", {
      state: tieState(reader.tie),
      standings: standingsIn(actor, factsOf(file)),
      bars: [...barsOn(actor, factsOn(file, londonDay(now))), ...(reader.personId === actor.personId ? (["own_tie"] as const) : [])],
      met: readBeing.includes(file.state) ? ["being_read"] : [],
      reason,
    });
    if (!permission.ok) return permission;
    const fault = reasonFault(reason);
    if (fault) return { ok: false, why: fault };
    await tx.insert(waivers).values({ assignmentId: reader.id, reason: reason.trim(), by: actor.personId, at: now });
    const declared = reader.declaration === null ? { declaredAt: now, declaration: "none" } : {};
    if (reader.declaration === null) await tx.update(assignments).set(declared).where(eq(assignments.id, reader.id));
    const tie = { ...reader.tie!, waiver: { reason: reason.trim(), at: now, by: actor.name } };
    await tell(tx, clock, file, [reader], tieAllowed(reason.trim()), paths.case(caseId));
    await carryOn(tx, clock, { ...file, assignments: file.assignments.map((each) => (each.id === reader.id ? { ...each, ...declared, tie } : each)) });
    await record(tx, { personId: actor.personId }, now, { type: "case.tie_waived", subject: caseId, data: { part, kind: tie.kind } });
    return { ok: true };
  });
}
