import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { workBar } from "~/accounts/bar";
import { actorForForm, notFound, requireActor } from "~/accounts/session.server";
import { askingWords } from "~/assessments/asking/words/asking-words";
import { doubtsFor, sayNotPersonal } from "~/assessments/not-personal.server";
import { doubtName, NotPersonalPage } from "~/assessments/not-personal-page";
import { notPersonalStatus, notPersonalWords } from "~/assessments/not-personal-words";
import { clock } from "~/platform/clock.server";
import { pool } from "~/platform/database.server";
import { paths } from "~/platform/paths";
import { readForm } from "~/platform/read-form.server";
import type { PageHandle } from "~/ui/page-handle";
import { pageTitle } from "~/ui/title";
import { languageOfBar } from "~/ui/work-bar";

export const handle: PageHandle = { work: true, translated: true };
export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: pageTitle(askingWords(languageOfBar(loaded))("not_personal.title")) }];

const text = z.string().max(5000).catch("");
const Sent = z.object({ criterion: text, field: text, reason: text, version: z.coerce.number().int().catch(0) });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const found = await doubtsFor(pool.db, actor, params.id!);
  if (!found) throw notFound();
  const { assessment, doubts } = found;
  if (assessment.state !== "draft") throw redirect(paths.assessment(assessment.id));
  return { bar: workBar(actor, request), id: assessment.id, standard: { title: assessment.version.standard.title, textIn: assessment.textIn }, doubts };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await actorForForm(request);
  const sent = Sent.parse(Object.fromEntries(await readForm(request)));
  const said = await sayNotPersonal(pool.db, clock, actor, { assessmentId: params.id!, ...sent });
  if (!said) throw notFound();
  if (said.ok) return redirect(paths.check(params.id!));
  const name = doubtName(sent);
  return data({ typed: { [name]: sent.reason }, errors: { [name]: notPersonalWords(said.why, actor.language) } }, notPersonalStatus(said.why));
}

export default function NotPersonal() {
  const { bar: _bar, ...loaded } = useLoaderData<typeof loader>();
  const { typed = {}, errors = {} } = useActionData<typeof action>() ?? {};
  return <NotPersonalPage {...loaded} typed={typed} errors={errors} />;
}
