import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { workBar } from "~/accounts/bar";
import { notFound, requireActor, requireRole } from "~/accounts/session.server";
import { clock } from "~/platform/clock.server";
import { pool } from "~/platform/database.server";
import { caseNumber } from "~/review/case-number";
import { kindWords, recordKinds } from "~/review/record/line";
import { noteLook } from "~/review/record/look.server";
import { recordOf } from "~/review/record/record.server";
import { RecordPage } from "~/review/record/record-page";
import { type RecordView, recordView } from "~/review/record/record-view";
import type { PageHandle } from "~/ui/page-handle";
import { pageTitle } from "~/ui/title";
import { chapters } from "./chapters.server";

export const handle: PageHandle = { work: true };
const Asked = z.object({ of: z.enum(recordKinds).nullable().catch(null), page: z.coerce.number().int().min(1).max(10_000).catch(1) });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  requireRole(actor, "moderator", "decider");
  const record = await recordOf(pool.db, actor, params.id!, chapters);
  if (!record) throw notFound();
  await noteLook(pool.db, clock, actor, { cases: [record.file.id], what: "record", request });
  const { of, page } = Asked.parse(Object.fromEntries(new URL(request.url).searchParams));
  const { id, provider, number } = record.file;
  const view = recordView(record.lines, of, page);
  return { bar: workBar(actor, request), caseId: id, provider: provider.name, number: caseNumber(number), ratingsOpen: record.viewer.ratingsOpen, view };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: pageTitle(data ? titleOf(data) : "Record") }];

function titleOf({ number, provider, view: { of, page } }: { number: string; provider: string; view: RecordView }) {
  return [`Record of ${number}: ${provider}`, of && kindWords[of], page > 1 && `page ${page}`].filter(Boolean).join(", ");
}

export default function Record() {
  const { bar: _, ...props } = useLoaderData<typeof loader>();
  return <RecordPage {...props} />;
}
