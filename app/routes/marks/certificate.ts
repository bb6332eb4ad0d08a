import type { LoaderFunctionArgs } from "@remix-run/node";
import { normaliseCode } from "~/marks/code";
import { pool } from "~/platform/database.server";
import { FilesUnavailable } from "~/platform/files.server";
import { issuedPdf } from "~/register/certificate.server";

/** A file, not a page: what goes wrong is said in plain text. */
export async function loader({ params, request }: LoaderFunctionArgs) {
  const read = normaliseCode((params.code ?? "").slice(0, 60));
  if (!read.ok) return words(400, "This is not a code we could have issued. Check it against the paper, character by character.");
  const issued = await issuedPdf(pool.db, read.code).catch((error) => {
    if (error instanceof FilesUnavailable) return "unavailable" as const;
    throw error;
  });
  if (issued === "unavailable") return words(503, "We cannot reach our files just now. Try again in a few minutes.");
  if (!issued) return words(404, "There is no certificate under this code, or it is still being made. Try again in a minute.");
  const headers = { ETag: `"${issued.sha256}"`, "Cache-Control": "public, max-age=30", "Access-Control-Allow-Origin": "*" };
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

const words = (status: 400 | 404 | 503, text: string) => new Response(`${text}\n`, { status, headers: { "Content-Type": "text/plain; charset=utf-8" } });
