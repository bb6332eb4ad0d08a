import type { Actor } from "~/accounts/actor";
import { record } from "~/audit/record.server";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { paths } from "~/platform/paths";
import { tell, tellProvider } from "../tell.server";
import { permitAppealOn } from "./appeal-file";
import { appealWithdrawn, ownAppealWithdrawn } from "./appeal-letters";
import type { AppealRefusal } from "./appeal-moves";
import { holdOwnAppeal } from "./find-appeal.server";
import { moveAppeal } from "./move-appeal.server";
import { panelOf, peopleById } from "./tell-appeal.server";

/** The provider's admin takes its appeal back while it waits for an answer. What was answered before stands. Undefined when it is not theirs, or there is none. */
export function withdrawAppeal(
  db: Db,
  clock: Clock,
  actor: Actor,
  { assessmentId }: { assessmentId: string },
): Promise<{ ok: true } | { ok: false; why: AppealRefusal } | undefined> {
  return db.transaction(async (tx) => {
    const file = await holdOwnAppeal(tx, actor, assessmentId);
    if (!file?.appeal) return undefined;
    const { appeal, case: about } = file;
    const now = clock.now();
    const permission = permitAppealOn("withdraw", actor, file, now);
    if (!permission.ok) return permission;
    await moveAppeal(tx, appeal, "withdraw", { endedAt: now });
    const judge = appeal.state === "taken" && appeal.judge ? await peopleById(tx, [appeal.judge.id]) : [];
    await tell(tx, clock, about, [...judge, ...panelOf(appeal)], appealWithdrawn, paths.appeals);
    await tellProvider(tx, clock, about, ownAppealWithdrawn, paths.ownAppeal(assessmentId));
    await record(tx, { personId: actor.personId }, now, { type: "appeal.withdrawn", subject: appeal.id, data: {} });
    return { ok: true };
  });
}
