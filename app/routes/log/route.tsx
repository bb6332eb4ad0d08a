import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { clock } from "~/platform/clock.server";
import { pool } from "~/platform/database.server";
import { useNonce } from "~/platform/nonce";
import { languageAsked } from "~/platform/words";
import { answerHeaders } from "~/register/answer-headers";
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

export async function loader({ request, context: { from } }: LoaderFunctionArgs) {
  const url = new URL(request.url);
  const view = await logView(pool.db, { clock, typed: url.searchParams.get("code"), language: languageAsked(url), from });
  return data(view.page, { status: view.status, ...("retryAfter" in view && { headers: { "Retry-After": String(view.retryAfter) } }) });
}

export const headers = answerHeaders;

export default function Log() {
  return <LogPage {...useLoaderData<typeof loader>()} nonce={useNonce()} />;
}
