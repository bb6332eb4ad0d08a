import type { LoaderFunctionArgs } from "@remix-run/node";
import { notFound, requireActor } from "~/accounts/session.server";
import { letterFor } from "~/marks/letter-for.server";
import { markWords } from "~/marks/words/mark-words";
import { clock } from "~/platform/clock.server";
import { pool } from "~/platform/database.server";
import { FilesUnavailable, readStored } from "~/platform/files.server";
import { noteLook } from "~/review/record/look.server";

/** A file, not a page: what goes wrong is said in plain text. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const found = await letterFor(pool.db, actor, { slug: params.slug ?? "", decisionId: params.decisionId ?? "" });
  if (!found) throw notFound();
  const t = markWords(actor.language);
  if (!found.pdf) return words(404, t("letter.pdf.not_yet"));
  const bytes = await readStored(found.pdf.storageKey).catch((error) => {
    if (error instanceof FilesUnavailable) return undefined;
    throw error;
  });
  if (!bytes) return words(503, t("letter.pdf.away"));
  await noteLook(pool.db, clock, actor, { cases: found.caseId ? [found.caseId] : [], what: "letter", which: params.decisionId!, request });
  const name = `waymark-letter-${found.letter.reference}.pdf`;
  return new Response(new Uint8Array(bytes), {
    headers: {
      "Content-Type": "application/pdf",
      "Content-Length": String(bytes.length),
      "Content-Disposition": `inline; filename="${name}"`,
      "Cache-Control": "private, no-store",
    },
  });
}

const words = (status: 404 | 503, text: string) => new Response(`${text}\n`, { status, headers: { "Content-Type": "text/plain; charset=utf-8" } });
