import type { LoaderFunctionArgs } from "@remix-run/node";
import { pool } from "~/platform/database.server";
import { settings } from "~/platform/env.server";
import { paths } from "~/platform/paths";
import { problemJson, publicJson } from "~/platform/public-json";
import { versionsOf } from "~/standards/versions.server";

export async function loader({ params }: LoaderFunctionArgs) {
  const versions = await versionsOf(pool.db, params.key ?? "");
  if (versions.length === 0) return problemJson(404, "There is no such standard");
  return publicJson(
    versions.map(({ sha256, standard: { key, version, title, published_on, effective_from } }) => ({
      key,
      version,
      title,
      published_on,
      effective_from,
      sha256,
      page: settings().baseUrl + paths.standardVersion(key, version),
    })),
  );
}
