import type { z } from "zod";
import type { Actor } from "~/accounts/actor";
import { filesNamed } from "~/evidence/read.server";
import type { Db } from "~/platform/database.server";
import type { HeldAnswer } from "./draft.server";
import { assessmentFor } from "./draft.server";
import type { ChangedReply, SavedReply } from "./survey/send";

/** The answer is kept. Its version is also its ETag, for the next save. */
export function savedReply({ version, savedAt }: { version: number; savedAt: Date }): Response {
  return Response.json({ version, at: savedAt.toISOString() } satisfies z.infer<typeof SavedReply>, { headers: { ETag: `"${version}"` } });
}

/** Somebody else saved in between: what stands there now, by whom, with the names of the files it shows. */
export async function changedReply(db: Db, actor: Actor, assessmentId: string, theirs: HeldAnswer): Promise<Response> {
  const assessment = await assessmentFor(db, actor, assessmentId);
  const files = assessment ? await filesNamed(db, assessment.organisationId, theirs.answer.evidence?.flatMap(({ file }) => file ?? []) ?? []) : new Map();
  const body: z.infer<typeof ChangedReply> = {
    version: theirs.version,
    answer: theirs.answer,
    privateNote: theirs.privateNote,
    by: theirs.savedBy,
    files: Object.fromEntries(files),
  };
  return Response.json(body, { status: 412, headers: { ETag: `"${theirs.version}"` } });
}

/** RFC 9457. */
export const problem = (status: number, title: string, detail?: string) =>
  Response.json({ type: "about:blank", title, status, detail }, { status, headers: { "Content-Type": "application/problem+json" } });
