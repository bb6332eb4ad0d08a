import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { pool } from "~/platform/database.server";
import { paths } from "~/platform/paths";
import { ComparePage } from "~/standards/compare-page";
import { comparisonOf } from "~/standards/comparison.server";
import { marked } from "~/standards/marked";
import { pageTitle } from "~/ui/title";

export async function loader({ params }: LoaderFunctionArgs) {
  const found = await comparisonOf(pool.db, params.key ?? "", params.range);
  if (!found) throw new Response("Not found", { status: 404 });
  const { key, title } = found;
  if (found.turned) throw redirect(paths.standardComparison(key, found.from, found.to));
  return { standard: key, title, older: found.older, ...marked(found.comparison) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: pageTitle(data ? `${data.title}: ${data.from} and ${data.to} compared` : "Not found") }];

export default function Compare() {
  return <ComparePage {...useLoaderData<typeof loader>()} />;
}
