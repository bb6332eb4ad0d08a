import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { workBar } from "~/accounts/bar";
import { actorForForm, notFound, requireActor, requireRole } from "~/accounts/session.server";
import { clock } from "~/platform/clock.server";
import { pool } from "~/platform/database.server";
import { readForm } from "~/platform/read-form.server";
import { caseFor } from "~/review/case.server";
import { answerOnCase } from "~/review/case-forms.server";
import { CasePage } from "~/review/case-page";
import { noteLook } from "~/review/record/look.server";
import type { PageHandle } from "~/ui/page-handle";
import { pageTitle } from "~/ui/title";

export const handle: PageHandle = { work: true };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  requireRole(actor, "assessor", "moderator", "decider");
  const view = await caseFor(pool.db, clock, actor, params.id!);
  if (!view) throw notFound();
  await noteLook(pool.db, clock, actor, { cases: [view.id], what: "case", request });
  return { bar: workBar(actor, request), view };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await actorForForm(request, "assessor", "moderator");
  const answer = await answerOnCase(pool.db, clock, actor, params.id!, await readForm(request));
  if (!answer) throw notFound();
  if (!answer.ok) return data({ typed: answer.typed, errors: answer.errors }, answer.status);
  return redirect(answer.path);
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: pageTitle(loaded ? `${loaded.view.provider.name}, ${loaded.view.number}` : "Case") }];

export default function Case() {
  const { view } = useLoaderData<typeof loader>();
  const { typed = {}, errors = {} } = useActionData<typeof action>() ?? {};
  return <CasePage view={view} typed={typed} errors={errors} />;
}
