import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { Actor } from "~/accounts/actor";
import { workBar } from "~/accounts/bar";
import { actorForForm, notFound, requireActor, requireRole } from "~/accounts/session.server";
import { decideAndAward } from "~/marks/award.server";
import { type AwardRefusal, awardRefusalWords } from "~/marks/award-words";
import { clock } from "~/platform/clock.server";
import { pool } from "~/platform/database.server";
import { paths } from "~/platform/paths";
import { readForm } from "~/platform/read-form.server";
import { DecidePage, type TypedBack } from "~/review/decide-page";
import { decideWords } from "~/review/decide-words";
import { decidingDeskFor } from "~/review/deciding-desk.server";
import { reasonFault } from "~/review/rating";
import { noteLook } from "~/review/record/look.server";
import { refusalStatus } from "~/review/refusal-status";
import { reasonWords } from "~/review/refusal-words";
import { sendBack } from "~/review/send-back.server";
import type { FieldErrors } from "~/ui/form";
import type { PageHandle } from "~/ui/page-handle";
import { pageTitle } from "~/ui/title";

export const handle: PageHandle = { work: true };
type Answer = { reason?: string; back?: TypedBack; errors: FieldErrors };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  requireRole(actor, "decider");
  const desk = await decidingDeskFor(pool.db, clock, actor, params.id!);
  if (!desk) throw notFound();
  await noteLook(pool.db, clock, actor, { cases: [params.id!], what: "decide", request });
  return { bar: workBar(actor, request), desk };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await actorForForm(request, "decider");
  const form = await readForm(request);
  if (form.get("intent") === "send_back") return back(actor, params.id!, form);
  const reason = String(form.get("reason") ?? "").slice(0, 10_000);
  const fault = reasonFault(reason);
  if (fault) return data<Answer>({ reason, errors: { reason: reasonWords[fault] } }, 400);
  const decided = await decideAndAward(pool.db, clock, actor, { caseId: params.id!, reason });
  if (!decided) throw notFound();
  if (decided.ok) return redirect(paths.case(params.id!));
  return data<Answer>({ reason, errors: { reason: isOfAward(decided) ? awardRefusalWords[decided.why] : decideWords(decided) } }, refusalStatus(decided.why));
}

async function back(actor: Actor, caseId: string, form: FormData) {
  const typed = { criteria: form.getAll("criteria").map(String).slice(0, 100), why: String(form.get("why") ?? "").slice(0, 10_000) };
  const sent = await sendBack(pool.db, clock, actor, { caseId, criteria: typed.criteria, reason: typed.why });
  if (!sent) throw notFound();
  if (!sent.ok) return data<Answer>({ back: typed, errors: { [sent.why === "criteria_named" ? "criteria" : "why"]: decideWords(sent) } }, refusalStatus(sent.why));
  return redirect(paths.case(caseId));
}

const isOfAward = (refused: { why: string }): refused is { why: AwardRefusal } => refused.why in awardRefusalWords;

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: pageTitle(loaded ? `Decide: ${loaded.desk.case.provider}` : "Decide") }];

export default function Decide() {
  const { desk } = useLoaderData<typeof loader>();
  const { reason = "", back = { criteria: [], why: "" }, errors = {} } = useActionData<typeof action>() ?? {};
  return <DecidePage desk={desk} reason={reason} back={back} errors={errors} />;
}
