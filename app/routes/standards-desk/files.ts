import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/accounts/session.server";
import { pool } from "~/platform/database.server";
import { draftForEditor } from "~/standards/drafting/open-file.server";
import { zipOf } from "~/standards/drafting/zip.server";

/** The files of a draft or of what it became, exactly as a person would have written them. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const draft = await draftForEditor(pool.db, await requireActor(request), params.id);
  const bytes = zipOf(draft);
  return new Response(bytes, {
    headers: {
      "Content-Type": "application/zip",
      "Content-Length": String(bytes.length),
      "Content-Disposition": `attachment; filename="${draft.key}-${draft.version}.zip"`,
      "Cache-Control": "private, no-store",
    },
  });
}
