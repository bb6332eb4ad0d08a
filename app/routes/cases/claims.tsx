import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { workBar } from "~/accounts/bar";
import { actorForForm, notFound, requireActor, requireRole } from "~/accounts/session.server";
import { clock } from "~/platform/clock.server";
import { pool } from "~/platform/database.server";
import { paths } from "~/platform/paths";
import { readForm } from "~/platform/read-form.server";
import { claimsDeskFor } from "~/review/claims-desk.server";
import { ClaimsPage } from "~/review/claims-page";
import { decideWords } from "~/review/decide-words";
import { noteLook } from "~/review/record/look.server";
import { refusalStatus } from "~/review/refusal-status";
import { ruleOnClaims } from "~/review/rule-claims.server";
import type { FieldErrors } from "~/ui/form";
import type { PageHandle } from "~/ui/page-handle";
import { pageTitle } from "~/ui/title";

export const handle: PageHandle = { work: true };
type Answer = { reason: string; errors: FieldErrors };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  requireRole(actor, "moderator");
  const desk = await claimsDeskFor(pool.db, clock, actor, params.id!);
  if (!desk) throw notFound();
  await noteLook(pool.db, clock, actor, { cases: [params.id!], what: "claims", request });
  return { bar: workBar(actor, request), desk };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await actorForForm(request, "moderator");
  const form = await readForm(request);
  const reason = String(form.get("reason") ?? "").slice(0, 10_000);
  const ruled = await ruleOnClaims(pool.db, clock, actor, { caseId: params.id!, confirmed: form.get("claims") === "confirm", reason });
  if (!ruled) throw notFound();
  if (!ruled.ok) return data<Answer>({ reason, errors: { reason: decideWords(ruled) } }, refusalStatus(ruled.why));
  return redirect(paths.case(params.id!));
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: pageTitle(loaded ? `What does not apply: ${loaded.desk.case.provider}` : "What does not apply") }];

export default function Claims() {
  const { desk } = useLoaderData<typeof loader>();
  const { reason = "", errors = {} } = useActionData<typeof action>() ?? {};
  return <ClaimsPage desk={desk} reason={reason} errors={errors} />;
}
