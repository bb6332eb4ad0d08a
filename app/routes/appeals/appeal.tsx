import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { workBar } from "~/accounts/bar";
import { actorForForm, notFound, requireActor, requireRole } from "~/accounts/session.server";
import { clock } from "~/platform/clock.server";
import { pool } from "~/platform/database.server";
import { paths } from "~/platform/paths";
import { readForm } from "~/platform/read-form.server";
import { appealDeskFor } from "~/review/appeals/appeal-desk.server";
import { actOnAppeal } from "~/review/appeals/appeal-desk-form.server";
import { AppealDeskPage } from "~/review/appeals/appeal-desk-page";
import { findAppeal } from "~/review/appeals/find-appeal.server";
import type { PageHandle } from "~/ui/page-handle";
import { pageTitle } from "~/ui/title";

export const handle: PageHandle = { work: true, wide: true };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  requireRole(actor, "moderator", "panel");
  const desk = await appealDeskFor(pool.db, clock, actor, params.id!);
  if (!desk) throw notFound();
  return { bar: workBar(actor, request), desk };
}

/** Every form of the page: each is one move of the appeal. Somebody who has just left the panel sees it no more. */
export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await actorForForm(request, "moderator", "panel");
  const done = await actOnAppeal(pool.db, clock, actor, params.id!, await readForm(request));
  if (!done) throw notFound();
  if (done.ok) return redirect((await findAppeal(pool.db, actor, params.id!)) ? paths.appeal(params.id!) : paths.appeals);
  return data({ typed: done.typed, errors: done.errors }, done.status);
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: pageTitle(loaded ? `Appeal: ${loaded.desk.provider}, ${loaded.desk.number}` : "Appeal") }];

export default function Appeal() {
  const { desk } = useLoaderData<typeof loader>();
  const { typed = {}, errors = {} } = useActionData<typeof action>() ?? {};
  return <AppealDeskPage desk={desk} typed={typed} errors={errors} />;
}
