import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { membershipIn } from "~/accounts/actor";
import { workBar } from "~/accounts/bar";
import { actorForForm, notFound, requireActor } from "~/accounts/session.server";
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
import type { PageHandle } from "~/ui/page-handle";
import { pageTitle } from "~/ui/title";

export const handle: PageHandle = { work: true };
export const meta: MetaFunction = () => [{ title: pageTitle("Things to look at again") }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const found = await warningsFor(pool.db, clock, actor, params.id!);
  if (!found) throw notFound();
  const { assessment, warnings } = found;
  if (assessment.state !== "draft") throw redirect(paths.assessment(assessment.id));
  const { slug } = membershipIn(actor, assessment.organisationId)!;
  return { bar: workBar(actor, request), id: assessment.id, title: assessment.version.standard.title, slug, warnings };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await actorForForm(request);
  const { replies, typed, errors } = repliesIn(await readForm(request));
  if (Object.keys(errors).length > 0) return data({ typed, errors }, 422);
  const replied = await replyToWarnings(pool.db, clock, actor, { assessmentId: params.id!, replies });
  if (!replied) throw notFound();
  if (!replied.ok) return data({ typed, errors: { warnings: refusalWords(replied.why) } as FieldErrors }, refusalStatus(replied.why));
  return redirect(`${paths.check(params.id!)}#warnings`);
}

export default function Warnings() {
  const loaded = useLoaderData<typeof loader>();
  const { typed = {}, errors = {} } = useActionData<typeof action>() ?? {};
  return <WarningsPage {...loaded} typed={typed} errors={errors} />;
}
