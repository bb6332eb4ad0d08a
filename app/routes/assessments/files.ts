import type { ActionFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/accounts/session.server";
import { askingWords } from "~/assessments/asking/words/asking-words";
import { assessmentFor } from "~/assessments/draft.server";
import { problem } from "~/assessments/save-reply.server";
import { fileRefusalStatus, fileRefusalWords } from "~/evidence/file-kinds";
import { storeEvidence } from "~/evidence/store.server";
import { readUpload } from "~/evidence/upload.server";
import { clock } from "~/platform/clock.server";
import { pool } from "~/platform/database.server";

/** Where the form in the browser sends a file as soon as it is chosen. Which answer shows it is saved with the answer. */
export async function action({ request, params }: ActionFunctionArgs) {
  if (request.method !== "POST") return problem(405, "This address only takes files", "Use POST");
  const actor = await requireActor(request);
  const assessment = await assessmentFor(pool.db, actor, params.id!);
  if (!assessment) return problem(404, "Not found");
  const read = await readUpload(request);
  if (!read.ok && read.why === "unreadable") return problem(400, "This form cannot be read", askingWords(actor.language)("upload.failed"));
  if (!read.ok) return problem(413, "Not kept", fileRefusalWords("too_big", actor.language));
  if (!read.upload.file) return problem(422, "Not kept", askingWords(actor.language)("missing.file.empty"));
  const stored = await storeEvidence(pool.db, clock, actor, { organisationId: assessment.organisationId, ...read.upload.file });
  if (!stored) return problem(404, "Not found");
  if (!stored.ok) return problem(fileRefusalStatus(stored.why), "Not kept", fileRefusalWords(stored.why, actor.language));
  const { id, name, bytes } = stored.file;
  return Response.json({ id, name, bytes }, { status: 201 });
}
