import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { membershipIn } from "~/accounts/actor";
import { workBar } from "~/accounts/bar";
import { actorForForm, notFound, requireActor } from "~/accounts/session.server";
import { MovedNotice, MoveNotice } from "~/assessments/move-notice";
import { MovedOn } from "~/assessments/moved-on";
import { NothingToAnswer } from "~/assessments/nothing-to-answer";
import { overviewFor } from "~/assessments/overview.server";
import { QuestionsPage } from "~/assessments/questions-page";
import { refusalStatus, refusalWords } from "~/assessments/refusal-words";
import { giveSection, markSection } from "~/assessments/section-work.server";
import { sharesOf } from "~/assessments/sections";
import { assessmentWords } from "~/assessments/words/assessment-words";
import { clock } from "~/platform/clock.server";
import { pool } from "~/platform/database.server";
import { settings } from "~/platform/env.server";
import { useWords } from "~/platform/language";
import { paths } from "~/platform/paths";
import { readForm } from "~/platform/read-form.server";
import { BackLink } from "~/ui/back-link";
import { ErrorSummary } from "~/ui/error-summary";
import { Notification } from "~/ui/notification";
import type { PageHandle } from "~/ui/page-handle";
import { pageTitle } from "~/ui/title";
import { languageOfBar } from "~/ui/work-bar";

export const handle: PageHandle = { work: true, translated: true };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const overview = await overviewFor(pool.db, clock, actor, params.id!);
  const membership = overview && membershipIn(actor, overview.assessment.organisationId);
  if (!membership) throw notFound();
  const { assessment, progress, notForYou, lastSaved, sections, members, comments, newIn, newer, moved, movedTo, movedBackTo, answered } = overview;
  if (assessment.state === "submitted") throw redirect(paths.sent(assessment.id));
  if (!progress && assessment.state !== "migrated") throw redirect(paths.assessmentFacts(assessment.id));
  const { searchParams } = new URL(request.url);
  const { title, version } = assessment.version.standard;
  return {
    bar: workBar(actor, request),
    thereAlready: searchParams.get("there") === "already",
    slug: membership.slug,
    organisation: membership.name,
    id: assessment.id,
    state: assessment.state,
    notForYou,
    progress: progress && { questions: progress.questions, done: progress.done, next: progress.next },
    sections: sections.map(({ done, lastSaved, ...section }) => ({
      ...section,
      done: done && { ...done, at: done.at.toISOString() },
      lastSaved: lastSaved && { ...lastSaved, at: lastSaved.at.toISOString() },
    })),
    shares: sharesOf(sections),
    members: members.map(({ personId, name, title }) => ({ personId, name, title })),
    comments,
    newIn,
    self: actor.personId,
    onlyMine: searchParams.get("show") === "mine",
    lastSaved: lastSaved && { ...lastSaved, at: lastSaved.at.toISOString() },
    maySubmit: membership.role === "admin",
    standard: { title, version, textIn: assessment.textIn },
    newer,
    moved: moved && { version: moved.version, fromId: moved.fromId, untouched: moved.untouched },
    movedTo,
    movedBackTo,
    answered,
    toCheck: progress?.tasks.filter(({ state }) => state === "check").length ?? 0,
    contact: settings().contact,
  };
}

/** What people decide about a section: who looks after it, and whether it is done. */
export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await actorForForm(request);
  const form = await readForm(request);
  const text = (name: string) => String(form.get(name) ?? "");
  const [assessmentId, section, intent] = [params.id!, text("section"), text("intent")];
  const changed =
    intent === "give"
      ? await giveSection(pool.db, clock, actor, { assessmentId, section, to: text("to") || null })
      : await markSection(pool.db, clock, actor, { assessmentId, section, done: intent === "done" });
  if (!changed) throw notFound();
  if (!changed.ok) return data({ errors: { sections: refusalWords(changed.why, actor.language) } }, refusalStatus(changed.why));
  return redirect(`${paths.assessment(assessmentId)}#section-${encodeURIComponent(section)}`);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  const t = assessmentWords(languageOfBar(data));
  return [{ title: pageTitle(data ? t("list.title_of", { title: data.standard.title }) : t("list.title")) }];
};

export default function AssessmentPage() {
  const { slug, state, notForYou, thereAlready, newer, moved, movedTo, movedBackTo, answered, toCheck, progress, ...page } = useLoaderData<typeof loader>();
  const { errors = {} } = useActionData<typeof action>() ?? {};
  const { t } = useWords(assessmentWords);
  const { id, standard, maySubmit } = page;
  if (state === "migrated" || !progress) return <MovedOn slug={slug} id={id} standard={standard} movedTo={movedTo} answered={answered} />;
  if (state === "withdrawn" || notForYou) return <NothingToAnswer slug={slug} id={id} withdrawn={state === "withdrawn"} movedBackTo={movedBackTo} standard={standard} />;
  return (
    <>
      <BackLink href={paths.organisationAssessments(slug)}>{t("list.back")}</BackLink>
      <ErrorSummary errors={errors} />
      {thereAlready && <Notification>{t("list.there_already")}</Notification>}
      {newer && <MoveNotice id={id} newer={newer} />}
      {moved && <MovedNotice id={id} {...moved} check={toCheck} maySubmit={maySubmit} />}
      <QuestionsPage {...page} progress={progress} />
    </>
  );
}
