import { eq } from "drizzle-orm";
import { submissions } from "#db/schema/assessments";
import { evidenceFiles, linkCaptures } from "#db/schema/evidence";
import { privacyOpenings } from "#db/schema/privacy";
import { supplements } from "#db/schema/review";
import { caseVisits } from "#db/schema/visits";
import type { Actor } from "~/accounts/actor";
import { type Answer, SubmissionContent } from "~/assessments/answer";
import { record } from "~/audit/record.server";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { FilesUnavailable, readStored } from "~/platform/files.server";
import { SupplementContent } from "../supplement";
import { type FoundLock, holdLock } from "./find-lock.server";

/** Words to read, or a file to keep. */
export type Opened = { ok: true; thing: { name: string; mediaType: string; content: Buffer } | { words: string } } | { ok: false; why: "not_locked" | "storage_unavailable" };

/** Opens what was locked, for a privacy lead alone, and records that they did. Refuses what is not locked any more. Undefined for everybody else. */
export function openLocked(db: Db, clock: Clock, actor: Actor, id: string): Promise<Opened | undefined> {
  return db.transaction(async (tx): Promise<Opened | undefined> => {
    const lock = await holdLock(tx, actor, id);
    if (!lock) return undefined;
    if (lock.state !== "locked") return { ok: false, why: "not_locked" };
    try {
      const thing = await thingOf(tx, lock);
      const at = clock.now();
      await tx.insert(privacyOpenings).values({ lockId: id, by: actor.personId, at });
      await record(tx, { personId: actor.personId }, at, { type: "privacy.opened", subject: id, data: {} });
      return { ok: true, thing };
    } catch (error) {
      if (error instanceof FilesUnavailable) return { ok: false, why: "storage_unavailable" };
      throw error;
    }
  });
}

async function thingOf(tx: Db, { kind, target, submissionId }: FoundLock) {
  if (kind === "file") {
    const [file] = await tx.select().from(evidenceFiles).where(eq(evidenceFiles.id, target));
    return { name: file!.name, mediaType: file!.mediaType, content: (await readStored(file!.storageKey)) ?? Buffer.alloc(0) };
  }
  if (kind === "page") {
    const [page] = await tx.select().from(linkCaptures).where(eq(linkCaptures.id, target));
    return { words: (await readStored(page!.storageKey!))?.toString("utf8") ?? "" };
  }
  if (kind === "supplement") {
    const [added] = await tx.select({ content: supplements.content }).from(supplements).where(eq(supplements.id, target));
    const { words, evidence } = SupplementContent.parse(JSON.parse(added!.content));
    return { words: [words, ...shown(evidence)].join("\n\n") };
  }
  if (kind === "visit") {
    const [told] = await tx.select({ words: caseVisits.words }).from(caseVisits).where(eq(caseVisits.id, target));
    return { words: told!.words };
  }
  const [sent] = await tx.select({ content: submissions.content }).from(submissions).where(eq(submissions.id, submissionId));
  return { words: wordsOf(SubmissionContent.parse(JSON.parse(sent!.content)).answers[target] ?? {}) };
}

/** Everything in an answer that somebody typed. */
const wordsOf = ({ how, na, plan, evidence = [] }: Answer): string =>
  [how, na?.words, plan?.what, plan?.who, plan?.help, ...shown(evidence)].filter((each) => each?.trim()).join("\n\n");

const shown = (evidence: NonNullable<Answer["evidence"]>) => evidence.flatMap(({ title, words }) => [title, words].filter((each) => each !== undefined));
