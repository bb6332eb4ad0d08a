import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { workBar } from "~/accounts/bar";
import { actorForForm, notFound, requireActor, requireRole } from "~/accounts/session.server";
import { clock } from "~/platform/clock.server";
import { pool } from "~/platform/database.server";
import { paths } from "~/platform/paths";
import { readForm } from "~/platform/read-form.server";
import { calibrationErrors } from "~/review/calibration/calibration";
import { calibrationCriterionFor } from "~/review/calibration/calibration.server";
import { CriterionPage } from "~/review/calibration/criterion-page";
import { rateInvented } from "~/review/calibration/rate.server";
import { readRating, type TypedRating, typedRating } from "~/review/rating-input";
import { refusalStatus } from "~/review/refusal-status";
import { formatDay } from "~/ui/dates";
import type { FieldErrors } from "~/ui/form";
import type { PageHandle } from "~/ui/page-handle";
import { pageTitle } from "~/ui/title";

export const handle: PageHandle = { work: true, wide: true };
type Answer = { typed: TypedRating; errors: FieldErrors };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  requireRole(actor, "assessor", "moderator");
  const desk = await calibrationCriterionFor(pool.db, clock, actor, params.id!, params.criterion!);
  if (!desk) throw notFound();
  return { bar: workBar(actor, request), desk };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await actorForForm(request, "assessor");
  const typed = typedRating(await readForm(request));
  const read = readRating(typed);
  if (!read.ok) return data<Answer>({ typed, errors: read.errors }, 400);
  const rated = await rateInvented(pool.db, clock, actor, { id: params.id!, criterion: params.criterion!, ...read.rating });
  if (!rated) throw notFound();
  if (!rated.ok) return data<Answer>({ typed, errors: calibrationErrors(rated.why) }, refusalStatus(rated.why));
  return redirect(rated.next ? paths.calibrate(params.id!, rated.next) : paths.calibration(params.id!));
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  {
    title: pageTitle(
      loaded
        ? `${loaded.desk.criterion.id} ${loaded.desk.criterion.title}: ${loaded.desk.calibration.group.name}, until ${formatDay(loaded.desk.calibration.closesOn)}`
        : "Practising together",
    ),
  },
];

export default function Criterion() {
  const { desk } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <CriterionPage desk={desk} typed={answer?.typed} errors={answer?.errors ?? {}} />;
}
