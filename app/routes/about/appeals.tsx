import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { pool } from "~/platform/database.server";
import { languageAsked } from "~/platform/words";
import { learntYears } from "~/review/appeals/learning/learning.server";
import { LearntPage } from "~/review/appeals/learning/learnt-page";
import { appealWords } from "~/review/appeals/words/appeal-words";
import type { PageHandle } from "~/ui/page-handle";
import { pageTitle } from "~/ui/title";

export const handle: PageHandle = { translated: true };
export const meta: MetaFunction = ({ location }) => [{ title: pageTitle(appealWords(languageAsked(location))("learnt.h1")) }];

export const loader = async () => ({ years: await learntYears(pool.db) });

export default function AboutAppeals() {
  return <LearntPage {...useLoaderData<typeof loader>()} />;
}
