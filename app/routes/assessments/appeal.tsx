import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { workBar } from "~/accounts/bar";
import { actorForForm, notFound, requireActor } from "~/accounts/session.server";
import { clock } from "~/platform/clock.server";
import { pool } from "~/platform/database.server";
import { paths } from "~/platform/paths";
import { readForm } from "~/platform/read-form.server";
import { ownAppealFor } from "~/review/appeals/own-appeal.server";
import { answerOwnAppeal } from "~/review/appeals/own-appeal-form.server";
import { OwnAppealPage } from "~/review/appeals/own-appeal-page";
import { appealWords } from "~/review/appeals/words/appeal-words";
import type { PageHandle } from "~/ui/page-handle";
import { pageTitle } from "~/ui/title";
import { languageOfBar } from "~/ui/work-bar";

export const handle: PageHandle = { work: true, translated: true };
export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: pageTitle(appealWords(languageOfBar(loaded))("page.title")) }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const view = await ownAppealFor(pool.db, clock, actor, params.id!);
  if (!view) throw notFound();
  return { bar: workBar(actor, request), view };
}

/** Keeps or sends it, goes on to the panel, or takes it back. */
export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await actorForForm(request);
  const answered = await answerOwnAppeal(pool.db, clock, actor, params.id!, await readForm(request));
  if (!answered) throw notFound();
  if (answered.ok) return redirect(`${paths.ownAppeal(params.id!)}#appeal`);
  return data({ typed: answered.typed, errors: answered.errors }, answered.status);
}

export default function Appeal() {
  const { view } = useLoaderData<typeof loader>();
  const { typed = {}, errors = {} } = useActionData<typeof action>() ?? {};
  return <OwnAppealPage view={view} typed={typed} errors={errors} />;
}
