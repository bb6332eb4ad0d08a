import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { workBar } from "~/accounts/bar";
import { actorForForm, notFound, requireActor, requireRole } from "~/accounts/session.server";
import { clock } from "~/platform/clock.server";
import { pool } from "~/platform/database.server";
import { paths } from "~/platform/paths";
import { readForm } from "~/platform/read-form.server";
import { calibrationErrors, readNote } from "~/review/calibration/calibration";
import { calibrationFor } from "~/review/calibration/calibration.server";
import { CalibrationPage } from "~/review/calibration/calibration-page";
import { noteDiscussion } from "~/review/calibration/reveal.server";
import { refusalStatus } from "~/review/refusal-status";
import { formatDay } from "~/ui/dates";
import type { FieldErrors } from "~/ui/form";
import type { PageHandle } from "~/ui/page-handle";
import { pageTitle } from "~/ui/title";

export const handle: PageHandle = { work: true, wide: true };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  requireRole(actor, "assessor", "moderator");
  const calibration = await calibrationFor(pool.db, actor, params.id!);
  if (!calibration) throw notFound();
  return { bar: workBar(actor, request), calibration };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await actorForForm(request, "moderator");
  const typed = String((await readForm(request)).get("words") ?? "").slice(0, 10_000);
  const answer = (errors: FieldErrors, status: number) => data({ typed, errors }, status);
  const read = readNote(typed);
  if (!read.ok) return answer(read.errors, 400);
  const noted = await noteDiscussion(pool.db, clock, actor, { id: params.id!, words: read.words });
  if (!noted) throw notFound();
  return noted.ok ? redirect(paths.calibration(params.id!)) : answer({ words: calibrationErrors(noted.why).reason! }, refusalStatus(noted.why));
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: pageTitle(loaded ? `Practising together: ${loaded.calibration.group.name}, until ${formatDay(loaded.calibration.closesOn)}` : "Practising together") },
];

export default function Calibration() {
  const { calibration } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <CalibrationPage calibration={calibration} typed={answer?.typed ?? ""} errors={answer?.errors ?? {}} />;
}
