import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { workBar } from "~/accounts/bar";
import { actorForForm, notFound, requireActor, requireRole } from "~/accounts/session.server";
import { clock } from "~/platform/clock.server";
import { pool } from "~/platform/database.server";
import { paths } from "~/platform/paths";
import { readForm } from "~/platform/read-form.server";
import { answerTies } from "~/review/interests/answer-ties.server";
import { tiesDeskFor } from "~/review/interests/ties-desk.server";
import { TiesPage } from "~/review/interests/ties-page";
import type { PageHandle } from "~/ui/page-handle";
import { pageTitle } from "~/ui/title";

export const handle: PageHandle = { work: true };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  requireRole(actor, "moderator");
  const desk = await tiesDeskFor(pool.db, clock, actor, params.id!);
  if (!desk) throw notFound();
  return { bar: workBar(actor, request), desk };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await actorForForm(request, "moderator");
  const answered = await answerTies(pool.db, clock, actor, params.id!, await readForm(request));
  if (!answered) throw notFound();
  return answered.ok ? redirect(paths.case(params.id!)) : data(answered, answered.status);
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: pageTitle(loaded ? `Conflicts of interest: ${loaded.desk.case.provider}` : "Conflicts of interest") },
];

export default function CaseInterests() {
  const { desk } = useLoaderData<typeof loader>();
  const { typed = { reason: "" }, errors = {} } = useActionData<typeof action>() ?? {};
  return <TiesPage desk={desk} typed={typed} errors={errors} />;
}
