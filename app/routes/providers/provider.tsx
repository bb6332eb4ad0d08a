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
  return providerView(provider, { now: clock.now(), origin: settings().baseUrl, list: structuredFacts() });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: pageTitle(data?.title ?? "Not found") }];

export default function Provider() {
  return <ProviderPage view={useLoaderData<typeof loader>()} />;
}
