import type { LoaderFunctionArgs } from "@remix-run/node";
import { pool } from "~/platform/database.server";
import { problemJson, publicJson } from "~/platform/public-json";
import { oscalOf } from "~/standards/oscal.server";
import { versionOf } from "~/standards/versions.server";

export async function loader({ params, request }: LoaderFunctionArgs) {
  const found = await versionOf(pool.db, params.key ?? "", params.version ?? "");
  if (!found) return problemJson(404, "There is no such version of a standard");
  return publicJson(request, oscalOf(found), { ETag: `"${found.sha256}-oscal"` });
}
