import { and, eq, isNull } from "drizzle-orm";
import { supplements } from "#db/schema/review";
import type { Actor } from "~/accounts/actor";
import { filesIn, linksIn } from "~/assessments/frozen-evidence.server";
import type { Refusal } from "~/assessments/workflow";
import { findInText, resultOf } from "~/evidence/personal-data";
import { filesNamed } from "~/evidence/read.server";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { sha256 } from "~/platform/files.server";
import { applicable } from "~/standards/applies";
import { canonical } from "~/standards/canonical";
import { conditionsMet } from "./carry-on.server";
import { type CaseFile, factsOf } from "./case-file";
import { holdSent } from "./find-sent.server";
import { currentRound } from "./round";
import { permitOn } from "./standing";
import { SupplementContent, type SupplementWhy, saysSomething } from "./supplement";

/** What a group drafts in place after it has sent: an answer to a deferral, remarks on its draft report. */
export type DraftedWhy = Extract<SupplementWhy, "deferral" | "facts">;

/** The move that writing one is, and the criteria it can be about. */
const drafting: Record<DraftedWhy, { move: "add" | "note"; about: (file: CaseFile) => readonly string[] }> = {
  deferral: { move: "add", about: ({ deferral }) => deferral?.criteria ?? [] },
  facts: { move: "note", about: ({ standard, submission, factChecks }) => (factChecks.length > 0 ? applicable(standard, submission.content.facts).map(({ id }) => id) : []) },
};

export type Drafted<Why extends string> = { ok: true } | { ok: false; why: Refusal | Why };
type Which = { assessmentId: string; criterion: string; why: DraftedWhy };
type Held = { content: SupplementContent; savedAt: Date | undefined };
type Change<Why> = (held: Held, tx: Db, file: CaseFile) => SupplementContent | Why | Promise<SupplementContent | Why>;

/** Changes the draft about one criterion, which begins empty; or answers why not, with nothing changed. Undefined when the assessment is not the actor's, or nothing can be drafted about this criterion. */
export function changeDraft<Why extends string = never>(
  db: Db,
  clock: Clock,
  actor: Actor,
  { assessmentId, criterion, why }: Which,
  change: Change<Why>,
): Promise<Drafted<Why> | undefined> {
  return db.transaction(async (tx): Promise<Drafted<Why> | undefined> => {
    const file = await holdSent(tx, actor, assessmentId);
    const { move, about } = drafting[why];
    if (!file || !about(file).includes(criterion)) return undefined;
    const now = clock.now();
    const permission = permitOn(move, actor, factsOf(file), { met: conditionsMet(file, now) });
    if (!permission.ok) return permission;
    const held = (await draftsOf(tx, file, why)).find((each) => each.criterion === criterion);
    const changed = await change(held ?? { content: { words: "", evidence: [], files: {} }, savedAt: undefined }, tx, file);
    if (typeof changed === "string") return { ok: false, why: changed };
    const row = { content: canonical(SupplementContent.parse(changed)), savedAt: now, savedBy: actor.personId };
    await tx
      .insert(supplements)
      .values({ caseId: file.id, round: currentRound(file.rounds), criterion, why, ...row })
      .onConflictDoUpdate({ target: [supplements.caseId, supplements.round, supplements.criterion, supplements.why, supplements.sourceId], set: row });
    return { ok: true };
  });
}

/** What was written and not sent. One read. */
export async function draftsOf(db: Db, { id }: Pick<CaseFile, "id">, why: DraftedWhy) {
  const rows = await db
    .select()
    .from(supplements)
    .where(and(eq(supplements.caseId, id), eq(supplements.why, why), isNull(supplements.sentAt)))
    .orderBy(supplements.criterion);
  return rows.map(({ id: rowId, criterion, content, savedAt }) => ({ id: rowId, criterion, savedAt, content: SupplementContent.parse(JSON.parse(content)) }));
}

type Draft = Awaited<ReturnType<typeof draftsOf>>[number];

/** The drafts that say something, to be sent. */
export const draftsToSend = async (tx: Db, file: Pick<CaseFile, "id">, why: DraftedWhy): Promise<Draft[]> =>
  (await draftsOf(tx, file, why)).filter(({ content }) => saysSomething(content));

/** Freezes what is sent, with the files and pages shown as they are now. Answers what the audit trail is to know of each. */
export async function freezeDrafts(tx: Db, actor: Actor, { organisationId }: Pick<CaseFile, "organisationId">, drafts: readonly Draft[], at: Date) {
  const frozen: { criterion: string; sha256: string }[] = [];
  for (const { id, criterion, content } of drafts) {
    const { words, evidence } = content;
    const shown = { ...(await linksIn(tx, organisationId, evidence)), files: await filesIn(tx, organisationId, evidence) };
    const sent = canonical({ words, evidence, ...shown } satisfies SupplementContent);
    frozen.push({ criterion, sha256: sha256(sent) });
    await tx
      .update(supplements)
      .set({ content: sent, sha256: sha256(sent), sentAt: at, sentBy: actor.personId })
      .where(eq(supplements.id, id));
  }
  return frozen;
}

/** The criteria where words surely hold personal details, or a file does that nobody has looked at, or is locked. */
export async function personalIn(tx: Db, { organisationId }: Pick<CaseFile, "organisationId">, drafts: readonly Draft[]): Promise<string[]> {
  const ids = drafts.flatMap(({ content }) => content.evidence.flatMap(({ file }) => file ?? []));
  const files = await filesNamed(tx, organisationId, ids);
  const stops = ({ words, evidence }: SupplementContent) =>
    [words, ...evidence.flatMap((item) => [item.words ?? "", item.title ?? ""])].some((text) => resultOf(findInText(text)) === "blocked") ||
    evidence.some(({ file }) => file !== undefined && (files.get(file)?.locked || files.get(file)?.result === "blocked"));
  return drafts.filter(({ content }) => stops(content)).map(({ criterion }) => criterion);
}
