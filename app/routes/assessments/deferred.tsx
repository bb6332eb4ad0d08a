import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { workBar } from "~/accounts/bar";
import { actorForForm, notFound, requireActor } from "~/accounts/session.server";
import { clock } from "~/platform/clock.server";
import { pool } from "~/platform/database.server";
import { useWords } from "~/platform/language";
import { paths } from "~/platform/paths";
import { deferralFor } from "~/review/deferral.server";
import { DeferralPage } from "~/review/deferral-page";
import { deferralRefusal, deferralStatus } from "~/review/deferral-words";
import { resumeCase } from "~/review/resume.server";
import { reviewWords } from "~/review/words/review-words";
import { BackLink } from "~/ui/back-link";
import { ErrorSummary } from "~/ui/error-summary";
import type { PageHandle } from "~/ui/page-handle";
import { pageTitle } from "~/ui/title";
import { languageOfBar } from "~/ui/work-bar";

export const handle: PageHandle = { work: true, translated: true };
export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => {
  const t = reviewWords(languageOfBar(loaded));
  return [{ title: pageTitle(loaded ? t("deferral.page_title", { standard: loaded.view.standard.title }) : t("deferral.title")) }];
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const view = await deferralFor(pool.db, clock, actor, params.id!);
  if (!view) throw notFound();
  return { bar: workBar(actor, request), view };
}

/** Sends what was written, once. */
export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await actorForForm(request);
  const sent = await resumeCase(pool.db, clock, actor, { assessmentId: params.id! });
  if (!sent) throw notFound();
  if (!sent.ok) return data({ errors: { send: deferralRefusal(sent, actor.language) } }, deferralStatus(sent));
  return redirect(paths.sent(params.id!));
}

export default function Deferred() {
  const { t } = useWords(reviewWords);
  const { view } = useLoaderData<typeof loader>();
  const { errors = {} } = useActionData<typeof action>() ?? {};
  return (
    <div className="wm-prose">
      <BackLink href={paths.sent(view.assessmentId)}>{t("deferral.back")}</BackLink>
      <ErrorSummary errors={errors} />
      <DeferralPage view={view} />
    </div>
  );
}
