import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { clock } from "~/platform/clock.server";
import { pool } from "~/platform/database.server";
import { settings } from "~/platform/env.server";
import { languageAsked } from "~/platform/words";
import { ProviderPage } from "~/register/provider-page";
import { providerView } from "~/register/provider-view";
import { publicProviderAt } from "~/register/public-providers.server";
import { providerTitled } from "~/register/titled";
import { registerWords } from "~/register/words/register-words";
import { factsIn } from "~/standards/facts.server";
import { titlesIn } from "~/standards/translation/titles-in.server";
import type { PageHandle } from "~/ui/page-handle";
import { pageTitle } from "~/ui/title";

export const handle: PageHandle = { translated: true };

export async function loader({ params, request }: LoaderFunctionArgs) {
  const language = languageAsked(new URL(request.url));
  const provider = await publicProviderAt(pool.db, params.slug ?? "");
  if (!provider) throw new Response("Not found", { status: 404 });
  const titles = await titlesIn(pool.db, language);
  const { contact, baseUrl: origin } = settings();
  return { contact: { phone: contact.phone }, view: providerView(providerTitled(provider, titles), { now: clock.now(), origin, list: factsIn(language), language }) };
}

export const meta: MetaFunction<typeof loader> = ({ data, location }) => [{ title: pageTitle(data?.view.title ?? registerWords(languageAsked(location))("provider.not_found")) }];

export default function Provider() {
  return <ProviderPage {...useLoaderData<typeof loader>()} />;
}
