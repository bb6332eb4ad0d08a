import type { LoaderFunctionArgs } from "@remix-run/node";
import { notFound, requireActor, requireRole } from "~/accounts/session.server";
import { readingStates } from "~/assessments/workflow";
import { hasWords } from "~/evidence/file-kinds";
import { readEvidence } from "~/evidence/read.server";
import { evidenceWords } from "~/evidence/words/evidence-words";
import { wordsInside } from "~/evidence/words-inside.server";
import { clock } from "~/platform/clock.server";
import { pool } from "~/platform/database.server";
import { noteLook } from "~/review/record/look.server";
import { formatDay } from "~/ui/dates";

/** The words of one file as plain text, for those who review it: nothing of the file itself runs or is drawn. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  requireRole(actor, "assessor", "moderator", "decider", "panel");
  const read = await readEvidence(pool.db, actor, params.id!, readingStates);
  if (!read || (read.ok && !hasWords(read.file.mediaType))) throw notFound();
  if (!read.ok && read.why === "removed") throw new Response(evidenceWords(actor.language)("file.removed", { day: formatDay(read.on, actor.language) }), { status: 410 });
  if (!read.ok) throw new Response("The file storage does not answer", { status: 503, headers: { "Retry-After": "60" } });
  await noteLook(pool.db, clock, actor, { cases: read.cases, what: "words", which: params.id!, request });
  const words = await wordsInside(read.file.mediaType, read.content);
  return new Response(words ?? "There are no words in this file that can be shown here. It may be a scan: open the file itself.", {
    headers: {
      "Content-Type": "text/plain; charset=utf-8",
      "Content-Security-Policy": "sandbox; default-src 'none'",
      "Cross-Origin-Resource-Policy": "same-origin",
      "X-Content-Type-Options": "nosniff",
    },
  });
}
