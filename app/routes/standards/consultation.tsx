import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { clock } from "~/platform/clock.server";
import { pool } from "~/platform/database.server";
import { languageAsked } from "~/platform/words";
import { consultationOf } from "~/standards/drafting/consultation.server";
import { ConsultationPage } from "~/standards/drafting/consultation-page";
import { standardsWords } from "~/standards/words/standards-words";
import type { PageHandle } from "~/ui/page-handle";
import { pageTitle } from "~/ui/title";

export const handle: PageHandle = { translated: true };

export async function loader({ params, request }: LoaderFunctionArgs) {
  const found = await consultationOf(pool.db, clock, params.key ?? "", params.version ?? "", languageAsked(new URL(request.url)));
  if (!found) throw new Response("Not found", { status: 404 });
  return found;
}

export const meta: MetaFunction<typeof loader> = ({ data, location }) => [
  { title: pageTitle(data ? standardsWords(languageAsked(location))("consultation.tab", { title: data.title, version: data.version }) : "Not found") },
];

export default function Consultation() {
  return <ConsultationPage {...useLoaderData<typeof loader>()} />;
}
