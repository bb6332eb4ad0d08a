import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { londonDay } from "~/platform/calendar";
import { clock } from "~/platform/clock.server";
import { pool } from "~/platform/database.server";
import { languageAsked } from "~/platform/words";
import { RegisterPage } from "~/register/register-page";
import { registerView } from "~/register/register-view";
import { readSearch } from "~/register/search";
import { searchRegister } from "~/register/search.server";
import { hitTitled } from "~/register/titled";
import { registerWords } from "~/register/words/register-words";
import { factsIn } from "~/standards/facts.server";
import { titlesIn } from "~/standards/translation/titles-in.server";
import { latestVersions } from "~/standards/versions.server";
import type { PageHandle } from "~/ui/page-handle";
import { pageTitle } from "~/ui/title";

export const handle: PageHandle = { fields: true, translated: true };

export async function loader({ request }: LoaderFunctionArgs) {
  const url = new URL(request.url);
  const language = languageAsked(url);
  const search = { ...readSearch(url.searchParams), per_page: 20 };
  const now = clock.now();
  const [found, versions, titles] = await Promise.all([searchRegister(pool.db, search, now), latestVersions(pool.db, londonDay(now)), titlesIn(pool.db, language)]);
  return registerView(
    { ...found, hits: found.hits.map((hit) => hitTitled(hit, titles)) },
    search,
    factsIn(language),
    versions.map(({ standard }) => ({ key: standard.key, title: titles(standard) ?? standard.title })),
    language,
  );
}

export const meta: MetaFunction<typeof loader> = ({ data, location }) => [{ title: pageTitle(data?.h1 ?? registerWords(languageAsked(location))("register.find")) }];

export default function Register() {
  return <RegisterPage view={useLoaderData<typeof loader>()} />;
}
