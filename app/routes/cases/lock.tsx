import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { workBar } from "~/accounts/bar";
import { actorForForm, notFound, requireActor, requireRole } from "~/accounts/session.server";
import { clock } from "~/platform/clock.server";
import { pool } from "~/platform/database.server";
import { fieldErrors } from "~/platform/form";
import { readForm } from "~/platform/read-form.server";
import { LockForm } from "~/review/privacy/details";
import { lockDetails, toLock } from "~/review/privacy/lock-details.server";
import { LockPage, type TypedLock, wayBack } from "~/review/privacy/lock-page";
import { deskCase } from "~/review/reading.server";
import { refusalStatus } from "~/review/refusal-status";
import { refusalWords } from "~/review/refusal-words";
import type { FieldErrors } from "~/ui/form";
import type { PageHandle } from "~/ui/page-handle";
import { pageTitle } from "~/ui/title";

export const handle: PageHandle = { work: true };
export const meta: MetaFunction = () => [{ title: pageTitle("This contains personal details") }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  requireRole(actor, "assessor", "moderator", "decider");
  const found = await toLock(pool.db, actor, { caseId: params.id!, criterion: params.criterion!, what: params.what! });
  if (!found) throw notFound();
  return { bar: workBar(actor, request), about: deskCase(clock, found.file), criterion: params.criterion!, kind: found.found.kind, locked: found.locked };
}

type Answer = { typed: TypedLock; errors: FieldErrors };

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await actorForForm(request, "assessor", "moderator", "decider");
  const sent = await readForm(request);
  const typed = { sorts: sent.getAll("sorts").map(String), place: String(sent.get("place") ?? "").slice(0, 5000) };
  const of = { caseId: params.id!, criterion: params.criterion!, what: params.what! };
  const form = LockForm.safeParse(typed);
  if (!form.success) {
    if (!(await toLock(pool.db, actor, of))) throw notFound();
    return data<Answer>({ typed, errors: fieldErrors(form.error) }, 422);
  }
  const locked = await lockDetails(pool.db, clock, actor, { ...of, ...form.data });
  if (!locked) throw notFound();
  if (!locked.ok) return data<Answer>({ typed, errors: { place: refusalWords[locked.why] } }, refusalStatus(locked.why));
  return redirect(wayBack(of.caseId, of.criterion));
}

export default function Lock() {
  const { about, criterion, kind, locked } = useLoaderData<typeof loader>();
  const { typed = { sorts: [], place: "" }, errors = {} } = useActionData<typeof action>() ?? {};
  return <LockPage about={about} criterion={criterion} kind={kind} locked={locked} typed={typed} errors={errors} />;
}
