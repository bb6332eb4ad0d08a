import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { workBar } from "~/accounts/bar";
import { actorForForm, notFound, requireActor } from "~/accounts/session.server";
import { clock } from "~/platform/clock.server";
import { pool } from "~/platform/database.server";
import { paths } from "~/platform/paths";
import { readForm } from "~/platform/read-form.server";
import { AnswerPage } from "~/review/answer-page";
import { answerQuestions } from "~/review/answer-questions.server";
import { answeringFor, answerRefused, typedAnswers } from "~/review/answering.server";
import { refusalStatus } from "~/review/refusal-status";
import { reviewWords } from "~/review/words/review-words";
import type { FieldErrors } from "~/ui/form";
import type { PageHandle } from "~/ui/page-handle";
import { pageTitle } from "~/ui/title";
import { languageOfBar } from "~/ui/work-bar";

export const handle: PageHandle = { work: true, translated: true };
export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: pageTitle(reviewWords(languageOfBar(loaded))("asked.title")) }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const answering = await answeringFor(pool.db, clock, actor, params.id!);
  if (!answering) throw notFound();
  return { bar: workBar(actor, request), ...answering };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await actorForForm(request);
  const { answers, send } = typedAnswers(await readForm(request));
  const answered = await answerQuestions(pool.db, clock, actor, { assessmentId: params.id!, answers, send });
  if (!answered) throw notFound();
  if (answered.ok) return redirect(send ? paths.sent(params.id!) : paths.answerQuestions(params.id!));
  const asked = await answeringFor(pool.db, clock, actor, params.id!);
  return data({ typed: answers, errors: answerRefused(answered, answers, asked?.questions ?? [], actor.language) as FieldErrors }, refusalStatus(answered.why));
}

export default function Questions() {
  const loaded = useLoaderData<typeof loader>();
  const { typed = {}, errors = {} } = useActionData<typeof action>() ?? {};
  return <AnswerPage {...loaded} typed={typed} errors={errors} />;
}
