import { eq } from "drizzle-orm";
import { markAnswers } from "#db/schema/mark-answers";
import type { Actor } from "~/accounts/actor";
import { record } from "~/audit/record.server";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { settings } from "~/platform/env.server";
import { paths } from "~/platform/paths";
import { saysSomething } from "~/review/supplement";
import { freezeDrafts, personalIn } from "~/review/supplement-draft.server";
import { tellAdmins, tellModerators } from "../tell.server";
import { type AnswerRefusal, permitMarkAnswer } from "./answer-moves";
import { answerCameMail, answerReceivedMail } from "./answer-words";
import { holdAsked, type Which } from "./hold-asked.server";

export type AnswerSent = { ok: true } | { ok: false; why: AnswerRefusal | "personal" };

/**
 * Sends what the group has written for one condition or top-up of its mark, once: it is frozen and hashed, moderators are told, and the group that it arrived (Scoring §C.1, Marks §C.2).
 * Refuses by the move table, and words or files with personal details. Of several at once one is sent. Undefined when that is not the actor's, or was never asked.
 */
export const sendAnswer = (db: Db, clock: Clock, actor: Actor, which: Which): Promise<AnswerSent | undefined> =>
  db.transaction(async (tx): Promise<AnswerSent | undefined> => {
    const now = clock.now();
    const held = await holdAsked(tx, actor, which, now);
    if (!held) return undefined;
    const { mark, asked, open, caseId, standings } = held;
    const permission = permitMarkAnswer("send", {
      state: open?.state ?? "drafting",
      standings,
      met: [...(asked ? (["still_asked"] as const) : []), ...(open && saysSomething(open.content) ? (["something"] as const) : [])],
    });
    if (!permission.ok || !open) return permission.ok ? { ok: false, why: "something" } : permission;
    const { criterion } = open;
    const draft = { id: open.supplementId, criterion, savedAt: open.savedAt, content: open.content };
    if ((await personalIn(tx, mark, [draft])).length > 0) return { ok: false, why: "personal" };

    const [frozen] = await freezeDrafts(tx, actor, mark, [draft], now);
    await tx.update(markAnswers).set({ state: permission.to, sentAt: now, sentBy: actor.personId }).where(eq(markAnswers.id, open.id));
    const { name: provider, standard } = mark.holder;
    const about = { criterion, provider, standard: standard.title, at: now.toISOString() };
    const { baseUrl } = settings();
    await tellModerators(tx, clock, mark.organisationId, `mark-answer-came:${open.id}`, answerCameMail({ ...about, page: baseUrl + paths.heldMark(mark.code) }));
    await tellAdmins(tx, clock, mark.organisationId, `mark-answer-received:${open.id}`, (language) =>
      answerReceivedMail({ ...about, page: baseUrl + paths.markAnswer(mark.slug, mark.code, criterion) }, language),
    );
    await record(tx, { personId: actor.personId }, now, { type: "case.supplemented", subject: caseId, data: frozen! });
    await record(tx, { personId: actor.personId }, now, { type: "mark.answer_moved", subject: mark.id, data: { criterion, to: permission.to } });
    return { ok: true };
  });
