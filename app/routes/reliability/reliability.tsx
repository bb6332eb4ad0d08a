import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { hasRole } from "~/accounts/actor";
import { workBar } from "~/accounts/bar";
import { actorForForm, notFound, requireActor, requireRole } from "~/accounts/session.server";
import { londonDay } from "~/platform/calendar";
import { clock } from "~/platform/clock.server";
import { pool } from "~/platform/database.server";
import { paths } from "~/platform/paths";
import { readForm } from "~/platform/read-form.server";
import { refusalStatus } from "~/review/refusal-status";
import { orders } from "~/review/reliability/figures";
import { guidanceErrors, readReview, type TypedReview } from "~/review/reliability/guidance";
import { askForReview, closedReviews, openReviews } from "~/review/reliability/guidance.server";
import { isQuarter } from "~/review/reliability/quarters";
import { reliabilityOf } from "~/review/reliability/reliability.server";
import { ReliabilityPage } from "~/review/reliability/reliability-page";
import { latestVersions } from "~/standards/versions.server";
import type { FieldErrors } from "~/ui/form";
import type { PageHandle } from "~/ui/page-handle";
import { pageTitle } from "~/ui/title";

export const handle: PageHandle = { work: true, wide: true };
export const meta: MetaFunction = () => [{ title: pageTitle("How far readers agree") }];
const Asked = z.object({ quarter: z.string().refine(isQuarter).nullable().catch(null), by: z.enum(orders).catch("met_not_met") });

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  requireRole(actor, "moderator", "decider", "editor");
  const { quarter, by } = Asked.parse(Object.fromEntries(new URL(request.url).searchParams));
  const versions = hasRole(actor, "moderator") ? await latestVersions(pool.db, londonDay(clock.now())) : [];
  const choices = versions.flatMap(({ id, standard }) => standard.criteria.map((each) => ({ value: `${id} ${each.id}`, label: `${each.id} ${each.title} (${standard.version})` })));
  return {
    bar: workBar(actor, request),
    reliability: await reliabilityOf(pool.db, clock, quarter),
    order: by,
    open: await openReviews(pool.db),
    closed: await closedReviews(pool.db),
    choices,
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await actorForForm(request, "moderator");
  const form = await readForm(request);
  const typed: TypedReview = { about: String(form.get("about") ?? ""), reason: String(form.get("reason") ?? "").slice(0, 10_000) };
  const answer = (errors: FieldErrors, status: number) => data({ typed, errors }, status);
  const read = readReview(typed);
  if (!read.ok) return answer(read.errors, 400);
  const asked = await askForReview(pool.db, clock, actor, read.asked);
  if (!asked) throw notFound();
  return asked.ok ? redirect(paths.guidanceReview(asked.id)) : answer(guidanceErrors(asked.why), refusalStatus(asked.why));
}

export default function Reliability() {
  const answer = useActionData<typeof action>();
  const { bar: _, ...loaded } = useLoaderData<typeof loader>();
  return <ReliabilityPage {...loaded} typed={answer?.typed ?? { about: "", reason: "" }} errors={answer?.errors ?? {}} />;
}
