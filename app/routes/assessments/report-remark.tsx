import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { Actor } from "~/accounts/actor";
import { workBar } from "~/accounts/bar";
import { actorForForm, notFound, requireActor } from "~/accounts/session.server";
import { clock } from "~/platform/clock.server";
import { pool } from "~/platform/database.server";
import { useWords } from "~/platform/language";
import { paths } from "~/platform/paths";
import { readForm } from "~/platform/read-form.server";
import { noteInReport } from "~/review/fact-check/check-report.server";
import { reportFor } from "~/review/fact-check/report.server";
import { LevelAndWhy } from "~/review/fact-check/report-page";
import { reportRefusal, reportStatus } from "~/review/fact-check/report-refusal";
import { factCheckWords } from "~/review/fact-check/words/fact-check-words";
import { SupplementContent } from "~/review/supplement";
import { OwnText } from "~/standards/own-text";
import { BackLink } from "~/ui/back-link";
import { Button } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { type FieldErrors, Form } from "~/ui/form";
import type { PageHandle } from "~/ui/page-handle";
import { TextArea } from "~/ui/text-field";
import { pageTitle } from "~/ui/title";
import { languageOfBar } from "~/ui/work-bar";

export const handle: PageHandle = { work: true, translated: true };
export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => {
  const t = factCheckWords(languageOfBar(loaded));
  return [{ title: pageTitle(loaded ? t("one_title", { criterion: loaded.line.criterion.id }) : t("title")) }];
};

type Answer = { words: string; errors: FieldErrors };

async function own(actor: Actor, { id, criterion }: LoaderFunctionArgs["params"]) {
  const view = await reportFor(pool.db, clock, actor, id!);
  const line = view?.sections.flatMap(({ lines }) => lines).find((each) => each.criterion.id === criterion);
  if (!view || !line) throw notFound();
  if (!view.may.write) throw redirect(paths.report(view.assessmentId));
  return { assessmentId: view.assessmentId, line };
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  return { bar: workBar(actor, request), ...(await own(actor, params)) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await actorForForm(request);
  const { assessmentId, line } = await own(actor, params);
  const words = String((await readForm(request)).get("words") ?? "");
  const read = SupplementContent.shape.words.safeParse(words);
  if (!read.success) return data<Answer>({ words, errors: { words: factCheckWords(actor.language)("refused.too_long") } }, 422);
  const noted = await noteInReport(pool.db, clock, actor, { assessmentId, criterion: line.criterion.id, words: read.data });
  if (!noted) throw notFound();
  if (!noted.ok) return data<Answer>({ words, errors: { words: reportRefusal(noted, actor.language) } }, reportStatus(noted));
  return redirect(`${paths.report(assessmentId)}#${line.criterion.id}`);
}

export default function ReportRemark() {
  const { t } = useWords(factCheckWords);
  const { assessmentId, line } = useLoaderData<typeof loader>();
  const answer: Partial<Answer> = useActionData<typeof action>() ?? {};
  const { words = line.remark, errors = {} } = answer;
  const { id, title, textIn } = line.criterion;
  return (
    <div className="wm-prose">
      <BackLink href={paths.report(assessmentId)}>{t("back_all")}</BackLink>
      <ErrorSummary errors={errors} />
      <h1 className="govuk-heading-l">
        {id} <OwnText textIn={textIn}>{title}</OwnText>
      </h1>
      <LevelAndWhy line={line} />
      <Form>
        <TextArea name="words" label={t("wrong")} hint={t("wrong_hint")} rows={6} value={words} error={errors.words} />
        <Button>{t("keep")}</Button>
      </Form>
    </div>
  );
}
