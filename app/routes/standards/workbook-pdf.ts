import type { LoaderFunctionArgs } from "@remix-run/node";
import { pool } from "~/platform/database.server";
import { publicFile } from "~/platform/public-file";
import { languageAsked } from "~/platform/words";
import { inLanguage } from "~/standards/translation/in-language.server";
import { versionOf } from "~/standards/versions.server";
import { workbookPdf } from "~/standards/workbook.server";

/** A file, not a page: what goes wrong is said in plain text. */
export async function loader({ params, request }: LoaderFunctionArgs) {
  const found = await versionOf(pool.db, params.key ?? "", params.version ?? "");
  if (!found) return new Response("There is no such version of a standard.\n", { status: 404, headers: { "Content-Type": "text/plain; charset=utf-8" } });
  const read = await inLanguage(pool.db, found, languageAsked(new URL(request.url)));
  const { key, version } = found.standard;
  const name = `${key}-${version}-workbook${read.textIn === "en" ? "" : `-${read.textIn}`}.pdf`;
  return publicFile(request, await workbookPdf(read), { type: "application/pdf", name });
}
