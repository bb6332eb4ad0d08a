import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { workBar } from "~/accounts/bar";
import { actorForForm, notFound, requireActor, requireRole } from "~/accounts/session.server";
import { clock } from "~/platform/clock.server";
import { pool } from "~/platform/database.server";
import { paths } from "~/platform/paths";
import { readForm } from "~/platform/read-form.server";
import { draftQuestion, dropQuestion, sendQuestions } from "~/review/ask.server";
import { AskPage, type TypedQuestion } from "~/review/ask-page";
import { caseFor } from "~/review/case.server";
import { askingRefused } from "~/review/question-words";
import { noteLook } from "~/review/record/look.server";
import { refusalStatus } from "~/review/refusal-status";
import type { FieldErrors } from "~/ui/form";
import type { PageHandle } from "~/ui/page-handle";
import { pageTitle } from "~/ui/title";

export const handle: PageHandle = { work: true };
type Answer = { typed: TypedQuestion; errors: FieldErrors };
const nothing: TypedQuestion = { criterion: "", template: "", words: "" };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  requireRole(actor, "assessor", "moderator", "decider");
  const view = await caseFor(pool.db, clock, actor, params.id!);
  if (!view) throw notFound();
  if (!view.mayRead) throw redirect(paths.case(view.id));
  await noteLook(pool.db, clock, actor, { cases: [view.id], what: "questions", request });
  const { id, number, provider, criteria, questions } = view;
  return { bar: workBar(actor, request), view: { id, number, provider, criteria, questions } };
}

const text = z.string().max(5000).catch("");
const Sent = z.object({ move: z.enum(["add", "drop", "send"]).catch("add"), place: z.coerce.number().int().catch(0), criterion: text, template: text, words: text });

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await actorForForm(request, "assessor");
  const { move, place, ...typed } = Sent.parse(Object.fromEntries(await readForm(request)));
  const of = { caseId: params.id! };
  const done =
    move === "send"
      ? await sendQuestions(pool.db, clock, actor, of)
      : move === "drop"
        ? await dropQuestion(pool.db, clock, actor, { ...of, place })
        : await draftQuestion(pool.db, clock, actor, { ...of, ...typed });
  if (!done) throw notFound();
  if (!done.ok) return data<Answer>({ typed, errors: { [done.why === "no_criterion" ? "criterion" : "words"]: askingRefused(done.why) } }, refusalStatus(done.why));
  return redirect(move === "send" ? paths.case(params.id!) : paths.askQuestions(params.id!));
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: pageTitle(loaded ? `Questions to ${loaded.view.provider.name}` : "Questions") }];

export default function Questions() {
  const { view } = useLoaderData<typeof loader>();
  const { typed = nothing, errors = {} } = useActionData<typeof action>() ?? {};
  return <AskPage view={view} typed={typed} errors={errors} />;
}
