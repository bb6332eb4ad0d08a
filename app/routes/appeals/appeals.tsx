import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { workBar } from "~/accounts/bar";
import { requireActor, requireRole } from "~/accounts/session.server";
import { clock } from "~/platform/clock.server";
import { pool } from "~/platform/database.server";
import { paths } from "~/platform/paths";
import { appealsFor } from "~/review/appeals/appeals.server";
import { AppealsTable } from "~/review/appeals/appeals-table";
import type { PageHandle } from "~/ui/page-handle";
import { Pagination } from "~/ui/pagination";
import { pageTitle } from "~/ui/title";

export const handle: PageHandle = { work: true, wide: true };
const Page = z.coerce.number().int().min(1).max(10_000).catch(1);

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  requireRole(actor, "moderator", "panel");
  const page = Page.parse(new URL(request.url).searchParams.get("page") ?? 1);
  return { bar: workBar(actor, request), ...(await appealsFor(pool.db, clock, actor, page)) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: pageTitle(data && data.page > 1 ? `Appeals, page ${data.page}` : "Appeals") }];

export default function Appeals() {
  const { rows, page, pages } = useLoaderData<typeof loader>();
  return (
    <>
      <h1 className="govuk-heading-l">Appeals</h1>
      <AppealsTable rows={rows} />
      <Pagination page={page} pages={pages} href={(to) => `${paths.appeals}?page=${to}`} of="appeals" />
    </>
  );
}
