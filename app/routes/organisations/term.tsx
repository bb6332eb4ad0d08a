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
import { chooseTerm, TermChoice } from "~/providers/choose-term.server";
import { TermForm } from "~/providers/term-form";
import { providerWords } from "~/providers/words/provider-words";
import { BackLink } from "~/ui/back-link";
import { ErrorSummary } from "~/ui/error-summary";
import { Notification } from "~/ui/notification";
import type { PageHandle } from "~/ui/page-handle";
import { pageTitle } from "~/ui/title";
import { languageOfBar } from "~/ui/work-bar";

export const handle: PageHandle = { work: true, translated: true };
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: pageTitle(providerWords(languageOfBar(data))("term.title")) }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const { name, slug, linkWorkerTerm } = ownOrganisation(actor, params.slug);
  return { bar: workBar(actor, request), name, slug, term: linkWorkerTerm ?? "link_worker", done: new URL(request.url).searchParams.get("done") === "term" };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await actorForForm(request);
  const { organisationId, slug } = ownOrganisation(actor, params.slug);
  const chosen = TermChoice.safeParse(Object.fromEntries(await readForm(request)));
  if (!chosen.success) return data({ errors: { term: providerWords(actor.language)("term.wrong") } }, 422);
  if (!(await chooseTerm(pool.db, clock, actor, organisationId, chosen.data.term))) throw notFound();
  return redirect(`${paths.organisationTerm(slug)}?done=term`);
}

export default function TermPage() {
  const { name, slug, term, done } = useLoaderData<typeof loader>();
  const errors = useActionData<typeof action>()?.errors ?? {};
  const { t } = useWords(providerWords);
  return (
    <div className="wm-prose">
      {done && <Notification tone="done">{t("term.done")}</Notification>}
      <BackLink href={paths.organisation(slug)}>{name}</BackLink>
      <ErrorSummary errors={errors} />
      <h1 className="govuk-heading-l">{t("term.title")}</h1>
      <p>{t("term.what")}</p>
      <TermForm term={term} errors={errors} />
      <p>{t("term.only_words")}</p>
    </div>
  );
}
