import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { aboutCode } from "~/concerns/about-code.server";
import { aboutInShort } from "~/concerns/concern";
import { nothingTyped, typedConcern } from "~/concerns/concern-form";
import { ConcernFormPage } from "~/concerns/concern-form-page";
import { ConcernSentPage } from "~/concerns/concern-sent-page";
import { takeConcern } from "~/concerns/take-concern.server";
import { concernWords } from "~/concerns/words/concern-words";
import { clock } from "~/platform/clock.server";
import { pool } from "~/platform/database.server";
import { settings } from "~/platform/env.server";
import { readForm } from "~/platform/read-form.server";
import { languageAsked } from "~/platform/words";
import { answerHeaders } from "~/register/answer-headers";
import { countUnknown } from "~/register/limits/count-unknown.server";
import { orNotChecked } from "~/register/not-checked.server";
import type { PageHandle } from "~/ui/page-handle";
import { pageTitle } from "~/ui/title";

export const handle: PageHandle = { translated: true, fields: true };

/** A code that we never issued is counted like everywhere (decision 18), and the form is shown all the same. */
export async function loader({ request, context: { from } }: LoaderFunctionArgs) {
  const code = codeIn(request);
  const about = await orNotChecked(aboutCode(pool.db, code));
  if (about !== "not checked" && about.is === "unknown") await orNotChecked(countUnknown(pool.db, clock, from));
  return { about: about === "not checked" ? { is: "away" as const, code } : about, typed: nothingTyped(code, crypto.randomUUID()), phone: settings().contact.phone };
}

export async function action({ request, context: { from } }: ActionFunctionArgs) {
  const typed = typedConcern(await readForm(request), codeIn(request));
  const taken = await takeConcern(pool.db, clock, typed, { from, language: languageAsked(new URL(request.url)) });
  if (taken.ok) return { received: taken.received, errors: {} };
  const { status, errors, mayBePersonal, retryAfter } = taken;
  return data({ typed: { ...typed, website: "" }, errors, mayBePersonal }, { status, headers: retryAfter ? { "Retry-After": String(retryAfter) } : {} });
}

const codeIn = (request: Request) => (new URL(request.url).searchParams.get("code") ?? "").slice(0, 60);

export const headers = answerHeaders;

export const meta: MetaFunction<typeof loader> = ({ data, location }) => {
  const t = concernWords(languageAsked(location));
  const about = data && aboutInShort(data.about);
  return [{ title: pageTitle(about ? t("title_about", { about }) : t("title")) }, { name: "description", content: t("description") }];
};

export default function NewConcern() {
  const { about, typed, phone } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  if (sent && "received" in sent) return <ConcernSentPage received={sent.received} phone={phone} />;
  return <ConcernFormPage about={about} typed={sent?.typed ?? typed} errors={sent?.errors ?? {}} mayBePersonal={sent?.mayBePersonal ?? false} phone={phone} />;
}
