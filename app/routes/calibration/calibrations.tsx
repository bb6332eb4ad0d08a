import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { hasRole } from "~/accounts/actor";
import { workBar } from "~/accounts/bar";
import { actorForForm, notFound, requireActor, requireRole } from "~/accounts/session.server";
import { clock } from "~/platform/clock.server";
import { pool } from "~/platform/database.server";
import { paths } from "~/platform/paths";
import { readForm } from "~/platform/read-form.server";
import { roundWords, type TypedRound, typedRound } from "~/review/calibration/calibration";
import { calibrationsFor, roundChoices } from "~/review/calibration/calibration.server";
import { CalibrationsPage } from "~/review/calibration/calibrations-page";
import { makeCalibration } from "~/review/calibration/make.server";
import { dayOf } from "~/ui/dates";
import type { PageHandle } from "~/ui/page-handle";
import { pageTitle } from "~/ui/title";

export const handle: PageHandle = { work: true };
export const meta: MetaFunction = () => [{ title: pageTitle("Practising together") }];
const nothing: TypedRound = { invented: "", criteria: [], readers: [], closesOn: { day: "", month: "", year: "" } };

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  requireRole(actor, "assessor", "moderator");
  const choices = hasRole(actor, "moderator") ? await roundChoices(pool.db, clock) : null;
  return { bar: workBar(actor, request), rows: await calibrationsFor(pool.db, actor), choices };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await actorForForm(request, "moderator");
  const typed = typedRound(await readForm(request));
  const made = await makeCalibration(pool.db, clock, actor, { ...typed, closesOn: dayOf(typed.closesOn) ?? "" });
  if (!made) throw notFound();
  if (made.ok) return redirect(paths.calibration(made.id));
  const { field, words } = roundWords[made.why];
  return data({ typed, errors: { [field]: words } }, 400);
}

export default function Calibrations() {
  const { rows, choices } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <CalibrationsPage rows={rows} choices={choices} typed={answer?.typed ?? nothing} errors={answer?.errors ?? {}} />;
}
