import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { workBar } from "~/accounts/bar";
import { actorForForm, notFound, requireActor, requireRole } from "~/accounts/session.server";
import { clock } from "~/platform/clock.server";
import { pool } from "~/platform/database.server";
import { paths } from "~/platform/paths";
import { readForm } from "~/platform/read-form.server";
import { caseFor } from "~/review/case.server";
import { CasePage } from "~/review/case-page";
import { refusalStatus } from "~/review/refusal-status";
import { refusalWords } from "~/review/refusal-words";
import { stepAside } from "~/review/step-aside.server";
import type { FieldErrors } from "~/ui/form";
import type { PageHandle } from "~/ui/page-handle";
import { pageTitle } from "~/ui/title";

export const handle: PageHandle = { work: true };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  requireRole(actor, "assessor", "moderator", "decider");
  const view = await caseFor(pool.db, clock, actor, params.id!);
  if (!view) throw notFound();
  return { bar: workBar(actor, request), view };
}

const StepAside = z.object({ reason: z.string().trim().min(1, "Say why you step aside").max(500, "Say why in no more than 500 characters") });

/** The one form of this page: a reader steps aside. */
export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await actorForForm(request);
  requireRole(actor, "assessor");
  const typed = Object.fromEntries(await readForm(request));
  const form = StepAside.safeParse(typed);
  const reason = String(typed.reason ?? "").slice(0, 5000);
  if (!form.success) return data<{ reason: string; errors: FieldErrors }>({ reason, errors: { reason: form.error.issues[0]!.message } }, 400);
  const left = await stepAside(pool.db, clock, actor, { caseId: params.id!, ...form.data });
  if (!left) throw notFound();
  if (!left.ok) return data<{ reason: string; errors: FieldErrors }>({ reason, errors: { reason: refusalWords[left.why] } }, refusalStatus(left.why));
  return redirect(paths.cases);
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: pageTitle(loaded ? `${loaded.view.provider.name}, ${loaded.view.number}` : "Case") }];

export default function Case() {
  const { view } = useLoaderData<typeof loader>();
  const { reason = "", errors = {} } = useActionData<typeof action>() ?? {};
  return <CasePage view={view} reason={reason} errors={errors} />;
}
