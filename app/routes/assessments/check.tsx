import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { membershipIn } from "~/accounts/actor";
import { workBar } from "~/accounts/bar";
import { actorForForm, notFound, requireActor } from "~/accounts/session.server";
import { askingWords } from "~/assessments/asking/words/asking-words";
import { AllAnswers, MissingList, SendForm } from "~/assessments/check-page";
import { checkedFor } from "~/assessments/checked.server";
import { declarationErrors, statementsIn } from "~/assessments/declaration";
import { MoveNotice } from "~/assessments/move-notice";
import { NextStepsBox } from "~/assessments/next-steps-box";
import { refusalStatus, refusalWords } from "~/assessments/refusal-words";
import { WarningList } from "~/assessments/warning-list";
import { clock } from "~/platform/clock.server";
import { pool } from "~/platform/database.server";
import { useWords } from "~/platform/language";
import { paths } from "~/platform/paths";
import { readForm } from "~/platform/read-form.server";
import { chanceHere } from "~/review/draw.server";
import { submitForReview } from "~/review/open.server";
import { OwnText } from "~/standards/own-text";
import { BackLink } from "~/ui/back-link";
import { ErrorSummary } from "~/ui/error-summary";
import type { FieldErrors } from "~/ui/form";
import { Box } from "~/ui/layout";
import type { PageHandle } from "~/ui/page-handle";
import { pageTitle } from "~/ui/title";
import { languageOfBar } from "~/ui/work-bar";

export const handle: PageHandle = { work: true, translated: true };
export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: pageTitle(askingWords(languageOfBar(loaded))("check.title")) }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const checked = await checkedFor(pool.db, clock, actor, params.id!);
  if (!checked) throw notFound();
  if (checked === "first_questions") throw redirect(paths.assessmentFacts(params.id!));
  const { assessment, answers, missing, scope, files, newer, warnings, next } = checked;
  if (assessment.state !== "draft") throw redirect(paths.assessment(assessment.id));
  const { standard } = assessment.version;
  const membership = membershipIn(actor, assessment.organisationId)!;
  const sections = standard.sections.map(({ id, title }) => ({ id, title, answers: answers.filter(({ criterion }) => criterion.section === id) }));
  return {
    bar: workBar(actor, request),
    id: assessment.id,
    standard: { title: standard.title, textIn: assessment.textIn },
    slug: membership.slug,
    maySubmit: membership.role === "admin",
    sections,
    missing,
    scope,
    files,
    newer,
    warnings,
    next,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await actorForForm(request);
  const form = await readForm(request);
  const typed = { scope: form.getAll("scope").filter((each) => typeof each === "string"), statements: statementsIn(form) };
  const sent = await submitForReview(pool.db, clock, actor, { assessmentId: params.id!, ...typed }, chanceHere());
  if (!sent) throw notFound();
  if (sent.ok) return redirect(paths.sent(params.id!));
  const errors: FieldErrors =
    sent.why === "declaration_made"
      ? declarationErrors(typed.statements, actor.language)
      : { [sent.why === "complete" ? "missing" : sent.why.startsWith("scope") ? "scope" : "check"]: refusalWords(sent.why, actor.language) };
  return data({ typed, errors }, refusalStatus(sent.why));
}

export default function CheckPage() {
  const { t } = useWords(askingWords);
  const { id, standard, slug, maySubmit, sections, missing, scope, files, newer, warnings, next } = useLoaderData<typeof loader>();
  const { typed = { scope: scope.kind === "chosen" ? scope.from : [], statements: [] }, errors = {} } = useActionData<typeof action>() ?? {};
  const criteria = sections.flatMap(({ answers }) => answers.map(({ criterion }) => criterion));
  return (
    <div className="wm-prose">
      <BackLink href={paths.assessment(id)}>{t("question.back")}</BackLink>
      <ErrorSummary errors={errors} />
      <h1 className="govuk-heading-l" id="check" tabIndex={-1}>
        <span className="govuk-caption-l">
          <OwnText textIn={standard.textIn}>{standard.title}</OwnText>
        </span>{" "}
        {t("check.title")}
      </h1>
      {newer && <MoveNotice id={id} newer={newer} />}
      {missing.length > 0 && <MissingList id={id} missing={missing} criteria={criteria} />}
      {missing.some(({ field, why }) => why === "personal" && !field.endsWith(".file")) && (
        <p className="wm-noprint">
          <a href={paths.notPersonal(id)}>{t("check.not_personal")}</a>
        </p>
      )}
      <p className="wm-noprint">{t("check.everything")}</p>
      <WarningList id={id} warnings={warnings} />
      <NextStepsBox next={next} />
      <AllAnswers id={id} sections={sections} files={files} change />
      {missing.length === 0 && maySubmit && !newer?.late && <SendForm scope={scope} offersPath={paths.offers(slug)} typed={typed} errors={errors} />}
      {!maySubmit && (
        <Box>
          <p>{t("check.for_an_admin")}</p>
        </Box>
      )}
    </div>
  );
}
