import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { workBar } from "~/accounts/bar";
import { actorForForm, notFound, requireActor, requireRole } from "~/accounts/session.server";
import { clock } from "~/platform/clock.server";
import { pool } from "~/platform/database.server";
import { paths } from "~/platform/paths";
import { readForm } from "~/platform/read-form.server";
import { noteLook } from "~/review/record/look.server";
import { refusalStatus } from "~/review/refusal-status";
import { settleDifference } from "~/review/settle.server";
import { thirdIntent } from "~/review/settle-form";
import { readSettlement, settleErrors, thirdErrors } from "~/review/settle-input";
import { SettlePage } from "~/review/settle-page";
import { settlingDeskFor } from "~/review/settling-desk.server";
import { rateAsThird } from "~/review/third-rating.server";
import type { FieldErrors } from "~/ui/form";
import type { PageHandle } from "~/ui/page-handle";
import { pageTitle } from "~/ui/title";

export const handle: PageHandle = { work: true, wide: true };
type Typed = { level?: string; reason: string };
type Answer = { typed?: Typed; third?: Typed; errors: FieldErrors };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  requireRole(actor, "moderator");
  const desk = await settlingDeskFor(pool.db, clock, actor, params.id!, params.criterion!);
  if (!desk) throw notFound();
  await noteLook(pool.db, clock, actor, { cases: [params.id!], what: "settle", which: desk.reading.criterion.id, request });
  return { bar: workBar(actor, request), desk };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await actorForForm(request, "moderator");
  const form = await readForm(request);
  const third = form.get("intent") === thirdIntent;
  const typed = { level: form.get(third ? "third_level" : "level")?.toString(), reason: String(form.get(third ? "third_reason" : "reason") ?? "").slice(0, 10_000) };
  const refused = (errors: FieldErrors, status: number) => data<Answer>(third ? { third: typed, errors: thirdErrors(errors) } : { typed, errors }, status);
  const read = readSettlement(typed);
  if (!read.ok) return refused(read.errors, 400);
  const settled = await (third ? rateAsThird : settleDifference)(pool.db, clock, actor, { caseId: params.id!, criterion: params.criterion!, ...read.settlement });
  if (!settled) throw notFound();
  if (!settled.ok) return refused(settleErrors(settled.why), refusalStatus(settled.why));
  return redirect(paths.case(params.id!));
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: pageTitle(loaded ? `Settle ${loaded.desk.reading.criterion.id}: ${loaded.desk.case.provider}` : "Settle") },
];

export default function Settle() {
  const { desk } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <SettlePage desk={desk} typed={answer?.typed ?? { reason: "" }} third={answer?.third ?? { reason: "" }} errors={answer?.errors ?? {}} />;
}
