import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { workBar } from "~/accounts/bar";
import { actorForForm, notFound, requireActor } from "~/accounts/session.server";
import { doubtsFor, sayNotPersonal } from "~/assessments/not-personal.server";
import { doubtName, NotPersonalPage } from "~/assessments/not-personal-page";
import { notPersonalStatus, notPersonalWords } from "~/assessments/not-personal-words";
import { clock } from "~/platform/clock.server";
import { pool } from "~/platform/database.server";
import { paths } from "~/platform/paths";
import { readForm } from "~/platform/read-form.server";
import type { PageHandle } from "~/ui/page-handle";
import { pageTitle } from "~/ui/title";

export const handle: PageHandle = { work: true };
export const meta: MetaFunction = () => [{ title: pageTitle("Details of a person") }];

const text = z.string().max(5000).catch("");
const Sent = z.object({ criterion: text, field: text, reason: text, version: z.coerce.number().int().catch(0) });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const found = await doubtsFor(pool.db, actor, params.id!);
  if (!found) throw notFound();
  const { assessment, doubts } = found;
  if (assessment.state !== "draft") throw redirect(paths.assessment(assessment.id));
  return { bar: workBar(actor, request), id: assessment.id, title: assessment.version.standard.title, doubts };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await actorForForm(request);
  const sent = Sent.parse(Object.fromEntries(await readForm(request)));
  const said = await sayNotPersonal(pool.db, clock, actor, { assessmentId: params.id!, ...sent });
  if (!said) throw notFound();
  if (said.ok) return redirect(paths.check(params.id!));
  const name = doubtName(sent);
  return data({ typed: { [name]: sent.reason }, errors: { [name]: notPersonalWords(said.why) } }, notPersonalStatus(said.why));
}

export default function NotPersonal() {
  const { bar: _bar, ...loaded } = useLoaderData<typeof loader>();
  const { typed = {}, errors = {} } = useActionData<typeof action>() ?? {};
  return <NotPersonalPage {...loaded} typed={typed} errors={errors} />;
}
