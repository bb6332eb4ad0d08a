import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import type { Actor } from "~/accounts/actor";
import { workBar } from "~/accounts/bar";
import { actorForForm, notFound, requireActor } from "~/accounts/session.server";
import { type TitlesAsRead, titlesAsRead } from "~/assessments/as-read.server";
import { assessmentsOf } from "~/assessments/list.server";
import { refusalStatus, refusalWords } from "~/assessments/refusal-words";
import { startAssessment } from "~/assessments/start.server";
import { startableBy } from "~/assessments/startable.server";
import { discard } from "~/assessments/take-back.server";
import { londonDay } from "~/platform/calendar";
import { clock } from "~/platform/clock.server";
import { pool } from "~/platform/database.server";
import { useWords } from "~/platform/language";
import { paths } from "~/platform/paths";
import { readForm } from "~/platform/read-form.server";
import { BackLink } from "~/ui/back-link";
import { ErrorSummary } from "~/ui/error-summary";
import type { PageHandle } from "~/ui/page-handle";
import { pageTitle } from "~/ui/title";
import { languageOfBar } from "~/ui/work-bar";
import { AssessmentLine, StartForm } from "./assessment-lines";
import { ownWords } from "./words/own-words";

export const handle: PageHandle = { work: true, translated: true };
export const meta: MetaFunction = ({ data }) => [{ title: pageTitle(ownWords(languageOfBar(data))("assessments.title")) }];

const bySlug = (actor: Actor, slug: string | undefined) => {
  const membership = actor.memberships.find((each) => each.slug === slug);
  if (!membership) throw notFound();
  return membership;
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const membership = bySlug(actor, params.slug);
  const there = await assessmentsOf(pool.db, membership.organisationId);
  const startable = await startableBy(pool.db, membership.organisationId, there, londonDay(clock.now()));
  const titles = await titlesAsRead(
    pool.db,
    { language: actor.language, linkWorkerTerm: membership.linkWorkerTerm },
    [...there, ...startable].map(({ versionId }) => versionId),
  );
  const list = there.map(({ id, state, movedBack, versionId, standard, progress, createdAt, submission }) => ({
    id,
    state,
    movedBack,
    ...named(titles(versionId)),
    version: standard.version,
    questions: progress?.questions,
    done: progress?.done ?? 0,
    startedOn: londonDay(createdAt),
    sentOn: submission && londonDay(submission.at),
  }));
  return {
    bar: workBar(actor, request),
    organisation: membership,
    list,
    startable: startable.map(({ key, versionId, carryFrom }) => ({ key, carryFrom, purpose: titles(versionId).purpose, ...named(titles(versionId)) })),
  };
}

const named = ({ title, textIn }: TitlesAsRead) => ({ title, textIn });

const Start = z.object({ standard: z.string().max(100), "carry-from": z.uuid().optional() });
const Discard = z.object({ move: z.literal("discard"), assessment: z.uuid() });

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await actorForForm(request);
  const { organisationId } = bySlug(actor, params.slug);
  const form = Object.fromEntries(await readForm(request));
  const ending = Discard.safeParse(form);
  if (ending.success) {
    const ended = await discard(pool.db, clock, actor, ending.data.assessment);
    if (!ended) throw notFound();
    return ended.ok ? redirect(paths.organisationAssessments(params.slug!)) : data({ errors: { assessments: refusalWords(ended.why, actor.language) } }, refusalStatus(ended.why));
  }
  const start = Start.safeParse(form);
  if (!start.success) throw new Response("Not a standard to start", { status: 400 });
  const started = await startAssessment(pool.db, clock, actor, { organisationId, standardKey: start.data.standard, carryFrom: start.data["carry-from"] });
  if (!started) throw notFound();
  if (!started.ok) return data({ errors: { assessments: refusalWords(started.why, actor.language) } }, 422);
  const left = start.data["carry-from"] !== undefined && !started.carried;
  return redirect(paths.assessment(started.assessmentId) + (left ? "?there=already" : ""));
}

export default function AssessmentsPage() {
  const { organisation, list, startable } = useLoaderData<typeof loader>();
  const { errors = {} } = useActionData<typeof action>() ?? {};
  const { t } = useWords(ownWords);
  const open = list.filter(({ state }) => state === "draft");
  const others = list.filter(({ state }) => state !== "draft");
  return (
    <div className="wm-prose">
      <BackLink href={paths.organisation(organisation.slug)}>{organisation.name}</BackLink>
      <ErrorSummary errors={errors} />
      <h1 className="govuk-heading-l" id="assessments" tabIndex={-1}>
        {t("assessments.title")}
      </h1>
      {open.length > 0 && <h2 className="govuk-heading-m">{t("assessments.to_answer")}</h2>}
      <ul className="wm-tidy">
        {open.map((each) => (
          <AssessmentLine each={each} maySubmit={organisation.role === "admin"} key={each.id} />
        ))}
      </ul>
      {others.length > 0 && <h2 className="govuk-heading-m">{t("assessments.ended")}</h2>}
      <ul className="wm-tidy">
        {others.map((each) => (
          <AssessmentLine each={each} maySubmit={false} key={each.id} />
        ))}
      </ul>
      {startable.length > 0 && <h2 className="govuk-heading-m">{t("assessments.to_start")}</h2>}
      {startable.map((standard) => (
        <StartForm standard={standard} key={standard.key} />
      ))}
    </div>
  );
}
