import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { Actor } from "~/accounts/actor";
import { workBar } from "~/accounts/bar";
import { actorForForm, notFound, requireActor, requireRole } from "~/accounts/session.server";
import { answerHolderChange, proposeHolderChange } from "~/marks/holders/change-holder.server";
import { type HolderForm, holderRefusals, readHolderForm, sinceIn, type TypedHolder } from "~/marks/holders/holder-form";
import { holderOf } from "~/marks/holders/holder-history.server";
import { HolderPage } from "~/marks/holders/holder-page";
import { clock } from "~/platform/clock.server";
import { pool } from "~/platform/database.server";
import { paths } from "~/platform/paths";
import { readForm } from "~/platform/read-form.server";
import { BackLink } from "~/ui/back-link";
import { ErrorSummary } from "~/ui/error-summary";
import type { FieldErrors } from "~/ui/form";
import type { PageHandle } from "~/ui/page-handle";
import { pageTitle } from "~/ui/title";

export const handle: PageHandle = { work: true };
export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: pageTitle(loaded ? `Holder: ${loaded.view.name}` : "Holder") }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  requireRole(actor, "moderator", "decider");
  const view = await holderOf(pool.db, actor, params.code ?? "");
  if (!view) throw notFound();
  return { bar: workBar(actor, request), view };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await actorForForm(request, "moderator", "decider");
  const code = params.code ?? "";
  if (!(await holderOf(pool.db, actor, code))) throw notFound();
  const typed = Object.fromEntries([...(await readForm(request))].map(([name, value]) => [name, String(value).slice(0, 10_000)]));
  const wrong = (errors: FieldErrors, status: number) => data({ typed, errors }, status);
  const form = readHolderForm(typed);
  if (!form) return wrong({ intent: "Choose what has changed" }, 422);
  const done = await carryOut(actor, code, form);
  if (done === "no_day") return wrong({ since: "Give the day, such as 27 3 2027" }, 422);
  if (!done) throw notFound();
  if (done.ok) return redirect(paths.holder(code), 303);
  const { field, words, status } = holderRefusals[done.why];
  return wrong({ [field]: words }, status);
}

async function carryOut(actor: Actor, code: string, form: HolderForm) {
  if ("change" in form) return answerHolderChange(pool.db, clock, actor, { code, id: form.change, answer: form.intent });
  const since = sinceIn(form);
  if (!since) return "no_day" as const;
  const { identifier, note } = form;
  const shared = { code, identifier, note, since };
  return proposeHolderChange(pool.db, clock, actor, "name" in form ? { ...shared, kind: "renamed", name: form.name } : { ...shared, kind: form.intent, intoIdentifier: form.into });
}

const nothing: TypedHolder = {};

export default function Holder() {
  const { view } = useLoaderData<typeof loader>();
  const { typed = nothing, errors = {} } = useActionData<typeof action>() ?? {};
  return (
    <>
      <BackLink href={paths.heldMark(view.code)}>The mark</BackLink>
      <ErrorSummary errors={errors} />
      <h1 className="govuk-heading-l">Who holds it: {view.name}</h1>
      <HolderPage view={view} typed={typed} errors={errors} />
    </>
  );
}
