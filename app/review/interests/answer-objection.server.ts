import { inArray } from "drizzle-orm";
import { objectionAnswers } from "#db/schema/interests";
import { assignments } from "#db/schema/review";
import type { Actor } from "~/accounts/actor";
import { record } from "~/audit/record.server";
import { londonDay } from "~/platform/calendar";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { paths } from "~/platform/paths";
import { carryOn } from "../carry-on.server";
import { type CaseFile, currentReaders, factsOf, factsOn } from "../case-file";
import { holdCase } from "../find-case.server";
import { makeMove } from "../move.server";
import { type ReasonFault, reasonFault } from "../rating";
import { barsOn, permitOn, standingsIn } from "../standing";
import { tell, tellProvider, tellRole } from "../tell.server";
import { objectionAnswered, objectionUpheld, otherReader } from "./letters";
import { objectionState, readBeing } from "./objection";
import { type ObjectionRefusal, permitObjection } from "./objection-moves";

export type ObjectionAnswered = { ok: true } | { ok: false; why: ObjectionRefusal | ReasonFault };

/**
 * A moderator answers what the provider has against its readers, with a reason that the provider is told. Upheld, those readers leave, what they rated no longer counts, and others are chosen; otherwise the reading goes on.
 * Refused to whoever reads or rated the case, and to one with a tie of their own that bars. Undefined when the case is out of reach.
 */
export function answerObjection(
  db: Db,
  clock: Clock,
  actor: Actor,
  { caseId, upheld, reason }: { caseId: string; upheld: boolean; reason: string },
): Promise<ObjectionAnswered | undefined> {
  return db.transaction(async (tx): Promise<ObjectionAnswered | undefined> => {
    const file = await holdCase(tx, actor, caseId);
    if (!file) return undefined;
    const now = clock.now();
    const objectedTo = file.assignments.some(({ id, personId }) => personId === actor.personId && file.objection?.about.includes(id));
    const permission = permitObjection(upheld ? "uphold" : "turn_down", {
      state: objectionState(file.objection),
      standings: standingsIn(actor, factsOf(file)),
      bars: [...barsOn(actor, factsOn(file, londonDay(now))), ...(objectedTo ? (["objected_to"] as const) : [])],
      met: readBeing.includes(file.state) ? ["being_read"] : [],
      reason,
    });
    if (!permission.ok) return permission;
    const fault = reasonFault(reason);
    if (fault) return { ok: false, why: fault };
    const answer = { upheld, reason: reason.trim(), at: now };
    await tx.insert(objectionAnswers).values({ caseId, by: actor.personId, ...answer });
    const answered = { ...file, objection: { ...file.objection!, answer } };
    await tellProvider(tx, clock, file, objectionAnswered(upheld, answer.reason), paths.readers(file.submission.assessmentId));
    await carryOn(tx, clock, upheld ? await letGo(tx, clock, actor, answered, answer.reason) : answered);
    await record(tx, { personId: actor.personId }, now, { type: "case.objection_answered", subject: caseId, data: { upheld } });
    return { ok: true };
  });
}

/** Ends the part of the readers objected to, as far as they still read. Answers the case as it is then. */
async function letGo(tx: Db, clock: Clock, actor: Actor, file: CaseFile, reason: string): Promise<CaseFile> {
  const leaving = currentReaders(file).filter(({ id }) => file.objection?.about.includes(id));
  if (leaving.length === 0) return file;
  const permission = permitOn("let_go", actor, factsOf(file), { met: ["objection_upheld"], reason });
  if (!permission.ok) throw new Error(`an objection was upheld, and its reader cannot go: ${permission.why}`);
  const ids = leaving.map(({ id }) => id);
  const ended = { endedAt: clock.now(), endedReason: "the provider's objection was upheld" };
  await tx.update(assignments).set(ended).where(inArray(assignments.id, ids));
  await tell(tx, clock, file, leaving, otherReader, paths.cases);
  await tellRole(tx, clock, file, "moderator", objectionUpheld, paths.assign(file.id));
  const state = await makeMove(tx, file, "let_go", actor, clock.now(), reason);
  return { ...file, state, assignments: file.assignments.map((each) => (ids.includes(each.id) ? { ...each, ...ended } : each)) };
}
