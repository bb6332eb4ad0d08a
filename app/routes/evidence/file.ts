import type { LoaderFunctionArgs } from "@remix-run/node";
import { notFound, requireActor } from "~/accounts/session.server";
import { readingStates } from "~/assessments/workflow";
import { attachment } from "~/evidence/file-name";
import { readEvidence } from "~/evidence/read.server";
import { evidenceWords } from "~/evidence/words/evidence-words";
import { clock } from "~/platform/clock.server";
import { pool } from "~/platform/database.server";
import { noteLook } from "~/review/record/look.server";
import { formatDay } from "~/ui/dates";

/** One file, to keep: whatever is in it, a browser is told not to open it here. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const read = await readEvidence(pool.db, actor, params.id!, readingStates);
  if (!read) throw notFound();
  if (!read.ok && read.why === "removed") throw new Response(evidenceWords(actor.language)("file.removed", { day: formatDay(read.on, actor.language) }), { status: 410 });
  if (!read.ok) throw new Response("The file storage does not answer", { status: 503, headers: { "Retry-After": "60" } });
  await noteLook(pool.db, clock, actor, { cases: read.cases, what: "file", which: params.id!, request });
  return new Response(new Uint8Array(read.content), {
    headers: {
      "Content-Type": read.file.mediaType,
      "Content-Length": String(read.content.length),
      "Content-Disposition": attachment(read.file.name),
      "Content-Security-Policy": "sandbox; default-src 'none'",
      "Cross-Origin-Resource-Policy": "same-origin",
      "X-Content-Type-Options": "nosniff",
    },
  });
}
