import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { workBar } from "~/accounts/bar";
import { ownOrganisation } from "~/accounts/own-organisation.server";
import { actorForForm, notFound, requireActor } from "~/accounts/session.server";
import { clock } from "~/platform/clock.server";
import { pool } from "~/platform/database.server";
import { useWords } from "~/platform/language";
import { paths } from "~/platform/paths";
import { readForm } from "~/platform/read-form.server";
import { offerErrors } from "~/providers/offer-words";
import { addOffer, endOffer, offersOf } from "~/providers/offers.server";
import { OfferForm, OfferList } from "~/providers/offers-page";
import { providerWords } from "~/providers/words/provider-words";
import { BackLink } from "~/ui/back-link";
import { ErrorSummary } from "~/ui/error-summary";
import type { PageHandle } from "~/ui/page-handle";
import { pageTitle } from "~/ui/title";
import { languageOfBar } from "~/ui/work-bar";

export const handle: PageHandle = { work: true, translated: true };
export const meta: MetaFunction = ({ data }) => [{ title: pageTitle(providerWords(languageOfBar(data))("offers.title")) }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const { organisationId, name, slug } = ownOrganisation(actor, params.slug);
  return { bar: workBar(actor, request), name, slug, offers: await offersOf(pool.db, organisationId) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await actorForForm(request);
  const { organisationId, slug } = ownOrganisation(actor, params.slug);
  const form = await readForm(request);
  const text = (name: string) => String(form.get(name) ?? "");
  if (text("intent") === "end") {
    const ended = await endOffer(pool.db, clock, actor, { organisationId, offerId: text("offer") });
    if (!ended) throw notFound();
    return redirect(paths.offers(slug));
  }
  const typed = { name: text("name"), summary: text("summary") };
  const added = await addOffer(pool.db, clock, actor, { organisationId, ...typed });
  if (!added) throw notFound();
  return added.ok ? redirect(paths.offers(slug)) : data({ typed, errors: offerErrors(added.why, actor.language) }, added.why === "already_there" ? 409 : 422);
}

export default function OffersPage() {
  const { name, slug, offers } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const { t } = useWords(providerWords);
  return (
    <div className="wm-prose">
      <BackLink href={paths.organisation(slug)}>{name}</BackLink>
      <ErrorSummary errors={sent?.errors ?? {}} />
      <h1 className="govuk-heading-l">{t("offers.title")}</h1>
      <p>{t("offers.lead")}</p>
      <OfferList offers={offers} />
      <OfferForm typed={sent?.typed ?? { name: "", summary: "" }} errors={sent?.errors ?? {}} />
    </div>
  );
}
