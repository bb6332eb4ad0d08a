import type { LoaderFunctionArgs } from "@remix-run/node";
import { notFound, requireActor, requireRole } from "~/accounts/session.server";
import { lettersOf } from "~/marks/letters-of-case.server";
import { clock } from "~/platform/clock.server";
import { pool } from "~/platform/database.server";
import { caseNumber } from "~/review/case-number";
import { noteLook } from "~/review/record/look.server";
import { recordOf } from "~/review/record/record.server";
import { renderRecord } from "~/review/record/render.server";
import { chapters } from "./chapters.server";

/** The whole record of a case on paper, made when it is asked for and kept nowhere. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  requireRole(actor, "moderator", "decider");
  const record = await recordOf(pool.db, actor, params.id!, chapters);
  if (!record) throw notFound();
  const bytes = await renderRecord(pool.db, clock, actor, record, await lettersOf(pool.db, record.file));
  await noteLook(pool.db, clock, actor, { cases: [record.file.id], what: "bundle", request });
  return new Response(new Uint8Array(bytes), {
    headers: {
      "Content-Type": "application/pdf",
      "Content-Length": String(bytes.length),
      "Content-Disposition": `inline; filename="waymark-record-${caseNumber(record.file.number)}.pdf"`,
      "Cache-Control": "private, no-store",
    },
  });
}
