import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { membershipIn } from "~/accounts/actor";
import { workBar } from "~/accounts/bar";
import { chooseLanguage } from "~/accounts/choose-language.server";
import { actorForForm, notFound, requireActor } from "~/accounts/session.server";
import { askingWords } from "~/assessments/asking/words/asking-words";
import { repliesIn } from "~/assessments/plausibility-words";
import { refusalStatus, refusalWords } from "~/assessments/refusal-words";
import { replyToWarnings } from "~/assessments/reply-to-warnings.server";
import { warningsFor } from "~/assessments/warnings.server";
import { WarningsPage } from "~/assessments/warnings-page";
import { clock } from "~/platform/clock.server";
import { pool } from "~/platform/database.server";
import { paths } from "~/platform/paths";
import { readForm } from "~/platform/read-form.server";
import type { FieldErrors } from "~/ui/form";
import { languageChosen } from "~/ui/language-buttons";
import type { PageHandle } from "~/ui/page-handle";
import { pageTitle } from "~/ui/title";
import { languageOfBar } from "~/ui/work-bar";

export const handle: PageHandle = { work: true, translated: true, ownSwitch: true };
export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: pageTitle(askingWords(languageOfBar(loaded))("warnings.title")) }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const found = await warningsFor(pool.db, clock, actor, params.id!);
  if (!found) throw notFound();
  const { assessment, warnings } = found;
  if (assessment.state !== "draft") throw redirect(paths.assessment(assessment.id));
  const { slug } = membershipIn(actor, assessment.organisationId)!;
  const bar = workBar(actor, request);
  return { bar, switching: bar.switching!, id: assessment.id, standard: { title: assessment.version.standard.title, textIn: assessment.textIn }, slug, warnings };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await actorForForm(request);
  const form = await readForm(request);
  const chosen = languageChosen(form, "language");
  const language = chosen ?? actor.language;
  const { replies, typed, errors } = repliesIn(form, language);
  const long = Object.keys(errors).length > 0;
  const replied = long ? undefined : await replyToWarnings(pool.db, clock, actor, { assessmentId: params.id!, replies });
  if (!long && !replied) throw notFound();
  if (chosen) await chooseLanguage(pool.db, clock, actor, chosen);
  if (!replied) return data({ typed, errors }, 422);
  if (!replied.ok) return data({ typed, errors: { warnings: refusalWords(replied.why, language) } as FieldErrors }, refusalStatus(replied.why));
  return redirect(chosen ? paths.warnings(params.id!) : `${paths.check(params.id!)}#warnings`);
}

export default function Warnings() {
  const loaded = useLoaderData<typeof loader>();
  const { typed = {}, errors = {} } = useActionData<typeof action>() ?? {};
  return <WarningsPage {...loaded} typed={typed} errors={errors} />;
}
