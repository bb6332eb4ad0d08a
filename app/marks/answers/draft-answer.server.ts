import { eq, sql } from "drizzle-orm";
import { markAnswers } from "#db/schema/mark-answers";
import { caseRounds, supplements } from "#db/schema/review";
import type { Actor } from "~/accounts/actor";
import type { EvidenceItem } from "~/assessments/answer";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { withItem, withoutItem } from "~/review/change-content.server";
import { SupplementContent } from "~/review/supplement";
import { canonical } from "~/standards/canonical";
import { type AnswerRefusal, permitMarkAnswer } from "./answer-moves";
import { type HeldAsked, holdAsked, type Which } from "./hold-asked.server";

export type AnswerDrafted = { ok: true } | { ok: false; why: AnswerRefusal | "too_many" | "moved" | "unknown_file" };
type Held = { content: SupplementContent; savedAt: Date | undefined };
type Changed = SupplementContent | "too_many" | "moved" | "unknown_file";

/** Keeps what the group says to one condition or top-up of its mark, until it is sent. Undefined when that is not the actor's, or was never asked. */
export const writeAnswer = (db: Db, clock: Clock, actor: Actor, which: Which, words: string) => change(db, clock, actor, which, ({ content }) => ({ ...content, words }));

/** Adds one thing to show. Refuses a sixth, and a file that is not the group's or is locked or gone. */
export const addToAnswer = (db: Db, clock: Clock, actor: Actor, which: Which, item: EvidenceItem) =>
  change(db, clock, actor, which, ({ content }, tx, { mark }) => withItem(tx, mark.organisationId, content, item));

/** Takes one thing off again. Refuses when the list was saved again since `savedAt`. */
export const takeOffAnswer = (db: Db, clock: Clock, actor: Actor, which: Which, at: { place: number; savedAt: string }) =>
  change(db, clock, actor, which, (held) => withoutItem(held, at));

const change = (db: Db, clock: Clock, actor: Actor, which: Which, to: (held: Held, tx: Db, file: HeldAsked) => Changed | Promise<Changed>) =>
  db.transaction(async (tx): Promise<AnswerDrafted | undefined> => {
    const now = clock.now();
    const held = await holdAsked(tx, actor, which, now);
    if (!held) return undefined;
    const permission = permitMarkAnswer("write", { state: held.open?.state ?? "drafting", standings: held.standings, met: held.asked ? ["still_asked"] : [] });
    if (!permission.ok) return permission;
    const changed = await to({ content: held.open?.content ?? { words: "", evidence: [], files: {} }, savedAt: held.open?.savedAt }, tx, held);
    if (typeof changed === "string") return { ok: false, why: changed };
    const row = { content: canonical(SupplementContent.parse(changed)), savedAt: now, savedBy: actor.personId };
    if (held.open) await tx.update(supplements).set(row).where(eq(supplements.id, held.open.supplementId));
    else await begin(tx, held, row);
    return { ok: true };
  });

type Row = { content: string; savedAt: Date; savedBy: string };

async function begin(tx: Db, { mark, caseId, asked }: HeldAsked, row: Row) {
  const { criterion, topUpId } = asked!;
  const [answer] = await tx.insert(markAnswers).values({ markId: mark.id, caseId, criterion, topUpId, state: "drafting", openedAt: row.savedAt }).returning({ id: markAnswers.id });
  const round = sql<number>`coalesce((select max(r.no) from ${caseRounds} r where r.case_id = ${caseId}), 1)`;
  await tx.insert(supplements).values({ caseId, round, criterion, why: "condition", sourceId: answer!.id, ...row });
}
