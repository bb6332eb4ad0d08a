import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { workBar } from "~/accounts/bar";
import { actorForForm, notFound, requireActor, requireRole } from "~/accounts/session.server";
import { answerChangeForm } from "~/marks/answer-change-form.server";
import { SentAnswers } from "~/marks/answers/sent-answers";
import { OpenProposal, ProposeForm, ReviewForm } from "~/marks/change-forms";
import { CheckInSeen } from "~/marks/check-ins/check-in-seen";
import { ToldToUs } from "~/marks/circumstances/told-to-us";
import { ConditionsToClear } from "~/marks/conditions-to-clear";
import { heldMark } from "~/marks/held-mark.server";
import { HeldMarkEvents } from "~/marks/held-mark-events";
import { HeldMarkFacts } from "~/marks/held-mark-facts";
import { LostEntries } from "~/marks/paperwork/lost-entries";
import { NotCoveredYet, ToShow } from "~/marks/top-ups/to-show";
import { clock } from "~/platform/clock.server";
import { pool } from "~/platform/database.server";
import { paths } from "~/platform/paths";
import { readForm } from "~/platform/read-form.server";
import { ContactTestForm, ContactTests } from "~/review/contact-tests";
import { noteLook } from "~/review/record/look.server";
import { BackLink } from "~/ui/back-link";
import { formatDay } from "~/ui/dates";
import { ErrorSummary } from "~/ui/error-summary";
import type { PageHandle } from "~/ui/page-handle";
import { pageTitle } from "~/ui/title";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  requireRole(actor, "moderator", "decider", "platform_admin");
  const view = await heldMark(pool.db, actor, params.code ?? "", clock.now());
  if (!view) throw notFound();
  const { caseId, answers } = view.sentFor;
  const which = [...new Set(answers.map(({ criterion }) => criterion))].join(", ");
  await noteLook(pool.db, clock, actor, { cases: caseId ? [caseId] : [], what: "criterion", which, request });
  return { bar: workBar(actor, request), ...view };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await actorForForm(request, "moderator", "decider");
  const answer = await answerChangeForm(pool.db, clock, actor, params.code ?? "", Object.fromEntries(await readForm(request)));
  if (!answer) throw notFound();
  return answer.ok ? redirect(paths.heldMark(params.code ?? ""), 303) : data(answer.sent, answer.status);
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: pageTitle(loaded ? `${loaded.mark.provider}: ${loaded.mark.standard.title}` : "Mark") }];

export const handle: PageHandle = { work: true };

export default function HeldMark() {
  const { mark, standing, events, proposal, conditions, toShow, mayRecord, sentFor, checkIn, told, insuredUntil, lost, checks, mayPropose, mayReview } =
    useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <>
      <BackLink href={paths.heldMarks}>All marks</BackLink>
      <ErrorSummary errors={sent?.errors ?? {}} />
      <h1 className="govuk-heading-l">
        {mark.provider}: {mark.standard.title}
      </h1>
      {proposal && <OpenProposal proposal={proposal} />}
      <HeldMarkFacts mark={mark} standing={standing} />
      <p className="govuk-body">
        <a href={paths.holder(mark.code)}>Who holds it: a new name, a merger, another organisation</a>
      </p>
      <HeldMarkEvents events={events} />
      <SentAnswers seen={sentFor} sent={sent} />
      <ConditionsToClear conditions={conditions} sent={sent} />
      <ToShow items={toShow} mayRecord={mayRecord} sent={sent} />
      <NotCoveredYet items={toShow} mayRecord={mayRecord} sent={sent} />
      <ToldToUs told={told} mayRecord={mayRecord} sent={sent} />
      <CheckInSeen checkIn={checkIn} />
      <h2 className="govuk-heading-m">Insurance</h2>
      <p>{insuredUntil ? `They say that they are insured until ${formatDay(insuredUntil)}.` : "They have told us no date yet."}</p>
      <LostEntries lost={lost} mayRecord={mayRecord} sent={sent} />
      <h2 className="govuk-heading-m">Phone and email</h2>
      <ContactTests checks={checks} />
      {mayRecord && <ContactTestForm typed={sent ?? {}} errors={sent?.errors ?? {}} />}
      {mayPropose.length > 0 && <ProposeForm kinds={mayPropose} sent={sent} />}
      {mayReview && <ReviewForm step={mayReview} sent={sent} />}
    </>
  );
}
