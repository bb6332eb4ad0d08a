import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { membershipIn } from "~/accounts/actor";
import { workBar } from "~/accounts/bar";
import { actorForForm, notFound, requireActor } from "~/accounts/session.server";
import { askingWords } from "~/assessments/asking/words/asking-words";
import { agreeToMigrate } from "~/assessments/migrate.server";
import { MovePage } from "~/assessments/move-page";
import { movedFrom } from "~/assessments/moved-from.server";
import { MovedPage } from "~/assessments/moved-page";
import { proposalFor } from "~/assessments/proposal.server";
import { refusalStatus, refusalWords } from "~/assessments/refusal-words";
import { undoMigration } from "~/assessments/undo-migration.server";
import { assessmentWords } from "~/assessments/words/assessment-words";
import { addDays, londonDay } from "~/platform/calendar";
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

export const handle: PageHandle = { work: true, translated: true };
export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: pageTitle(assessmentWords(languageOfBar(loaded))("move.page_title")) }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const proposal = await proposalFor(pool.db, clock, actor, params.id!);
  if (!proposal) throw notFound();
  const { assessment } = proposal;
  const { title, version } = assessment.version.standard;
  const maySubmit = membershipIn(actor, assessment.organisationId)?.role === "admin";
  const page = { bar: workBar(actor, request), id: assessment.id, title, textIn: assessment.textIn, maySubmit };
  if (!("fates" in proposal)) {
    const moved = assessment.state === "draft" ? await movedFrom(pool.db, assessment.id) : undefined;
    if (!moved) throw redirect(paths.assessment(assessment.id));
    return { is: "moved" as const, ...page, to: version, moved: { ...moved, at: moved.at.toISOString() } };
  }
  const { to, lastSubmitOn, fates, preview } = proposal;
  return {
    is: "proposed" as const,
    ...page,
    from: version,
    to,
    lastSubmitOn,
    dayAfter: lastSubmitOn && addDays(lastSubmitOn, 1),
    late: lastSubmitOn !== undefined && londonDay(clock.now()) > lastSubmitOn,
    fates,
    preview,
  };
}

const Move = z.object({ move: z.enum(["agree", "back"]) });

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await actorForForm(request);
  const form = Move.safeParse(Object.fromEntries(await readForm(request)));
  if (!form.success) throw new Response("Neither a move nor the way back", { status: 400 });
  const moved = await (form.data.move === "agree" ? agreeToMigrate : undoMigration)(pool.db, clock, actor, params.id!);
  if (!moved) throw notFound();
  if (!moved.ok) return data({ errors: { migrate: refusalWords(moved.why, actor.language) } }, refusalStatus(moved.why));
  return redirect(paths.assessment(moved.assessmentId));
}

export default function MigrateRoute() {
  const page = useLoaderData<typeof loader>();
  const { errors = {} } = useActionData<typeof action>() ?? {};
  const { t } = useWords(askingWords);
  return (
    <div className="wm-prose">
      <BackLink href={paths.assessment(page.id)}>{t("question.back")}</BackLink>
      <ErrorSummary errors={errors} />
      {page.is === "moved" ? <MovedPage {...page} /> : <MovePage {...page} />}
    </div>
  );
}
