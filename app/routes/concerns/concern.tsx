import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { workBar } from "~/accounts/bar";
import { actorForForm, notFound, requireActor, requireRole } from "~/accounts/session.server";
import { ConcernPage } from "~/concerns/concern-page";
import { concernFor } from "~/concerns/find-concern.server";
import { answerStepForm } from "~/concerns/step-form.server";
import { clock } from "~/platform/clock.server";
import { pool } from "~/platform/database.server";
import { paths } from "~/platform/paths";
import { readForm } from "~/platform/read-form.server";
import type { PageHandle } from "~/ui/page-handle";
import { pageTitle } from "~/ui/title";

export const handle: PageHandle = { work: true };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  requireRole(actor, "moderator");
  const desk = await concernFor(pool.db, clock, actor, params.id!);
  if (!desk) throw notFound();
  return { bar: workBar(actor, request), desk };
}

/** Every form of the page is one step. Who has named a group that they have a tie to sees the concern no more. */
export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await actorForForm(request, "moderator");
  const done = await answerStepForm(pool.db, clock, actor, params.id!, await readForm(request));
  if (!done) throw notFound();
  if (done.ok) return redirect((await concernFor(pool.db, clock, actor, params.id!)) ? paths.concern(params.id!) : paths.concerns);
  return data({ typed: done.typed, errors: done.errors }, done.status);
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: pageTitle(loaded ? `Concern ${loaded.desk.reference}` : "Concern") }];

export default function Concern() {
  const { desk } = useLoaderData<typeof loader>();
  const { typed = {}, errors = {} } = useActionData<typeof action>() ?? {};
  return <ConcernPage desk={desk} typed={typed} errors={errors} />;
}
