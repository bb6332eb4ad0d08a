import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { workBar } from "~/accounts/bar";
import { requireActor, requireRole } from "~/accounts/session.server";
import { concernDeadlines, openConcerns } from "~/concerns/concerns.server";
import { markDeadlines } from "~/marks/deadlines/mark-deadlines.server";
import { clock } from "~/platform/clock.server";
import { pool } from "~/platform/database.server";
import { clockNames } from "~/review/clocks";
import { deadlinesFor } from "~/review/deadlines.server";
import { DeadlinesPage } from "~/review/deadlines-page";
import type { PageHandle } from "~/ui/page-handle";
import { pageTitle } from "~/ui/title";

export const handle: PageHandle = { work: true };
const Asked = z.object({ page: z.coerce.number().int().min(1).max(10_000).catch(1), of: z.enum(clockNames).optional().catch(undefined) });

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  requireRole(actor, "moderator", "assessor", "decider");
  const { searchParams } = new URL(request.url);
  const asked = Asked.parse({ page: searchParams.get("page") ?? 1, of: searchParams.get("of") ?? undefined });
  const elsewhere = [...(await markDeadlines(pool.db, clock, actor)), ...concernDeadlines(await openConcerns(pool.db, clock, actor))];
  return { bar: workBar(actor, request), of: asked.of, ...(await deadlinesFor(pool.db, clock, actor, { ...asked, elsewhere })) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: pageTitle(data && data.page > 1 ? `Deadlines, page ${data.page}` : "Deadlines") }];

export default function Deadlines() {
  return <DeadlinesPage {...useLoaderData<typeof loader>()} />;
}
