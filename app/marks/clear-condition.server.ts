import { conditionClearings } from "#db/schema/marks";
import type { Actor } from "~/accounts/actor";
import { record } from "~/audit/record.server";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { settings } from "~/platform/env.server";
import { paths } from "~/platform/paths";
import { type ReasonFault, reasonFault } from "~/review/rating";
import { acceptAnswer } from "./answers/reply.server";
import { conditionState, permitClearing } from "./condition-moves";
import { clearedMail } from "./condition-words";
import { openConditions } from "./conditions";
import { decidedBy } from "./decided-by.server";
import { holdMark } from "./hold-mark.server";
import { tellAdmins } from "./tell.server";

export type ConditionCleared = { ok: true } | { ok: false; why: "wrong_role" | "wrong_status" | "too_late" | "own_decision" | ReasonFault };
type Clearing = { code: string; criterion: string; note: string };

/**
 * A moderator records, by the last day in London, that what a condition of a mark asks is put right, and what they saw. With the last of them the mark is Assured from this moment (Scoring §C.1); the group is told each time.
 * Refuses after the last day, twice, and from whoever took the decision. `note` is private. Undefined when the mark is out of reach, or has no such condition.
 */
export function clearCondition(db: Db, clock: Clock, actor: Actor, { code, criterion, note }: Clearing): Promise<ConditionCleared | undefined> {
  return db.transaction(async (tx): Promise<ConditionCleared | undefined> => {
    const held = await holdMark(tx, actor, code);
    if (!held?.mark.facts.conditions?.criteria.includes(criterion)) return undefined;
    const { mark, standings } = held;
    const now = clock.now();
    const state = conditionState(mark.facts, criterion, now);
    if (!state) return { ok: false, why: "wrong_status" };
    const permission = permitClearing({ state, standings, bars: (await decidedBy(tx, mark, actor)) ? ["own_decision"] : [], reason: note });
    if (!permission.ok && permission.why !== "reason_missing") {
      const { why } = permission;
      return { ok: false, why: why !== "wrong_state" ? why : state === "lapsed" ? "too_late" : "wrong_status" };
    }
    const fault = reasonFault(note);
    if (fault) return { ok: false, why: fault };
    const [row] = await tx
      .insert(conditionClearings)
      .values({ markId: mark.id, criterion, clearedAt: now, clearedBy: actor.personId, note: note.trim() })
      .returning({ id: conditionClearings.id });
    await acceptAnswer(tx, clock, actor, mark, { criterion, topUpId: null });
    const open = openConditions(mark.facts, now).filter((each) => each !== criterion);
    const about = { criterion, open, by: mark.facts.conditions!.by, standard: mark.holder.standard.title, page: settings().baseUrl + paths.organisation(mark.slug) };
    await tellAdmins(tx, clock, mark.organisationId, `condition-cleared:${row!.id}`, (language) => clearedMail(about, language));
    await record(tx, { personId: actor.personId }, now, { type: "mark.condition_cleared", subject: mark.id, data: { criterion } });
    return { ok: true };
  });
}
