import type { LoaderFunctionArgs } from "@remix-run/node";
import { normaliseCode } from "~/marks/code";
import { clock } from "~/platform/clock.server";
import { pool } from "~/platform/database.server";
import { settings } from "~/platform/env.server";
import { FilesUnavailable } from "~/platform/files.server";
import { paths } from "~/platform/paths";
import { refusal } from "~/platform/refusal";
import { tooManyDetail } from "~/register/answering.server";
import { issuedPdf, whyNoPdf } from "~/register/certificate.server";

/** A file, not a page: what goes wrong is said shortly, in words to a browser and as a problem to a program. */
export async function loader({ params, request, context: { from } }: LoaderFunctionArgs) {
  const refused = (status: 400 | 404 | 429 | 503, title: string, detail: string) => {
    const answer = refusal(request.headers.get("Accept"), status, title, detail);
    answer.headers.set("Access-Control-Allow-Origin", "*");
    return answer;
  };
  const read = normaliseCode((params.code ?? "").slice(0, 60));
  if (!read.ok) return refused(400, "This is not a code we could have issued", "Check it against the paper, character by character.");
  const issued = await issuedPdf(pool.db, read.code).catch((error) => {
    if (error instanceof FilesUnavailable) return "unavailable" as const;
    throw error;
  });
  if (issued === "unavailable") return refused(503, "We cannot reach our files just now", "Try again in a few minutes.");
  if (!issued) {
    const why = await whyNoPdf(pool.db, clock, { code: read.code, from });
    if (why === "unsigned")
      return refused(404, "There is no certificate under this code yet", "It has still to be signed. It comes by itself, most often within a minute; the mark stands without it.");
    if (why === "unknown") return refused(404, "No mark has this code", `The code ${read.code} is well formed, but we have never issued it.`);
    const many = refused(429, "Too many unknown codes", tooManyDetail);
    many.headers.set("Retry-After", String(why.tooMany));
    return many;
  }
  const headers = {
    ETag: `"${issued.sha256}"`,
    "Cache-Control": "public, max-age=30",
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "ETag, Link",
    // The same bytes for ever cannot say how the mark stands; the page can.
    Link: `<${settings().baseUrl}${paths.mark(issued.code)}>; rel="describedby"`,
  };
  if (request.headers.get("If-None-Match") === headers.ETag) return new Response(null, { status: 304, headers });
  return new Response(new Uint8Array(issued.bytes), {
    headers: {
      ...headers,
      "Content-Type": "application/pdf",
      "Content-Length": String(issued.bytes.length),
      "Content-Disposition": `inline; filename="waymark-${issued.code}.pdf"`,
    },
  });
}
