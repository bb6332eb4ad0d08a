import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { hasRole } from "~/accounts/actor";
import { workBar } from "~/accounts/bar";
import { actorForForm, notFound, requireActor, requireRole } from "~/accounts/session.server";
import { clock } from "~/platform/clock.server";
import { pool } from "~/platform/database.server";
import { paths } from "~/platform/paths";
import { readForm } from "~/platform/read-form.server";
import { refusalStatus } from "~/review/refusal-status";
import { guidanceErrors, readClosing, type TypedClosing } from "~/review/reliability/guidance";
import { closeReview, reviewById } from "~/review/reliability/guidance.server";
import { GuidancePage } from "~/review/reliability/guidance-page";
import type { FieldErrors } from "~/ui/form";
import type { PageHandle } from "~/ui/page-handle";
import { pageTitle } from "~/ui/title";

export const handle: PageHandle = { work: true };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  requireRole(actor, "moderator", "decider", "editor");
  const review = await reviewById(pool.db, params.id!);
  if (!review) throw notFound();
  return { bar: workBar(actor, request), review, mayClose: hasRole(actor, "moderator", "editor") };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await actorForForm(request, "moderator", "editor");
  const form = await readForm(request);
  const typed: TypedClosing = { outcome: String(form.get("outcome") ?? ""), reason: String(form.get("reason") ?? "").slice(0, 10_000) };
  const answer = (errors: FieldErrors, status: number) => data({ typed, errors }, status);
  const read = readClosing(typed);
  if (!read.ok) return answer(read.errors, 400);
  const closed = await closeReview(pool.db, clock, actor, { id: params.id!, ...read.closing });
  if (!closed) throw notFound();
  return closed.ok ? redirect(paths.reliability) : answer(guidanceErrors(closed.why), refusalStatus(closed.why));
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: pageTitle(loaded ? `Guidance of ${loaded.review.criterion.id}` : "Guidance") }];

export default function Review() {
  const { review, mayClose } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <GuidancePage review={review} mayClose={mayClose} typed={answer?.typed ?? { outcome: "", reason: "" }} errors={answer?.errors ?? {}} />;
}
