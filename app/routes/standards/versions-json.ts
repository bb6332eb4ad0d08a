import type { LoaderFunctionArgs } from "@remix-run/node";
import { londonDay } from "~/platform/calendar";
import { clock } from "~/platform/clock.server";
import { pool } from "~/platform/database.server";
import { settings } from "~/platform/env.server";
import { paths } from "~/platform/paths";
import { problemJson, publicJson } from "~/platform/public-json";
import { standingsOf } from "~/standards/versions.server";

export async function loader({ params, request }: LoaderFunctionArgs) {
  const versions = await standingsOf(pool.db, params.key ?? "", londonDay(clock.now()));
  if (versions.length === 0) return problemJson(404, "There is no such standard");
  return publicJson(
    request,
    versions.map(({ sha256, stands, standard: { key, version, title, published_on, effective_from } }) => ({
      key,
      version,
      title,
      published_on,
      effective_from,
      standing: stands.standing,
      in_force_from: stands.inForceFrom,
      last_submit_on: stands.lastSubmitOn ?? null,
      superseded_by: stands.supersededBy ?? null,
      sha256,
      page: settings().baseUrl + paths.standardVersion(key, version),
    })),
  );
}
