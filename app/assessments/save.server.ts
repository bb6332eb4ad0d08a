import { and, eq, inArray, isNull } from "drizzle-orm";
import { answers } from "#db/schema/assessments";
import { evidenceFiles } from "#db/schema/evidence";
import type { Actor } from "~/accounts/actor";
import { record } from "~/audit/record.server";
import { askToCapture } from "~/evidence/capture-link.server";
import { type Day, londonDay } from "~/platform/calendar";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { applicable } from "~/standards/applies";
import { canonical } from "~/standards/canonical";
import type { Answer } from "./answer";
import { type Carried, stillAsked } from "./carried";
import { noteOf } from "./core-topic";
import { type Assessment, assessmentFor, type HeldAnswer, heldAnswers } from "./draft.server";
import { heldAwards } from "./held-awards.server";
import { missingFromItem } from "./missing";
import { tidy } from "./parts";
import { standingsIn } from "./reach";
import { permit, type Refusal } from "./workflow";

export type SaveAnswer = {
  assessmentId: string;
  criterion: string;
  answer: Answer;
  /** Left out, the note stays as it is. */
  privateNote?: string;
  /** The version this was made from; 0 when there was none. */
  basedOn: number;
  /** Its people pressed that it is so, whatever it asks: not only that they saved it. */
  press?: boolean;
  /** The question its words were copied from: noted beside it until it is saved again. */
  copied?: Parameters<typeof noteOf>[0];
};
export type Saved =
  | { ok: true; version: number; savedAt: Date; savedBy: string }
  | { ok: false; why: "changed_meanwhile"; theirs: HeldAnswer }
  | { ok: false; why: Refusal | "not_asked" | "unknown_file" | "unknown_award" };

/**
 * Saves the whole answer to one criterion, with or without the private note.
 * What an answer from elsewhere asked of its people is settled by the save where it says enough (`stillAsked`).
 * The same content again is already yours, whatever it is based on: a reply that was lost is no conflict.
 * Based on an older version: nothing is written, and what stands there now is answered, with who saved it.
 * Refuses a criterion that is not asked, a file that is not the organisation's, an award that is not or that does not count for it, and an assessment that is no longer a draft.
 * Undefined when the assessment is not the actor's.
 */
export async function saveAnswer(db: Db, clock: Clock, actor: Actor, input: SaveAnswer): Promise<Saved | undefined> {
  return db.transaction(async (tx): Promise<Saved | undefined> => {
    const assessment = await assessmentFor(tx, actor, input.assessmentId, "share");
    if (!assessment) return undefined;
    const allowed = permit("answer", { state: assessment.state, standings: standingsIn(actor, assessment.organisationId), bars: [], met: [] });
    if (!allowed.ok) return allowed;
    if (!applicable(assessment.version.standard, assessment.facts ?? {}).some(({ id }) => id === input.criterion)) return { ok: false, why: "not_asked" };
    const content = tidy(input.answer);
    if (!(await ownsFiles(tx, assessment.organisationId, content))) return { ok: false, why: "unknown_file" };

    if (!(await holdsAwards(tx, assessment, input.criterion, content))) return { ok: false, why: "unknown_award" };

    const [held] = await heldAnswers(tx, assessment.id, input.criterion);
    const carried = input.copied
      ? noteOf(input.copied, held?.carried)
      : stillAsked(held?.carried, content, { changed: !held || canonical(held.answer) !== canonical(content), press: input.press === true });
    if (held && carried === held.carried && sameAs(held, content, input.privateNote)) return { ok: true, version: held.version, savedAt: held.savedAt, savedBy: held.savedBy };
    const now = clock.now();
    const written = await write(tx, { ...input, answer: content, carried }, now, actor.personId);
    if (!written) {
      const [theirs] = await heldAnswers(tx, assessment.id, input.criterion);
      if (!theirs) throw new Error("An answer that stood in the way is not there");
      if (sameAs(theirs, content, input.privateNote) && !(input.press && theirs.carried))
        return { ok: true, version: theirs.version, savedAt: theirs.savedAt, savedBy: theirs.savedBy };
      return { ok: false, why: "changed_meanwhile", theirs };
    }
    const before = (held?.answer.evidence ?? []).map(({ link }) => link);
    await askToCapture(
      tx,
      assessment.organisationId,
      wholeLinks(content, londonDay(now)).filter((url) => !before.includes(url)),
    );
    const type = input.press ? "assessment.answer_confirmed" : "assessment.answered";
    await record(tx, { personId: actor.personId }, now, { type, subject: assessment.id, data: { criterion: input.criterion, version: written.version } });
    return { ok: true, version: written.version, savedAt: now, savedBy: actor.name };
  });
}

const sameAs = (held: HeldAnswer, answer: Answer, note: string | undefined) => canonical(held.answer) === canonical(answer) && (note === undefined || note === held.privateNote);

async function ownsFiles(tx: Db, organisationId: string, { evidence = [] }: Answer) {
  const wanted = [...new Set(evidence.flatMap(({ file }) => (file === undefined ? [] : [file])))];
  if (wanted.length === 0) return true;
  const found = await tx
    .select({ id: evidenceFiles.id })
    .from(evidenceFiles)
    .where(and(inArray(evidenceFiles.id, wanted), eq(evidenceFiles.organisationId, organisationId), isNull(evidenceFiles.removedAt)))
    .for("share");
  return found.length === wanted.length;
}

async function holdsAwards(tx: Db, { organisationId, version }: Assessment, criterionId: string, { evidence = [] }: Answer) {
  const wanted = evidence.flatMap(({ award }) => award ?? []);
  const criterion = version.standard.criteria.find(({ id }) => id === criterionId);
  if (wanted.length === 0 || !criterion) return wanted.length === 0;
  const held = await heldAwards(tx, organisationId, version.standard.key, criterion);
  return wanted.every((id) => held.some((each) => each.id === id));
}

/** The pages an answer shows, of things that are filled in: an address that is still being typed is not looked at. */
const wholeLinks = ({ evidence = [] }: Answer, today: Day) =>
  evidence.flatMap((item) => (item.kind === "link" && item.link && missingFromItem(item, today).length === 0 ? [item.link] : []));

/** The version in the condition lets exactly one of two savers through. Undefined for the other. */
async function write(tx: Db, { assessmentId, criterion, answer, privateNote, basedOn, carried }: SaveAnswer & { carried: Carried | undefined }, savedAt: Date, savedBy: string) {
  if (basedOn === 0) {
    const row = { assessmentId, criterion, content: answer, privateNote: privateNote ?? "", carried: carried ?? null, version: 1, savedAt, savedBy };
    const [made] = await tx.insert(answers).values(row).onConflictDoNothing().returning({ version: answers.version });
    return made;
  }
  const [changed] = await tx
    .update(answers)
    .set({ content: answer, carried: carried ?? null, version: basedOn + 1, savedAt, savedBy, ...(privateNote === undefined ? {} : { privateNote }) })
    .where(and(eq(answers.assessmentId, assessmentId), eq(answers.criterion, criterion), eq(answers.version, basedOn)))
    .returning({ version: answers.version });
  return changed;
}
