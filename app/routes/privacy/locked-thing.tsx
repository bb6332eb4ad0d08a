import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { workBar } from "~/accounts/bar";
import { actorForForm, notFound, requireActor, requireRole } from "~/accounts/session.server";
import { clock } from "~/platform/clock.server";
import { pool } from "~/platform/database.server";
import { paths } from "~/platform/paths";
import { readForm } from "~/platform/read-form.server";
import { answerDecision } from "~/review/privacy/decision-form.server";
import { lockFor } from "~/review/privacy/find-lock.server";
import { kindWords } from "~/review/privacy/found";
import { LockedThing } from "~/review/privacy/locked-page";
import { BackLink } from "~/ui/back-link";
import { ErrorSummary } from "~/ui/error-summary";
import type { PageHandle } from "~/ui/page-handle";
import { pageTitle } from "~/ui/title";

export const handle: PageHandle = { work: true };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  requireRole(actor, "privacy_lead");
  const lock = await lockFor(pool.db, clock, actor, params.id!);
  if (!lock) throw notFound();
  return { bar: workBar(actor, request), lock };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await actorForForm(request, "privacy_lead");
  const answer = await answerDecision(pool.db, clock, actor, params.id!, await readForm(request));
  if (!answer) throw notFound();
  if (!answer.ok) return data({ typed: answer.typed, errors: answer.errors }, answer.status);
  return redirect(paths.lockedThing(params.id!));
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: pageTitle(loaded ? `${loaded.lock.case}, ${loaded.lock.criterion}: locked` : "Locked") }];

export default function Thing() {
  const { lock } = useLoaderData<typeof loader>();
  const { typed = { move: "", reason: "", breach: "", breach_reason: "" }, errors = {} } = useActionData<typeof action>() ?? {};
  return (
    <div className="wm-prose">
      <BackLink href={paths.locked}>Locked</BackLink>
      <ErrorSummary errors={errors} />
      <h1 className="govuk-heading-l">{`${lock.case}: ${kindWords[lock.kind]}, ${lock.criterion}`}</h1>
      <LockedThing lock={lock} typed={typed} errors={errors} />
    </div>
  );
}
