import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { pool } from "~/platform/database.server";
import { languageAsked } from "~/platform/words";
import { PublicReliabilityPage } from "~/review/reliability/public-page";
import { publicLines } from "~/review/reliability/report";
import { newestReport } from "~/review/reliability/report.server";
import { reliabilityWords } from "~/review/reliability/words/reliability-words";
import type { PageHandle } from "~/ui/page-handle";
import { pageTitle } from "~/ui/title";

export const handle: PageHandle = { translated: true };
export const meta: MetaFunction = ({ location }) => [{ title: pageTitle(reliabilityWords(languageAsked(location))("h1")) }];

export async function loader() {
  const report = await newestReport(pool.db);
  return { report: report ? { quarter: report.quarter, inQuarter: publicLines(report.inQuarter), soFar: publicLines(report.soFar) } : null };
}

export default function Reliability() {
  return <PublicReliabilityPage report={useLoaderData<typeof loader>().report} />;
}
