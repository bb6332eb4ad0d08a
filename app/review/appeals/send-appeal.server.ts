import { appeals } from "#db/schema/appeals";
import type { Actor } from "~/accounts/actor";
import { record } from "~/audit/record.server";
import { findInText, resultOf } from "~/evidence/personal-data";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { sha256 } from "~/platform/files.server";
import { paths } from "~/platform/paths";
import { canonical } from "~/standards/canonical";
import { tellProvider, tellRole } from "../tell.server";
import { AppealContent, answerDue, type ContentFault, contentFault, type Ground } from "./appeal";
import { appealed, levelsOf, permitAppealOn } from "./appeal-file";
import { appealReceived, appealToTake } from "./appeal-letters";
import type { AppealRefusal } from "./appeal-moves";
import { holdOwnAppeal } from "./find-appeal.server";
import { moveAppeal } from "./move-appeal.server";

export type AppealKept =
  | { ok: true; sent: boolean }
  | { ok: false; why: Exclude<AppealRefusal, "every_ground"> }
  | ({ ok: false } & ContentFault)
  | { ok: false; why: "personal"; ground: Ground };

/**
 * Keeps what a provider's admin writes against a decision, and sends it once they say so: within 28 days of the decision, the last one included, on one of the fixed grounds (Standard rules §C.5).
 * Sent, it is frozen and hashed, and the 15 working days for an answer begin. Refuses by the table, and words with personal details. A criterion that cannot be named is left out.
 * Undefined when the assessment is not the actor's, or was never decided.
 */
export function keepAppeal(
  db: Db,
  clock: Clock,
  actor: Actor,
  { assessmentId, content: typed, send }: { assessmentId: string; content: AppealContent; send: boolean },
): Promise<AppealKept | undefined> {
  return db.transaction(async (tx): Promise<AppealKept | undefined> => {
    const file = await holdOwnAppeal(tx, actor, assessmentId);
    const decision = file && appealed(file);
    if (!file || !decision) return undefined;
    const now = clock.now();
    const permission = permitAppealOn("write", actor, file, now);
    if (!permission.ok) return refused(permission.why);
    const levels = levelsOf(file);
    const content = AppealContent.parse({ grounds: typed.grounds.map((each) => ({ ...each, criteria: each.criteria.filter((id) => levels[id] !== undefined) })) });
    if (send) {
      const fault = contentFault(content);
      if (fault) return { ok: false, ...fault };
      const personal = content.grounds.find(({ words }) => resultOf(findInText(words)) === "blocked");
      if (personal) return { ok: false, why: "personal", ground: personal.ground };
    }
    const written = { content: canonical(content), savedAt: now, savedBy: actor.personId };
    const [kept] = await tx
      .insert(appeals)
      .values({ caseId: file.case.id, decisionId: decision.id, state: "drafting", ...written })
      .onConflictDoUpdate({ target: appeals.decisionId, set: written })
      .returning({ id: appeals.id, state: appeals.state });
    if (!send) return { ok: true, sent: false };

    const may = permitAppealOn("send", actor, file, now, { also: ["every_ground"] });
    if (!may.ok) return refused(may.why);
    const [hash, dueOn] = [sha256(written.content), answerDue(now, file.case.nation)];
    await moveAppeal(tx, kept!, "send", { sha256: hash, sentAt: now, sentBy: actor.personId, dueOn });
    await tellProvider(tx, clock, file.case, appealReceived(dueOn), paths.ownAppeal(assessmentId));
    await tellRole(tx, clock, file.case, "moderator", appealToTake(dueOn), paths.appeal(kept!.id));
    await record(tx, { personId: actor.personId }, now, { type: "appeal.sent", subject: kept!.id, data: { decision_id: decision.id, sha256: hash, due_on: dueOn } });
    return { ok: true, sent: true };
  });
}

const refused = (why: AppealRefusal): AppealKept => {
  if (why === "every_ground") throw new Error("an appeal without a fault that still lacks something");
  return { ok: false, why };
};
