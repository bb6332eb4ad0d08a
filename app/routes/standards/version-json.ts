import type { LoaderFunctionArgs } from "@remix-run/node";
import { pool } from "~/platform/database.server";
import { problemJson, publicJson } from "~/platform/public-json";
import { versionOf } from "~/standards/versions.server";

/** The canonical content as published, with its hash. Leave `sha256` out, order the keys, and hash: it is the same. */
export async function loader({ params }: LoaderFunctionArgs) {
  const found = await versionOf(pool.db, params.key ?? "", params.version ?? "");
  if (!found) return problemJson(404, "There is no such version of a standard");
  return publicJson({ ...JSON.parse(found.content), sha256: found.sha256 }, { ETag: `"${found.sha256}"` });
}
