import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { clock } from "~/platform/clock.server";
import { pool } from "~/platform/database.server";
import { settings } from "~/platform/env.server";
import { languageAsked } from "~/platform/words";
import { logWords } from "~/register/log/words/log-words";
import { snapshotsSaid } from "~/register/snapshot/snapshots.server";
import { SnapshotsPage } from "~/register/snapshot/snapshots-page";
import type { PageHandle } from "~/ui/page-handle";
import { pageTitle } from "~/ui/title";

export const handle: PageHandle = { translated: true };

export const meta: MetaFunction = ({ location }) => {
  const t = logWords(languageAsked(location));
  return [{ title: pageTitle(t("snapshots.h1")) }, { name: "description", content: t("snapshots.description") }];
};

/** The newest first; sixty are enough for a page. All are in the data. */
export async function loader() {
  const { snapshots } = await snapshotsSaid(pool.db, clock.now(), settings().baseUrl);
  return { snapshots: snapshots.slice(0, 60) };
}

export default function Snapshots() {
  return <SnapshotsPage {...useLoaderData<typeof loader>()} />;
}
