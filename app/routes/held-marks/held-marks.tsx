import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { workBar } from "~/accounts/bar";
import { requireActor, requireRole } from "~/accounts/session.server";
import { heldMarks } from "~/marks/held-marks.server";
import { HeldMarksTable } from "~/marks/held-marks-table";
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

const Asked = z.object({ q: z.string().trim().max(100).catch(""), page: z.coerce.number().int().min(1).max(10_000).catch(1) });

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  requireRole(actor, "moderator", "decider", "platform_admin");
  const { q, page } = Asked.parse(Object.fromEntries(new URL(request.url).searchParams));
  return { bar: workBar(actor, request), q, ...(await heldMarks(pool.db, actor, { search: q, page }, clock.now())) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: pageTitle(data && data.page > 1 ? `Marks held, page ${data.page}` : "Marks held") }];
export const handle: PageHandle = { work: true, wide: true };

export default function HeldMarks() {
  const { q, rows, page, pages, total } = useLoaderData<typeof loader>();
  return (
    <>
      <h1 className="govuk-heading-l">Marks held</h1>
      <Form method="get">
        <OneLine>
          <TextField name="q" label="Code, name or place" value={q} type="search" width={20} />
          <Button tone="secondary">Search</Button>
        </OneLine>
      </Form>
      {q && (
        <p className="govuk-body">
          {total === 1 ? "1 mark" : `${total} marks`} for “{q}”. <a href={paths.heldMarks}>Show all</a>
        </p>
      )}
      <HeldMarksTable rows={rows} empty={q ? "No mark fits. Try part of the name, or the whole code." : "No mark has been awarded yet."} />
      <Pagination page={page} pages={pages} of="marks" href={(to) => `${paths.heldMarks}?${new URLSearchParams({ ...(q && { q }), page: String(to) })}`} />
    </>
  );
}
