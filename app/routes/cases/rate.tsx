import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { workBar } from "~/accounts/bar";
import { actorForForm, notFound, requireActor, requireRole } from "~/accounts/session.server";
import { clock } from "~/platform/clock.server";
import { pool } from "~/platform/database.server";
import { paths } from "~/platform/paths";
import { readForm } from "~/platform/read-form.server";
import { rateCriterion } from "~/review/rate.server";
import { ratingDeskFor } from "~/review/rating-desk.server";
import { ratingErrors, readRating, type TypedRating, typedRating } from "~/review/rating-input";
import { RatingPage } from "~/review/rating-page";
import { noteLook } from "~/review/record/look.server";
import { refusalStatus } from "~/review/refusal-status";
import type { FieldErrors } from "~/ui/form";
import type { PageHandle } from "~/ui/page-handle";
import { pageTitle } from "~/ui/title";

export const handle: PageHandle = { work: true, wide: true };
type Answer = { typed: TypedRating; errors: FieldErrors };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  requireRole(actor, "assessor", "moderator", "decider");
  const desk = await ratingDeskFor(pool.db, clock, actor, params.id!, params.criterion!);
  if (!desk) throw notFound();
  if (desk === "not_begun") throw redirect(paths.case(params.id!));
  if (desk === "not_declared") throw redirect(paths.declare(params.id!));
  await noteLook(pool.db, clock, actor, { cases: [params.id!], what: "criterion", which: desk.reading.criterion.id, request });
  return { bar: workBar(actor, request), personId: actor.personId, desk };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await actorForForm(request, "assessor", "moderator", "decider");
  const typed = typedRating(await readForm(request));
  const read = readRating(typed);
  if (!read.ok) return data<Answer>({ typed, errors: read.errors }, 400);
  const rated = await rateCriterion(pool.db, clock, actor, { caseId: params.id!, criterion: params.criterion!, ...read.rating });
  if (!rated) throw notFound();
  if (!rated.ok) return data<Answer>({ typed, errors: ratingErrors(rated.why) }, refusalStatus(rated.why));
  return redirect(rated.next ? paths.rate(params.id!, rated.next) : paths.recommend(params.id!));
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: pageTitle(loaded ? `${loaded.desk.reading.criterion.id} ${loaded.desk.reading.criterion.title}: ${loaded.desk.case.provider}` : "Rate") },
];

export default function Rate() {
  const { desk, personId } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <RatingPage desk={desk} personId={personId} typed={answer?.typed} errors={answer?.errors ?? {}} />;
}
