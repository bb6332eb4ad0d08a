import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { londonDay } from "~/platform/calendar";
import { clock } from "~/platform/clock.server";
import { pool } from "~/platform/database.server";
import { languageAsked } from "~/platform/words";
import { withdrawalOf } from "~/standards/drafting/withdraw.server";
import { factLabels } from "~/standards/facts.server";
import { inLanguage } from "~/standards/translation/in-language.server";
import { versionPage } from "~/standards/version-page";
import { VersionText } from "~/standards/version-text";
import { standingsOf } from "~/standards/versions.server";
import type { PageHandle } from "~/ui/page-handle";
import { pageTitle } from "~/ui/title";

export const handle: PageHandle = { translated: true };

export async function loader({ params, request }: LoaderFunctionArgs) {
  const versions = await standingsOf(pool.db, params.key ?? "", londonDay(clock.now()));
  const found = versions.find(({ standard }) => standard.version === params.version);
  if (!found) throw new Response("Not found", { status: 404 });
  const language = languageAsked(new URL(request.url));
  const { standard, textIn, checked } = await inLanguage(pool.db, found, language);
  const withdrawal = await withdrawalOf(pool.db, found.id);
  const withdrawn = withdrawal?.confirmedAt ? { day: londonDay(withdrawal.confirmedAt), reason: withdrawal.reason } : undefined;
  const page = versionPage(standard, factLabels(language), language);
  return { ...page, textIn, checked, sha256: found.sha256, stands: found.stands, from: standard.changes?.from, withdrawn };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: pageTitle(data ? `${data.title} ${data.version}` : "Not found") }];

export default function Version() {
  const { key, ...version } = useLoaderData<typeof loader>();
  return <VersionText standardKey={key} {...version} />;
}
