import { caseVisits } from "#db/schema/visits";
import type { Actor } from "~/accounts/actor";
import type { Refusal } from "~/assessments/workflow";
import { record } from "~/audit/record.server";
import { findInText, resultOf } from "~/evidence/personal-data";
import { londonDay } from "~/platform/calendar";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { applicable } from "~/standards/applies";
import { factsOf } from "../case-file";
import { holdCase } from "../find-case.server";
import { permitVisit, type Visit, type VisitFault, visitFault } from "./visit";

export type NewVisit = Pick<Visit, "kind" | "day" | "criteria" | "words" | "willing">;
export type VisitRecorded = { ok: true } | { ok: false; why: Refusal | VisitFault | "personal" };

/**
 * The assessor of a case, or a moderator, tells of a conversation or a visit (Standard rules §C.5). The case itself does not move, and what was told stays.
 * Refuses a day that is still to come or was before the case, a criterion that does not apply, and words with personal details. Told twice in the same words, it is kept once.
 * Undefined when the case is out of reach.
 */
export function recordVisit(db: Db, clock: Clock, actor: Actor, { caseId, ...told }: NewVisit & { caseId: string }): Promise<VisitRecorded | undefined> {
  return db.transaction(async (tx): Promise<VisitRecorded | undefined> => {
    const file = await holdCase(tx, actor, caseId);
    if (!file) return undefined;
    const permission = permitVisit(actor, factsOf(file));
    if (!permission.ok) return permission;
    const now = clock.now();
    const about = applicable(file.standard, file.submission.content.facts).map(({ id }) => id);
    const why = visitFault(told, { today: londonDay(now), openedOn: londonDay(file.openedAt), about });
    if (why) return { ok: false, why };
    if (resultOf(findInText(told.words)) === "blocked") return { ok: false, why: "personal" };

    const { kind, day, willing } = told;
    const [words, criteria] = [told.words.trim(), about.filter((id) => told.criteria.includes(id))];
    if (file.visits.some((each) => each.kind === kind && each.day === day && each.words === words && each.willing === willing)) return { ok: true };
    await tx.insert(caseVisits).values({ caseId, kind, day, willing, words, criteria, by: actor.personId, at: now });
    await record(tx, { personId: actor.personId }, now, { type: "case.visited", subject: caseId, data: { kind, day, criteria, willing } });
    return { ok: true };
  });
}
