import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { markAnswers } from "#db/schema/mark-answers";
import type { Actor } from "~/accounts/actor";
import { record } from "~/audit/record.server";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { settings } from "~/platform/env.server";
import { paths } from "~/platform/paths";
import { type ReasonFault, reasonFault } from "~/review/rating";
import { decidedBy } from "../decided-by.server";
import type { FoundMark } from "../found-mark";
import { holdMark } from "../hold-mark.server";
import { tellAdmins } from "../tell.server";
import { type AnswerRole, permitMarkAnswer } from "./answer-moves";
import { notYetMail } from "./answer-words";
import { askedOf } from "./asked";
import { isAbout } from "./kept-answers.server";

export type AnswerReturned = { ok: true } | { ok: false; why: "wrong_role" | "wrong_status" | "too_late" | "own_decision" | ReasonFault };

const asModerator = (standings: readonly string[]): AnswerRole[] => (standings.includes("moderator") ? ["moderator"] : []);

/**
 * A moderator says to the group what is not yet there in what it sent; it may send again as long as its days run. The words go to the group as they are.
 * Refuses who decided the case, for a condition; and once it is cleared, shown or lapsed. Undefined when the mark is out of reach, or nothing of this id was sent for it.
 */
export const returnAnswer = (
  db: Db,
  clock: Clock,
  actor: Actor,
  { code, answerId, words }: { code: string; answerId: string; words: string },
): Promise<AnswerReturned | undefined> =>
  db.transaction(async (tx): Promise<AnswerReturned | undefined> => {
    const held = z.uuid().safeParse(answerId).success ? await holdMark(tx, actor, code) : undefined;
    if (!held) return undefined;
    const { mark } = held;
    const [answer] = await tx
      .select()
      .from(markAnswers)
      .where(and(eq(markAnswers.id, answerId), eq(markAnswers.markId, mark.id)));
    if (!answer || answer.state === "drafting") return undefined;
    const now = clock.now();
    const asked = askedOf(mark, now).find((each) => isAbout(each)(answer));
    const bars = answer.topUpId === null && (await decidedBy(tx, mark, actor)) ? (["own_decision"] as const) : [];
    const permission = permitMarkAnswer("hand_back", { state: answer.state, standings: asModerator(held.standings), bars, met: asked ? ["still_asked"] : [], reason: words });
    if (!permission.ok && permission.why !== "reason_missing")
      return { ok: false, why: permission.why === "still_asked" && answer.topUpId === null ? "too_late" : refusals[permission.why] };
    const fault = reasonFault(words);
    if (fault) return { ok: false, why: fault };
    const { criterion } = answer;
    const reply = words.trim();
    await tx.update(markAnswers).set({ state: "returned", repliedAt: now, repliedBy: actor.personId, reply }).where(eq(markAnswers.id, answerId));
    const about = { criterion, reply, lastDay: asked!.lastDay, late: asked!.late, standard: mark.holder.standard.title };
    const page = settings().baseUrl + paths.markAnswer(mark.slug, mark.code, criterion);
    await tellAdmins(tx, clock, mark.organisationId, `mark-answer-returned:${answerId}`, (language) => notYetMail({ ...about, page }, language));
    await record(tx, { personId: actor.personId }, now, { type: "mark.answer_moved", subject: mark.id, data: { criterion, to: "returned" } });
    return { ok: true };
  });

const refusals = { wrong_role: "wrong_role", wrong_state: "wrong_status", own_decision: "own_decision", still_asked: "wrong_status", something: "wrong_status" } as const;

/** In the transaction that clears a condition or records a top-up as shown: what was sent for it and waits is accepted with it. */
export async function acceptAnswer(tx: Db, clock: Clock, actor: Actor, mark: Pick<FoundMark, "id">, of: { criterion: string; topUpId: string | null }): Promise<void> {
  const permission = permitMarkAnswer("accept", { state: "sent", standings: ["moderator"] });
  const waiting = await tx
    .select()
    .from(markAnswers)
    .where(and(eq(markAnswers.markId, mark.id), eq(markAnswers.criterion, of.criterion), eq(markAnswers.state, "sent")));
  const answer = waiting.find(isAbout(of));
  if (!answer || !permission.ok) return;
  const now = clock.now();
  await tx.update(markAnswers).set({ state: permission.to, repliedAt: now, repliedBy: actor.personId }).where(eq(markAnswers.id, answer.id));
  await record(tx, { personId: actor.personId }, now, { type: "mark.answer_moved", subject: mark.id, data: { criterion: of.criterion, to: permission.to } });
}
