import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { workBar } from "~/accounts/bar";
import { PeopleTable } from "~/accounts/scheme/roles-page";
import { schemePeople } from "~/accounts/scheme/scheme-people.server";
import { requireActor, requireRole } from "~/accounts/session.server";
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
  requireRole(actor, "platform_admin");
  const { q, page } = Asked.parse(Object.fromEntries(new URL(request.url).searchParams));
  return { bar: workBar(actor, request), q, ...(await schemePeople(pool.db, { search: q, page })) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: pageTitle(data && data.page > 1 ? `People and roles, page ${data.page}` : "People and roles") }];
export const handle: PageHandle = { work: true, wide: true };

export default function People() {
  const { q, rows, page, pages, total } = useLoaderData<typeof loader>();
  return (
    <>
      <h1 className="govuk-heading-l">People and roles</h1>
      <Form method="get">
        <OneLine>
          <TextField name="q" label="Part of a name or e-mail address" value={q} type="search" width={20} />
          <Button tone="secondary">Search</Button>
        </OneLine>
      </Form>
      <p className="govuk-body">
        {q ? (
          <>
            {total === 1 ? "1 person" : `${total} people`} for “{q}”, among everybody who can sign in. <a href={paths.schemePeople}>Show those with a role</a>
          </>
        ) : (
          "Everybody who does something for the scheme. Search to find anybody else who can sign in."
        )}
      </p>
      <PeopleTable rows={rows} empty={q ? "Nobody fits. Try part of the name." : "Nobody has a role yet."} />
      <Pagination page={page} pages={pages} of="people" href={(to) => `${paths.schemePeople}?${new URLSearchParams({ ...(q && { q }), page: String(to) })}`} />
    </>
  );
}
