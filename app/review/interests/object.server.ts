import { objections } from "#db/schema/interests";
import type { Actor } from "~/accounts/actor";
import { record } from "~/audit/record.server";
import { londonDay } from "~/platform/calendar";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { paths } from "~/platform/paths";
import { formatDay } from "~/ui/dates";
import { currentReaders, factsOf } from "../case-file";
import { clockRules } from "../clocks";
import { holdSent } from "../find-sent.server";
import type { Part } from "../part";
import { standingsIn } from "../standing";
import { tellRole } from "../tell.server";
import { addWorkingDays } from "../working-days";
import { objectionRaised } from "./letters";
import { longestObjection, objectionState, readBeing } from "./objection";
import { type ObjectionRefusal, permitObjection } from "./objection-moves";

export type Objected = { ok: true } | { ok: false; why: ObjectionRefusal | "too_long" };

/**
 * The provider objects to one or both of those who read its case, with a reason: once a case, while it is being read (Standard rules §C.5). Until a moderator has answered nobody rates.
 * Undefined when the assessment is not the actor's, or was never sent.
 */
export function objectToReaders(
  db: Db,
  clock: Clock,
  actor: Actor,
  { assessmentId, about, reason }: { assessmentId: string; about: readonly Part[]; reason: string },
): Promise<Objected | undefined> {
  return db.transaction(async (tx): Promise<Objected | undefined> => {
    const file = await holdSent(tx, actor, assessmentId);
    if (!file) return undefined;
    const readers = currentReaders(file).filter(({ part }) => about.includes(part));
    const named = readers.length > 0 && about.every((part) => readers.some((each) => each.part === part));
    const permission = permitObjection("object", {
      state: objectionState(file.objection),
      standings: standingsIn(actor, factsOf(file)),
      bars: [],
      met: [...(readBeing.includes(file.state) ? (["being_read"] as const) : []), ...(named ? (["readers_named"] as const) : [])],
      reason,
    });
    if (!permission.ok) return permission;
    if (reason.trim().length > longestObjection) return { ok: false, why: "too_long" };
    const now = clock.now();
    await tx.insert(objections).values({ caseId: file.id, about: readers.map(({ id }) => id), reason: reason.trim(), by: actor.personId, at: now });
    const until = formatDay(addWorkingDays(londonDay(now), clockRules.objection.days, file.nation));
    await tellRole(tx, clock, file, "moderator", objectionRaised(until), paths.caseInterests(file.id));
    await record(tx, { personId: actor.personId }, now, { type: "case.objected", subject: file.id, data: { parts: readers.map(({ part }) => part).sort() } });
    return { ok: true };
  });
}
