import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { workBar } from "~/accounts/bar";
import { actorForForm, notFound, requireActor } from "~/accounts/session.server";
import { clock } from "~/platform/clock.server";
import { pool } from "~/platform/database.server";
import { paths } from "~/platform/paths";
import { readForm } from "~/platform/read-form.server";
import { retentionDeskFor } from "~/retention/desk.server";
import { holdBack, letGo } from "~/retention/hold.server";
import { holdWords, readHold, type TypedHold } from "~/retention/hold-input";
import { RetentionPage } from "~/retention/retention-page";
import type { FieldErrors } from "~/ui/form";
import type { PageHandle } from "~/ui/page-handle";
import { pageTitle } from "~/ui/title";

export const handle: PageHandle = { work: true, wide: true };
const Page = z.coerce.number().int().min(1).max(10_000).catch(1);
type Answer = { typed: TypedHold; errors: FieldErrors };

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const desk = await retentionDeskFor(pool.db, actor, Page.parse(new URL(request.url).searchParams.get("page") ?? 1));
  if (!desk) throw notFound();
  return { bar: workBar(actor, request), desk };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await actorForForm(request, "privacy_lead");
  const form = await readForm(request);
  if (form.get("intent") === "let_go") {
    if (!(await letGo(pool.db, clock, actor, String(form.get("hold"))))) throw notFound();
    return redirect(paths.retention());
  }
  const read = readHold(form);
  if (!read.ok) return data<Answer>(read, 400);
  const held = await holdBack(pool.db, clock, actor, read.hold);
  if (!held) throw notFound();
  if (!held.ok) return data<Answer>({ typed: read.hold, errors: { what: holdWords[held.why] } }, 409);
  return redirect(paths.retention());
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: pageTitle(loaded && loaded.desk.page > 1 ? `What we keep, page ${loaded.desk.page}` : "What we keep") },
];

export default function Retention() {
  const { desk } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <RetentionPage desk={desk} typed={answer?.typed ?? { what: "", reason: "" }} errors={answer?.errors ?? {}} />;
}
