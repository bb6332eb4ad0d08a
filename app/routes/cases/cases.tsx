import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { hasRole } from "~/accounts/actor";
import { workBar } from "~/accounts/bar";
import { requireActor, requireRole } from "~/accounts/session.server";
import { clock } from "~/platform/clock.server";
import { pool } from "~/platform/database.server";
import { paths } from "~/platform/paths";
import { CasesTables } from "~/review/cases-table";
import { casesFor } from "~/review/list.server";
import { OwnAgreement } from "~/review/reliability/own-agreement";
import { ownAgreement } from "~/review/reliability/reliability.server";
import type { PageHandle } from "~/ui/page-handle";
import { Pagination } from "~/ui/pagination";
import { pageTitle } from "~/ui/title";

export const handle: PageHandle = { work: true, wide: true };
const Page = z.coerce.number().int().min(1).max(10_000).catch(1);

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  requireRole(actor, "assessor", "moderator", "decider");
  const page = Page.parse(new URL(request.url).searchParams.get("page") ?? 1);
  const agreement = hasRole(actor, "assessor") ? await ownAgreement(pool.db, clock, actor) : null;
  return { bar: workBar(actor, request), agreement, ...(await casesFor(pool.db, clock, actor, page)) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: pageTitle(data && data.page > 1 ? `Cases, page ${data.page}` : "Cases") }];

export default function Cases() {
  const { rows, page, pages, agreement } = useLoaderData<typeof loader>();
  return (
    <>
      <h1 className="govuk-heading-l">Cases</h1>
      {rows.length === 0 ? <p className="govuk-body">There is nothing on your desk. We write to you when there is.</p> : <CasesTables rows={rows} />}
      {agreement && <OwnAgreement agreement={agreement} />}
      <p className="govuk-body">
        <a href={paths.interests}>Your ties to groups</a>
      </p>
      <p className="govuk-body">
        <a href={paths.deadlines}>Deadlines, by day</a>
      </p>
      <Pagination page={page} pages={pages} href={(to) => `${paths.cases}?page=${to}`} of="cases" />
    </>
  );
}
