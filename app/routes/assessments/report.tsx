import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { workBar } from "~/accounts/bar";
import { actorForForm, notFound, requireActor } from "~/accounts/session.server";
import { clock } from "~/platform/clock.server";
import { pool } from "~/platform/database.server";
import { useWords } from "~/platform/language";
import { paths } from "~/platform/paths";
import { readForm } from "~/platform/read-form.server";
import { confirmReport, sendRemarks } from "~/review/fact-check/check-report.server";
import { reportFor } from "~/review/fact-check/report.server";
import { ReportPage } from "~/review/fact-check/report-page";
import { reportRefusal, reportStatus } from "~/review/fact-check/report-refusal";
import { factCheckWords } from "~/review/fact-check/words/fact-check-words";
import { BackLink } from "~/ui/back-link";
import { ErrorSummary } from "~/ui/error-summary";
import type { PageHandle } from "~/ui/page-handle";
import { pageTitle } from "~/ui/title";
import { languageOfBar } from "~/ui/work-bar";

export const handle: PageHandle = { work: true, translated: true };
export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => {
  const t = factCheckWords(languageOfBar(loaded));
  return [{ title: pageTitle(loaded ? t("page_title", { standard: loaded.view.standard.title }) : t("title")) }];
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const view = await reportFor(pool.db, clock, actor, params.id!);
  if (!view) throw notFound();
  return { bar: workBar(actor, request), view };
}

/** Says that it is right, or sends what is wrong in it, once. */
export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await actorForForm(request);
  const answer = (await readForm(request)).get("move") === "send" ? sendRemarks : confirmReport;
  const answered = await answer(pool.db, clock, actor, { assessmentId: params.id! });
  if (!answered) throw notFound();
  if (!answered.ok) return data({ errors: { answer: reportRefusal(answered, actor.language) } }, reportStatus(answered));
  return redirect(paths.report(params.id!));
}

export default function Report() {
  const { t } = useWords(factCheckWords);
  const { view } = useLoaderData<typeof loader>();
  const { errors = {} } = useActionData<typeof action>() ?? {};
  return (
    <div className="wm-prose">
      <BackLink href={paths.sent(view.assessmentId)}>{t("back")}</BackLink>
      <ErrorSummary errors={errors} />
      <ReportPage view={view} />
    </div>
  );
}
