import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { type Actor, membershipIn } from "~/accounts/actor";
import { workBar } from "~/accounts/bar";
import { actorForForm, notFound, requireActor } from "~/accounts/session.server";
import { askingWords } from "~/assessments/asking/words/asking-words";
import { AllAnswers } from "~/assessments/check-page";
import { NextStepsBox } from "~/assessments/next-steps-box";
import { refusalStatus, refusalWords } from "~/assessments/refusal-words";
import { sentFor } from "~/assessments/sent.server";
import { SentPage } from "~/assessments/sent-page";
import { HoursForm } from "~/insights/hours";
import { hoursSaid, sayHours } from "~/insights/hours.server";
import { HoursAsked, hoursIntent, type TypedHours } from "~/insights/hours-form";
import { londonDay } from "~/platform/calendar";
import { clock } from "~/platform/clock.server";
import { pool } from "~/platform/database.server";
import { fieldErrors } from "~/platform/form";
import { useWords } from "~/platform/language";
import { paths } from "~/platform/paths";
import { readForm } from "~/platform/read-form.server";
import { ReadersLink } from "~/review/interests/readers-page";
import { LockedHere } from "~/review/privacy/locked-here";
import { ownLocks } from "~/review/privacy/locks";
import { questionsTo } from "~/review/questions-to.server";
import { takeBackAndStartAgain } from "~/review/take-back.server";
import { Turn } from "~/review/turn";
import { turnOf } from "~/review/turn-of";
import { BackLink } from "~/ui/back-link";
import { ErrorSummary } from "~/ui/error-summary";
import type { FieldErrors } from "~/ui/form";
import type { PageHandle } from "~/ui/page-handle";
import { pageTitle } from "~/ui/title";
import { languageOfBar } from "~/ui/work-bar";

export const handle: PageHandle = { work: true, translated: true };
export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => {
  const t = askingWords(languageOfBar(loaded));
  return [{ title: pageTitle(loaded ? t("sent.page_title", { title: loaded.standard.title }) : t("sent.page_title_alone")) }];
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const [found, asking] = await Promise.all([sentFor(pool.db, actor, params.id!), questionsTo(pool.db, actor, params.id!)]);
  const membership = found && membershipIn(actor, found.assessment.organisationId);
  if (!membership) throw notFound();
  const { assessment, submission, answers, files, next, further } = found;
  const told = await hoursSaid(pool.db, submission.id);
  const { standard } = assessment.version;
  const { declaration, scope } = submission.content;
  const sections = standard.sections.map(({ id, title }) => ({ id, title, answers: answers.filter(({ criterion }) => criterion.section === id) }));
  const sent = {
    at: submission.submittedAt.toISOString(),
    by: declaration.by,
    role: declaration.title,
    organisation: membership.name,
    version: standard.version,
    questions: answers.length,
    files: Object.keys(files).length,
    scope,
    statements: declaration.statements,
    sha256: submission.sha256,
  };
  return {
    bar: workBar(actor, request),
    id: assessment.id,
    standard: { title: standard.title, textIn: assessment.textIn },
    slug: membership.slug,
    maySubmit: membership.role === "admin",
    sections,
    files,
    next,
    further,
    sent,
    told,
    locks: ownLocks(asking?.locks ?? []).map(({ kind, criterion, sorts, state, lockedAt }) => ({ kind, criterion, sorts, state, on: londonDay(lockedAt) })),
    turn: asking ? turnOf(asking, clock.now()) : null,
  };
}

/** Keeps how long it took; or takes it back, and opens a new draft with the same answers. */
export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await actorForForm(request);
  const form = Object.fromEntries(await readForm(request));
  if (form.intent === hoursIntent) return keepHours(actor, params.id!, form);
  const found = await sentFor(pool.db, actor, params.id!);
  const taken = found && (await takeBackAndStartAgain(pool.db, clock, actor, { assessmentId: found.assessment.id }));
  if (!taken) throw notFound();
  if (!taken.ok) return data<Answer>({ typed: {}, errors: { sent: refusalWords(taken.why, actor.language) } }, refusalStatus(taken.why));
  return redirect(taken.draftId ? paths.assessment(taken.draftId) : paths.sent(found.assessment.id));
}

type Answer = { typed: TypedHours; errors: FieldErrors };

/** Said before, by them or by somebody beside them, it is said: the page thanks for it. */
async function keepHours(actor: Actor, assessmentId: string, sent: Record<string, FormDataEntryValue>) {
  const typed = { hours: String(sent.hours ?? "").slice(0, 20), size: String(sent.size ?? "").slice(0, 20) };
  const form = HoursForm(actor.language).safeParse(typed);
  if (!form.success) return data<Answer>({ typed, errors: fieldErrors(form.error) }, 400);
  if (!(await sayHours(pool.db, clock, actor, { assessmentId, ...form.data }))) throw notFound();
  return redirect(paths.sent(assessmentId));
}

export default function SentRoute() {
  const { t } = useWords(askingWords);
  const { id, standard, slug, maySubmit, sections, files, next, further, sent, turn, told, locks } = useLoaderData<typeof loader>();
  const { typed = {}, errors = {} } = useActionData<typeof action>() ?? {};
  return (
    <div className="wm-prose">
      <BackLink href={paths.organisation(slug)}>{t("sent.back")}</BackLink>
      <ErrorSummary errors={errors} />
      <SentPage
        id={id}
        standard={standard}
        sent={sent}
        next={next}
        maySubmit={maySubmit}
        turn={
          <>
            {turn && <Turn id={id} turn={turn} />}
            {next !== "taken_back" && <ReadersLink id={id} />}
          </>
        }
      />
      <LockedHere locks={locks} />
      {maySubmit && next !== "taken_back" && <HoursAsked said={told} typed={typed} errors={errors} />}
      <NextStepsBox next={further} />
      <h2 className="govuk-heading-l">{t("sent.what")}</h2>
      <AllAnswers id={id} sections={sections} files={files} change={false} />
    </div>
  );
}
