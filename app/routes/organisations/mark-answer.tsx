import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { Actor } from "~/accounts/actor";
import { workBar } from "~/accounts/bar";
import { chooseLanguage } from "~/accounts/choose-language.server";
import { actorForForm, notFound, requireActor } from "~/accounts/session.server";
import { nothingTyped } from "~/assessments/evidence-typed";
import { readUpload } from "~/evidence/upload.server";
import { answerMarkForm } from "~/marks/answers/answer-form.server";
import { MarkAnswerPage } from "~/marks/answers/answer-page";
import { ownAnswer } from "~/marks/answers/own-answer.server";
import { markWords } from "~/marks/words/mark-words";
import { clock } from "~/platform/clock.server";
import { pool } from "~/platform/database.server";
import { paths } from "~/platform/paths";
import { BackLink } from "~/ui/back-link";
import { ErrorSummary } from "~/ui/error-summary";
import { languageChosen } from "~/ui/language-buttons";
import type { PageHandle } from "~/ui/page-handle";
import { pageTitle } from "~/ui/title";
import { languageOfBar } from "~/ui/work-bar";

export const handle: PageHandle = { work: true, translated: true, ownSwitch: true };
export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => {
  const t = markWords(languageOfBar(loaded));
  return [{ title: pageTitle(loaded ? t("answers.title", { criterion: loaded.view.criterion.id }) : t("answers.title_alone")) }];
};

async function own(actor: Actor, params: LoaderFunctionArgs["params"]) {
  const which = { slug: params.slug ?? "", code: params.code ?? "", criterion: params.criterion ?? "" };
  const view = await ownAnswer(pool.db, clock, actor, which);
  if (!view) throw notFound();
  return { which, view };
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const { which, view } = await own(actor, params);
  const bar = workBar(actor, request);
  const sending = new URL(request.url).searchParams.has("send") && view.draft.savedAt !== "";
  return { bar, switching: bar.switching!, slug: which.slug, address: paths.markAnswer(which.slug, which.code, which.criterion), sending, view };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await actorForForm(request);
  const { which, view } = await own(actor, params);
  const read = await readUpload(request);
  const chosen = read.ok ? languageChosen(read.upload.fields, "move") : undefined;
  const answered = await answerMarkForm(pool.db, clock, actor, { view, which, read, language: chosen ?? actor.language, later: chosen !== undefined });
  if (!answered) throw notFound();
  if (chosen) await chooseLanguage(pool.db, clock, actor, chosen);
  if (answered.ok) return redirect(paths.markAnswer(which.slug, which.code, which.criterion), 303);
  const { status, ...wrong } = answered;
  return data(wrong, status);
}

export default function MarkAnswer() {
  const { slug, address, sending, view, switching } = useLoaderData<typeof loader>();
  const { words, typed = nothingTyped, errors = {} } = useActionData<typeof action>() ?? {};
  const stored = view.files.find(({ id }) => id === typed.stored);
  return (
    <div className="wm-prose">
      <BackLink href={paths.organisation(slug)} />
      <ErrorSummary errors={errors} />
      <MarkAnswerPage view={view} address={address} sending={sending} words={words} typed={typed} stored={stored} errors={errors} switching={switching} />
    </div>
  );
}
