import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { Actor } from "~/accounts/actor";
import { workBar } from "~/accounts/bar";
import { chooseLanguage } from "~/accounts/choose-language.server";
import { actorForForm, notFound, requireActor } from "~/accounts/session.server";
import { nothingTyped } from "~/assessments/evidence-typed";
import { readUpload } from "~/evidence/upload.server";
import { clock } from "~/platform/clock.server";
import { pool } from "~/platform/database.server";
import { useWords } from "~/platform/language";
import { paths } from "~/platform/paths";
import { answerDeferral } from "~/review/answer-deferral.server";
import { deferralFor } from "~/review/deferral.server";
import { DeferredCriterionPage } from "~/review/deferred-criterion-page";
import { reviewWords } from "~/review/words/review-words";
import { BackLink } from "~/ui/back-link";
import { ErrorSummary } from "~/ui/error-summary";
import { languageChosen } from "~/ui/language-buttons";
import type { PageHandle } from "~/ui/page-handle";
import { pageTitle } from "~/ui/title";
import { languageOfBar } from "~/ui/work-bar";

export const handle: PageHandle = { work: true, translated: true, ownSwitch: true };
export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => {
  const t = reviewWords(languageOfBar(loaded));
  return [{ title: pageTitle(loaded ? t("deferral.one_title", { criterion: loaded.one.criterion.id }) : t("deferral.title")) }];
};

async function own(actor: Actor, { id, criterion }: LoaderFunctionArgs["params"]) {
  const view = await deferralFor(pool.db, clock, actor, id!);
  const one = view?.criteria.find((each) => each.criterion.id === criterion);
  if (!view || !one) throw notFound();
  if (!view.may.write) throw redirect(paths.deferred(view.assessmentId));
  return { view, one };
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const { view, one } = await own(actor, params);
  const bar = workBar(actor, request);
  return { bar, switching: bar.switching!, assessmentId: view.assessmentId, files: view.files, one };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await actorForForm(request);
  const { view, one } = await own(actor, params);
  const read = await readUpload(request);
  const chosen = read.ok ? languageChosen(read.upload.fields, "move") : undefined;
  const answered = await answerDeferral(pool.db, clock, actor, { view, one, read, language: chosen ?? actor.language, later: chosen !== undefined });
  if (!answered) throw notFound();
  if (chosen) await chooseLanguage(pool.db, clock, actor, chosen);
  if (answered.ok) return redirect(paths.deferredCriterion(params.id!, params.criterion!));
  const { status, ...wrong } = answered;
  return data(wrong, status);
}

export default function DeferredCriterion() {
  const { t } = useWords(reviewWords);
  const { assessmentId, files, one, switching } = useLoaderData<typeof loader>();
  const { words, typed = nothingTyped, errors = {} } = useActionData<typeof action>() ?? {};
  const stored = files.find(({ id }) => id === typed.stored);
  return (
    <div className="wm-prose">
      <BackLink href={paths.deferred(assessmentId)}>{t("deferral.back_all")}</BackLink>
      <ErrorSummary errors={errors} />
      <DeferredCriterionPage one={one} files={files} words={words} typed={typed} stored={stored} errors={errors} switching={switching} />
    </div>
  );
}
