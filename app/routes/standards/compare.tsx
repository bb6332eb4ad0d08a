import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { pool } from "~/platform/database.server";
import { paths } from "~/platform/paths";
import { inLanguage, languageAsked } from "~/platform/words";
import { ComparePage } from "~/standards/compare-page";
import { comparisonOf } from "~/standards/comparison.server";
import { marked } from "~/standards/marked";
import { standardsWords } from "~/standards/words/standards-words";
import type { PageHandle } from "~/ui/page-handle";
import { pageTitle } from "~/ui/title";

export const handle: PageHandle = { translated: true };

export async function loader({ params, request }: LoaderFunctionArgs) {
  const language = languageAsked(new URL(request.url));
  const found = await comparisonOf(pool.db, params.key ?? "", params.range, language);
  if (!found) throw new Response("Not found", { status: 404 });
  if (found.turned) throw redirect(inLanguage(paths.standardComparison(found.key, found.from, found.to), language));
  const { key, title, titleIn, older, textIn, checked, comparison } = found;
  return { standard: key, title, titleIn, older, textIn, checked, ...marked(comparison) };
}

export const meta: MetaFunction<typeof loader> = ({ data, location }) => [
  { title: pageTitle(data ? standardsWords(languageAsked(location))("compare.tab", { title: data.title, from: data.from, to: data.to }) : "Not found") },
];

export default function Compare() {
  return <ComparePage {...useLoaderData<typeof loader>()} />;
}
