import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { workBar } from "~/accounts/bar";
import { requireActor, requireRole } from "~/accounts/session.server";
import { clock } from "~/platform/clock.server";
import { pool } from "~/platform/database.server";
import { paths } from "~/platform/paths";
import { clockWords } from "~/review/clock-words";
import { deadlinesFor } from "~/review/deadlines.server";
import { BackLink } from "~/ui/back-link";
import { formatDay } from "~/ui/dates";
import { Quiet } from "~/ui/layout";
import type { PageHandle } from "~/ui/page-handle";
import { Pagination } from "~/ui/pagination";
import { pageTitle } from "~/ui/title";

export const handle: PageHandle = { work: true };
const Page = z.coerce.number().int().min(1).max(10_000).catch(1);

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  requireRole(actor, "moderator");
  const page = Page.parse(new URL(request.url).searchParams.get("page") ?? 1);
  return { bar: workBar(actor, request), ...(await deadlinesFor(pool.db, clock, actor, page)) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: pageTitle(data && data.page > 1 ? `Deadlines, page ${data.page}` : "Deadlines") }];

export default function Deadlines() {
  const { days, page, pages } = useLoaderData<typeof loader>();
  return (
    <>
      <BackLink href={paths.cases}>All cases</BackLink>
      <h1 className="govuk-heading-l">Deadlines</h1>
      {days.length === 0 && <p className="govuk-body">No deadline is running.</p>}
      {days.map(({ day, deadlines }) => (
        <section key={day} aria-labelledby={`on-${day}`}>
          <h2 className="govuk-heading-m" id={`on-${day}`}>
            {formatDay(day)}
          </h2>
          <ul className="wm-tidy">
            {deadlines.map(({ caseId, of, number, provider, left, paused }) => (
              <li key={`${caseId} ${of}`}>
                <a href={paths.case(caseId)}>{provider}</a> <Quiet small>{number}</Quiet> {clockWords[of]}
                {left < 0 && <strong> Late</strong>}
                {paused && <Quiet> Paused: sooner if the answers come sooner</Quiet>}
              </li>
            ))}
          </ul>
        </section>
      ))}
      <Pagination page={page} pages={pages} href={(to) => `${paths.deadlines}?page=${to}`} of="deadlines" />
    </>
  );
}
