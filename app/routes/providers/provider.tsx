import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { clock } from "~/platform/clock.server";
import { pool } from "~/platform/database.server";
import { settings } from "~/platform/env.server";
import { ProviderPage } from "~/register/provider-page";
import { providerView } from "~/register/provider-view";
import { publicProviderAt } from "~/register/public-providers.server";
import { structuredFacts } from "~/standards/facts.server";
import { pageTitle } from "~/ui/title";

export async function loader({ params }: LoaderFunctionArgs) {
  const provider = await publicProviderAt(pool.db, params.slug ?? "");
  if (!provider) throw new Response("Not found", { status: 404 });
  const { contact, baseUrl: origin } = settings();
  return { contact: { phone: contact.phone }, view: providerView(provider, { now: clock.now(), origin, list: structuredFacts() }) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: pageTitle(data?.view.title ?? "Not found") }];

export default function Provider() {
  return <ProviderPage {...useLoaderData<typeof loader>()} />;
}
