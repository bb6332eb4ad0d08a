import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { membershipIn } from "~/accounts/actor";
import { workBar } from "~/accounts/bar";
import { actorForForm, notFound, requireActor } from "~/accounts/session.server";
import { AllAnswers, MissingList, SendForm } from "~/assessments/check-page";
import { checkedFor } from "~/assessments/checked.server";
import { declarationErrors, statementsIn } from "~/assessments/declaration";
import { MoveNotice } from "~/assessments/move-notice";
import { NextStepsBox } from "~/assessments/next-steps-box";
import { refusalStatus, refusalWords } from "~/assessments/refusal-words";
import { WarningList } from "~/assessments/warning-list";
import { clock } from "~/platform/clock.server";
import { pool } from "~/platform/database.server";
import { paths } from "~/platform/paths";
import { readForm } from "~/platform/read-form.server";
import { submitForReview } from "~/review/open.server";
import { BackLink } from "~/ui/back-link";
import { ErrorSummary } from "~/ui/error-summary";
import type { FieldErrors } from "~/ui/form";
import { Box } from "~/ui/layout";
import type { PageHandle } from "~/ui/page-handle";
import { pageTitle } from "~/ui/title";

export const handle: PageHandle = { work: true };
export const meta: MetaFunction = () => [{ title: pageTitle("Check your answers") }];

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
    title: standard.title,
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
  const sent = await submitForReview(pool.db, clock, actor, { assessmentId: params.id!, ...typed });
  if (!sent) throw notFound();
  if (sent.ok) return redirect(paths.sent(params.id!));
  const errors: FieldErrors =
    sent.why === "declaration_made"
      ? declarationErrors(typed.statements)
      : { [sent.why === "complete" ? "missing" : sent.why.startsWith("scope") ? "scope" : "check"]: refusalWords(sent.why) };
  return data({ typed, errors }, refusalStatus(sent.why));
}

export default function CheckPage() {
  const { id, title, slug, maySubmit, sections, missing, scope, files, newer, warnings, next } = useLoaderData<typeof loader>();
  const { typed = { scope: scope.kind === "chosen" ? scope.from : [], statements: [] }, errors = {} } = useActionData<typeof action>() ?? {};
  const titles = Object.fromEntries(sections.flatMap(({ answers }) => answers.map(({ criterion }) => [criterion.id, criterion.title])));
  return (
    <div className="wm-prose">
      <BackLink href={paths.assessment(id)}>Back to your questions</BackLink>
      <ErrorSummary errors={errors} />
      <h1 className="govuk-heading-l" id="check" tabIndex={-1}>
        <span className="govuk-caption-l">{title}</span> Check your answers
      </h1>
      {newer && <MoveNotice id={id} newer={newer} />}
      {missing.length > 0 && <MissingList id={id} missing={missing} titles={titles} />}
      <p className="wm-noprint">Every answer is on this page as it would be sent. To keep it on paper, print this page: the buttons are left out.</p>
      <WarningList id={id} warnings={warnings} />
      <NextStepsBox next={next} />
      <AllAnswers id={id} sections={sections} files={files} change />
      {missing.length === 0 && maySubmit && !newer?.late && <SendForm scope={scope} offersPath={paths.offers(slug)} typed={typed} errors={errors} />}
      {!maySubmit && (
        <Box>
          <p>You can answer everything. Sending it is for somebody in your group who may: ask them to open this page.</p>
        </Box>
      )}
    </div>
  );
}
