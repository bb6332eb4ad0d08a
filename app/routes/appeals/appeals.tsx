import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { hasRole } from "~/accounts/actor";
import { workBar } from "~/accounts/bar";
import { actorForForm, requireActor, requireRole } from "~/accounts/session.server";
import { londonDay } from "~/platform/calendar";
import { clock } from "~/platform/clock.server";
import { pool } from "~/platform/database.server";
import { paths } from "~/platform/paths";
import { readForm } from "~/platform/read-form.server";
import { appealsFor } from "~/review/appeals/appeals.server";
import { AppealsTable } from "~/review/appeals/appeals-table";
import { learntFaultWords, yearsToTell } from "~/review/appeals/learning/learning";
import { publishLearnt } from "~/review/appeals/learning/learning.server";
import { LearntForm } from "~/review/appeals/learning/learnt-form";
import { refusalStatus } from "~/review/refusal-status";
import { ErrorSummary } from "~/ui/error-summary";
import type { PageHandle } from "~/ui/page-handle";
import { Pagination } from "~/ui/pagination";
import { pageTitle } from "~/ui/title";

export const handle: PageHandle = { work: true, wide: true };
const Page = z.coerce.number().int().min(1).max(10_000).catch(1);
const Year = z.coerce.number().int().catch(0);

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  requireRole(actor, "moderator", "panel");
  const page = Page.parse(new URL(request.url).searchParams.get("page") ?? 1);
  const years = hasRole(actor, "moderator") ? yearsToTell(londonDay(clock.now())) : [];
  return { bar: workBar(actor, request), years, ...(await appealsFor(pool.db, clock, actor, page)) };
}

/** What was learnt from a year's appeals. */
export async function action({ request }: ActionFunctionArgs) {
  const actor = await actorForForm(request, "moderator");
  const form = await readForm(request);
  const typed = { year: String(form.get("year") ?? "").slice(0, 10), words: String(form.get("words") ?? "").slice(0, 10_000) };
  const done = await publishLearnt(pool.db, clock, actor, { year: Year.parse(typed.year), words: typed.words });
  if (done.ok) return redirect(paths.learnt);
  if (done.why === "wrong_role") return data({ typed, errors: { words: "This is for moderators" } }, 403);
  const field = done.why === "year_runs" || done.why === "no_appeals" ? "year" : "words";
  return data({ typed, errors: { [field]: learntFaultWords[done.why] } }, refusalStatus(done.why));
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: pageTitle(loaded && loaded.page > 1 ? `Appeals, page ${loaded.page}` : "Appeals") }];

export default function Appeals() {
  const { rows, page, pages, years } = useLoaderData<typeof loader>();
  const { typed = { year: "", words: "" }, errors = {} } = useActionData<typeof action>() ?? {};
  return (
    <>
      <ErrorSummary errors={errors} />
      <h1 className="govuk-heading-l">Appeals</h1>
      <AppealsTable rows={rows} />
      <Pagination page={page} pages={pages} href={(to) => `${paths.appeals}?page=${to}`} of="appeals" />
      {years.length > 0 && <LearntForm years={years} typed={typed} errors={errors} />}
    </>
  );
}
