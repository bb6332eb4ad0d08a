import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { membershipIn } from "~/accounts/actor";
import { workBar } from "~/accounts/bar";
import { notFound, requireActor } from "~/accounts/session.server";
import { NothingToAnswer } from "~/assessments/nothing-to-answer";
import { overviewFor } from "~/assessments/overview.server";
import { QuestionsPage } from "~/assessments/questions-page";
import { pool } from "~/platform/database.server";
import { settings } from "~/platform/env.server";
import { paths } from "~/platform/paths";
import { BackLink } from "~/ui/back-link";
import { Notification } from "~/ui/notification";
import type { PageHandle } from "~/ui/page-handle";
import { pageTitle } from "~/ui/title";

export const handle: PageHandle = { work: true };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const overview = await overviewFor(pool.db, actor, params.id!);
  const membership = overview && membershipIn(actor, overview.assessment.organisationId);
  if (!membership) throw notFound();
  const { assessment, progress, notForYou, lastSaved } = overview;
  if (assessment.state === "submitted") throw redirect(paths.sent(assessment.id));
  if (!progress) throw redirect(paths.assessmentFacts(assessment.id));
  const { title, sections } = assessment.version.standard;
  return {
    bar: workBar(actor, request),
    thereAlready: new URL(request.url).searchParams.get("there") === "already",
    slug: membership.slug,
    organisation: membership.name,
    id: assessment.id,
    state: assessment.state,
    notForYou,
    progress,
    lastSaved: lastSaved && { ...lastSaved, at: lastSaved.at.toISOString() },
    maySubmit: membership.role === "admin",
    standard: { title, sections },
    contact: settings().contact,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: pageTitle(data ? `Your questions: ${data.standard.title}` : "Your questions") }];

export default function AssessmentPage() {
  const { slug, state, notForYou, thereAlready, ...page } = useLoaderData<typeof loader>();
  if (state === "withdrawn" || notForYou) return <NothingToAnswer slug={slug} id={page.id} withdrawn={state === "withdrawn"} title={page.standard.title} />;
  return (
    <>
      <BackLink href={paths.organisationAssessments(slug)}>All your self-assessments</BackLink>
      {thereAlready && <Notification>You have a draft already. Here it is, with its own answers: nothing in it was changed.</Notification>}
      <QuestionsPage {...page} />
    </>
  );
}
