import type { LoaderFunctionArgs } from "@remix-run/node";
import { notFound, requireActor } from "~/accounts/session.server";
import { decisionReportFor } from "~/marks/letter-for.server";
import { renderReport } from "~/marks/render.server";
import { clock } from "~/platform/clock.server";
import { pool } from "~/platform/database.server";
import { settings } from "~/platform/env.server";
import { noteLook } from "~/review/record/look.server";

/** Made when it is asked for, and the same bytes each time, as long as nothing in it was locked since. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const at = { slug: params.slug ?? "", decisionId: params.decisionId ?? "" };
  const found = await decisionReportFor(pool.db, actor, at, "paper");
  if (!found) throw notFound();
  const { report, caseId } = found;
  await noteLook(pool.db, clock, actor, { cases: caseId ? [caseId] : [], what: "letter", which: at.decisionId, request });
  const bytes = await renderReport(report, { issuer: settings().issuer });
  return new Response(new Uint8Array(bytes), {
    headers: {
      "Content-Type": "application/pdf",
      "Content-Length": String(bytes.length),
      "Content-Disposition": `inline; filename="waymark-report-${report.reference}.pdf"`,
      "Cache-Control": "private, no-store",
    },
  });
}
