import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { figuresAt } from "~/insights/figures.server";
import { HowLongPage } from "~/insights/how-long-page";
import { insightsWords } from "~/insights/words/insights-words";
import { londonDay } from "~/platform/calendar";
import { clock } from "~/platform/clock.server";
import { pool } from "~/platform/database.server";
import { languageAsked } from "~/platform/words";
import { titlesIn } from "~/standards/translation/titles-in.server";
import type { PageHandle } from "~/ui/page-handle";
import { pageTitle } from "~/ui/title";

export const handle: PageHandle = { translated: true };
export const meta: MetaFunction = ({ location }) => [{ title: pageTitle(insightsWords(languageAsked(location))("how_long.h1")) }];

export async function loader({ request }: LoaderFunctionArgs) {
  const language = languageAsked(new URL(request.url));
  const [figures, titles] = await Promise.all([figuresAt(pool.db, londonDay(clock.now())), titlesIn(pool.db, language)]);
  if (!figures) return { figures: null };
  const standards = figures.standards.map((standard) => {
    const translated = titles(standard);
    return { ...standard, title: translated ?? standard.title, textIn: translated ? language : ("en" as const) };
  });
  return { figures: { ...figures, standards } };
}

export default function HowLong() {
  return <HowLongPage {...useLoaderData<typeof loader>()} />;
}
