import type { LoaderFunctionArgs } from "@remix-run/node";
import { pool } from "~/platform/database.server";
import { publicFile } from "~/platform/public-file";
import { versionOf } from "~/standards/versions.server";
import { workbookDocx } from "~/standards/workbook.server";

const word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** A file, not a page: what goes wrong is said in plain text. */
export async function loader({ params, request }: LoaderFunctionArgs) {
  const found = await versionOf(pool.db, params.key ?? "", params.version ?? "");
  if (!found) return new Response("There is no such version of a standard.\n", { status: 404, headers: { "Content-Type": "text/plain; charset=utf-8" } });
  const { key, version } = found.standard;
  return publicFile(request, await workbookDocx(found), { type: word, name: `${key}-${version}-workbook.docx`, how: "attachment" });
}
