import { and, eq, isNull } from "drizzle-orm";
import { supplements } from "#db/schema/review";
import type { Actor } from "~/accounts/actor";
import type { EvidenceItem } from "~/assessments/answer";
import { mostEvidence } from "~/assessments/limits";
import type { Refusal } from "~/assessments/workflow";
import { askToCapture } from "~/evidence/capture-link.server";
import { filesNamed } from "~/evidence/read.server";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { canonical } from "~/standards/canonical";
import { conditionsMet } from "./carry-on.server";
import { type CaseFile, factsOf } from "./case-file";
import { holdSent } from "./find-sent.server";
import { currentRound } from "./round";
import { permitOn } from "./standing";
import { SupplementContent } from "./supplement";

export type Drafted = { ok: true } | { ok: false; why: Refusal | "too_many" | "moved" | "unknown_file" };
type Which = { assessmentId: string; criterion: string };
type Held = { content: SupplementContent; savedAt: Date | undefined };

/** Keeps what the group says about one criterion of a deferral, until it is sent. Undefined when the assessment is not the actor's, or its deferral is not about this criterion. */
export const writeWords = (db: Db, clock: Clock, actor: Actor, { words, ...which }: Which & { words: string }) =>
  changeDraft(db, clock, actor, which, ({ content }) => ({ ...content, words }));

/** Adds one thing to show. Refuses a sixth, and a file that is not the group's or is locked. */
export const addToDraft = (db: Db, clock: Clock, actor: Actor, { item, ...which }: Which & { item: EvidenceItem }) =>
  changeDraft(db, clock, actor, which, async ({ content }, tx, { organisationId }) => {
    if (content.evidence.length >= mostEvidence) return "too_many";
    if (item.file) {
      const file = (await filesNamed(tx, organisationId, [item.file])).get(item.file);
      if (!file || file.locked) return "unknown_file";
    }
    if (item.link) await askToCapture(tx, organisationId, [item.link]);
    return { ...content, evidence: [...content.evidence, item] };
  });

/** Takes one thing off again. Refuses when the list was saved again since `savedAt`: its places are not the same. */
export const takeOffDraft = (db: Db, clock: Clock, actor: Actor, { place, savedAt, ...which }: Which & { place: number; savedAt: string }) =>
  changeDraft(db, clock, actor, which, ({ content, savedAt: now }) =>
    now?.toISOString() === savedAt && content.evidence[place] ? { ...content, evidence: content.evidence.filter((_, index) => index !== place) } : "moved",
  );

type Change = (held: Held, tx: Db, file: CaseFile) => SupplementContent | "too_many" | "moved" | "unknown_file" | Promise<SupplementContent | "too_many" | "unknown_file">;

function changeDraft(db: Db, clock: Clock, actor: Actor, { assessmentId, criterion }: Which, change: Change): Promise<Drafted | undefined> {
  return db.transaction(async (tx): Promise<Drafted | undefined> => {
    const file = await holdSent(tx, actor, assessmentId);
    if (!file?.deferral?.criteria.includes(criterion)) return undefined;
    const now = clock.now();
    const permission = permitOn("add", actor, factsOf(file), { met: conditionsMet(file, now) });
    if (!permission.ok) return permission;
    const held = (await draftsOf(tx, file)).find((each) => each.criterion === criterion);
    const changed = await change(held ?? { content: { words: "", evidence: [], files: {} }, savedAt: undefined }, tx, file);
    if (typeof changed === "string") return { ok: false, why: changed };
    const row = { content: canonical(SupplementContent.parse(changed)), savedAt: now, savedBy: actor.personId };
    await tx
      .insert(supplements)
      .values({ caseId: file.id, round: currentRound(file.rounds), criterion, why: "deferral", ...row })
      .onConflictDoUpdate({ target: [supplements.caseId, supplements.round, supplements.criterion, supplements.why, supplements.sourceId], set: row });
    return { ok: true };
  });
}

/** What was written and not sent. One read. */
export async function draftsOf(db: Db, { id }: Pick<CaseFile, "id">) {
  const rows = await db
    .select()
    .from(supplements)
    .where(and(eq(supplements.caseId, id), eq(supplements.why, "deferral"), isNull(supplements.sentAt)))
    .orderBy(supplements.criterion);
  return rows.map(({ id: rowId, criterion, content, savedAt }) => ({ id: rowId, criterion, savedAt, content: SupplementContent.parse(JSON.parse(content)) }));
}
