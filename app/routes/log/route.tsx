import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { clock } from "~/platform/clock.server";
import { pool } from "~/platform/database.server";
import { useNonce } from "~/platform/nonce";
import { languageAsked } from "~/platform/words";
import { LogPage } from "~/register/log/log-page";
import { logView } from "~/register/log/log-view.server";
import { logWords } from "~/register/log/words/log-words";
import type { PageHandle } from "~/ui/page-handle";
import { pageTitle } from "~/ui/title";

export const handle: PageHandle = { translated: true };

export const meta: MetaFunction = ({ location }) => {
  const t = logWords(languageAsked(location));
  return [{ title: pageTitle(t("log.h1")) }, { name: "description", content: t("log.description") }];
};

export async function loader({ request }: LoaderFunctionArgs) {
  const url = new URL(request.url);
  const { status, page } = await logView(pool.db, clock, url.searchParams.get("code"), languageAsked(url));
  return data(page, { status });
}

export default function Log() {
  return <LogPage {...useLoaderData<typeof loader>()} nonce={useNonce()} />;
}
