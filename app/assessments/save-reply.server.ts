import type { z } from "zod";
import type { Actor } from "~/accounts/actor";
import { typedWarning } from "~/evidence/finding-words";
import { filesNamed } from "~/evidence/read.server";
import type { Db } from "~/platform/database.server";
import type { Language } from "~/platform/words";
import type { Answer } from "./answer";
import type { HeldAnswer } from "./draft.server";
import { assessmentFor } from "./draft.server";
import { personalIn } from "./personal";
import type { ChangedReply, SavedReply } from "./survey/send";

/** The answer is kept. Its version is also its ETag, for the next save. What looks like personal details in it is said beside its part. */
export function savedReply({ version, savedAt }: { version: number; savedAt: Date }, answer: Answer, language: Language): Response {
  const warnings = Object.fromEntries(personalIn(answer).map(({ field, findings }) => [field, typedWarning(findings, language)]));
  return Response.json({ version, at: savedAt.toISOString(), warnings } satisfies z.infer<typeof SavedReply>, { headers: { ETag: `"${version}"` } });
}

/** Somebody else saved in between: what stands there now, by whom, with the names of the files it shows. */
export async function changedReply(db: Db, actor: Actor, assessmentId: string, theirs: HeldAnswer): Promise<Response> {
  const assessment = await assessmentFor(db, actor, assessmentId);
  const files = assessment
    ? await filesNamed(db, assessment.organisationId, theirs.answer.evidence?.flatMap(({ file }) => file ?? []) ?? [])
    : new Map<string, { name: string; bytes: number }>();
  const body: z.infer<typeof ChangedReply> = {
    version: theirs.version,
    answer: theirs.answer,
    privateNote: theirs.privateNote,
    by: theirs.savedBy,
    files: Object.fromEntries([...files].map(([id, { name, bytes }]) => [id, { name, bytes }])),
  };
  return Response.json(body, { status: 412, headers: { ETag: `"${theirs.version}"` } });
}

/** RFC 9457. */
export const problem = (status: number, title: string, detail?: string) =>
  Response.json({ type: "about:blank", title, status, detail }, { status, headers: { "Content-Type": "application/problem+json" } });
