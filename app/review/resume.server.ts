import { eq } from "drizzle-orm";
import { supplements } from "#db/schema/review";
import type { Actor } from "~/accounts/actor";
import { filesIn, linksIn } from "~/assessments/frozen-evidence.server";
import type { Refusal } from "~/assessments/workflow";
import { record } from "~/audit/record.server";
import { findInText, resultOf } from "~/evidence/personal-data";
import { filesNamed } from "~/evidence/read.server";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { sha256 } from "~/platform/files.server";
import { canonical } from "~/standards/canonical";
import { carryOn, conditionsMet } from "./carry-on.server";
import { factsOf } from "./case-file";
import { draftsOf } from "./deferral-draft.server";
import { holdSent } from "./find-sent.server";
import { answeredInPlace } from "./letters";
import { makeMove } from "./move.server";
import { openRound } from "./open-round.server";
import { permitOn } from "./standing";
import { type SupplementContent, saysSomething } from "./supplement";
import { tellReaders } from "./tell.server";

export type Resumed = { ok: true } | { ok: false; why: Refusal } | { ok: false; why: "personal"; criteria: string[] };

/**
 * Sends what the group has written for a deferral, once: it is frozen, and its readers rate those criteria again and nothing else, under the same version (§C.1, P07).
 * Refuses by the move table, and words or files with personal details as a self-assessment does. Of several at once one is sent.
 * Undefined when the assessment is not the actor's, or was never sent.
 */
export function resumeCase(db: Db, clock: Clock, actor: Actor, { assessmentId }: { assessmentId: string }): Promise<Resumed | undefined> {
  return db.transaction(async (tx): Promise<Resumed | undefined> => {
    const file = await holdSent(tx, actor, assessmentId);
    if (!file) return undefined;
    const now = clock.now();
    const written = (await draftsOf(tx, file)).filter(({ content }) => saysSomething(content));
    const permission = permitOn("resume", actor, factsOf(file), { met: [...conditionsMet(file, now), ...(written.length > 0 ? (["deferral_answered"] as const) : [])] });
    if (!permission.ok) return permission;
    const personal = await personalIn(tx, file.organisationId, written);
    if (personal.length > 0) return { ok: false, why: "personal", criteria: personal };

    const frozen: { criterion: string; sha256: string }[] = [];
    for (const { id, criterion, content } of written) {
      const { words, evidence } = content;
      const shown = { ...(await linksIn(tx, file.organisationId, evidence)), files: await filesIn(tx, file.organisationId, evidence) };
      const sent = canonical({ words, evidence, ...shown } satisfies SupplementContent);
      frozen.push({ criterion, sha256: sha256(sent) });
      await tx
        .update(supplements)
        .set({ content: sent, sha256: sha256(sent), sentAt: now, sentBy: actor.personId })
        .where(eq(supplements.id, id));
    }
    const rounds = [...file.rounds, await openRound(tx, file, file.deferral!.criteria, now)];
    const state = await makeMove(tx, file, "resume", actor, now);
    const resumed = { ...file, state, rounds };
    await tellReaders(tx, clock, resumed, answeredInPlace);
    await carryOn(tx, clock, resumed);
    for (const data of frozen) await record(tx, { personId: actor.personId }, now, { type: "case.supplemented", subject: file.id, data });
    return { ok: true };
  });
}

/** The criteria where words surely hold personal details, or a file does that nobody has looked at, or is locked. */
async function personalIn(tx: Db, organisationId: string, written: readonly { criterion: string; content: SupplementContent }[]): Promise<string[]> {
  const ids = written.flatMap(({ content }) => content.evidence.flatMap(({ file }) => file ?? []));
  const files = await filesNamed(tx, organisationId, ids);
  const stops = ({ words, evidence }: SupplementContent) =>
    [words, ...evidence.flatMap((item) => [item.words ?? "", item.title ?? ""])].some((text) => resultOf(findInText(text)) === "blocked") ||
    evidence.some(({ file }) => file !== undefined && (files.get(file)?.locked || files.get(file)?.result === "blocked"));
  return written.filter(({ content }) => stops(content)).map(({ criterion }) => criterion);
}
