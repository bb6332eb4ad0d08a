import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { clock } from "~/platform/clock.server";
import { pool } from "~/platform/database.server";
import { consultationOf } from "~/standards/drafting/consultation.server";
import { ConsultationPage } from "~/standards/drafting/consultation-page";
import { pageTitle } from "~/ui/title";

export async function loader({ params }: LoaderFunctionArgs) {
  const found = await consultationOf(pool.db, clock, params.key ?? "", params.version ?? "");
  if (!found) throw new Response("Not found", { status: 404 });
  return found;
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: pageTitle(data ? `${data.title} ${data.version}, in consultation` : "Not found") }];

export default function Consultation() {
  return <ConsultationPage {...useLoaderData<typeof loader>()} />;
}
