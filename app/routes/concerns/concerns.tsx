import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { workBar } from "~/accounts/bar";
import { requireActor, requireRole } from "~/accounts/session.server";
import { concernsFor } from "~/concerns/concerns.server";
import { ConcernsTable } from "~/concerns/concerns-table";
import { clock } from "~/platform/clock.server";
import { pool } from "~/platform/database.server";
import { paths } from "~/platform/paths";
import { Button } from "~/ui/button";
import { Form } from "~/ui/form";
import { OneLine } from "~/ui/layout";
import type { PageHandle } from "~/ui/page-handle";
import { Pagination } from "~/ui/pagination";
import { TextField } from "~/ui/text-field";
import { pageTitle } from "~/ui/title";

export const handle: PageHandle = { work: true, wide: true };
const Asked = z.object({ q: z.string().trim().max(100).catch(""), page: z.coerce.number().int().min(1).max(10_000).catch(1) });

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  requireRole(actor, "moderator");
  const { q, page } = Asked.parse(Object.fromEntries(new URL(request.url).searchParams));
  return { bar: workBar(actor, request), q, ...(await concernsFor(pool.db, clock, actor, { search: q, page })) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: pageTitle(data && data.page > 1 ? `Concerns, page ${data.page}` : "Concerns") }];

export default function Concerns() {
  const { q, rows, page, pages } = useLoaderData<typeof loader>();
  return (
    <>
      <h1 className="govuk-heading-l">Concerns</h1>
      <p className="govuk-body">
        What people told us is wrong. You do not see those about a group that you belong to, have a tie to or are reading a case of: other moderators do.
      </p>
      <Form method="get">
        <OneLine>
          <TextField name="q" label="Reference, or name of the group" value={q} type="search" width={20} />
          <Button tone="secondary">Search</Button>
        </OneLine>
      </Form>
      {q && (
        <p className="govuk-body">
          <a href={paths.concerns}>Show all</a>
        </p>
      )}
      <ConcernsTable rows={rows} empty={q ? "No concern fits." : "Nobody has told us of a concern that you may see."} />
      <Pagination page={page} pages={pages} of="concerns" href={(to) => `${paths.concerns}?${new URLSearchParams({ ...(q && { q }), page: String(to) })}`} />
    </>
  );
}
