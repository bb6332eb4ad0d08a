import type { LoaderFunctionArgs } from "@remix-run/node";
import { londonDay } from "~/platform/calendar";
import { clock } from "~/platform/clock.server";
import { pool } from "~/platform/database.server";
import { settings } from "~/platform/env.server";
import { paths } from "~/platform/paths";
import { publicJson } from "~/platform/public-json";
import { latestVersions } from "~/standards/versions.server";

export async function loader({ request }: LoaderFunctionArgs) {
  return publicJson(
    request,
    (await latestVersions(pool.db, londonDay(clock.now()))).map(({ sha256, standard: { key, version, title, purpose, published_on, effective_from } }) => ({
      key,
      version,
      title,
      purpose,
      published_on,
      effective_from,
      sha256,
      page: settings().baseUrl + paths.standardVersion(key, version),
    })),
  );
}
