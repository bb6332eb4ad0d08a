import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { Actor } from "~/accounts/actor";
import { workBar } from "~/accounts/bar";
import { actorForForm, notFound, requireActor, requireRole } from "~/accounts/session.server";
import { touchedLines } from "~/marks/touched.server";
import { clock } from "~/platform/clock.server";
import { pool } from "~/platform/database.server";
import { paths } from "~/platform/paths";
import { readForm } from "~/platform/read-form.server";
import { draftView } from "~/standards/drafting/draft-view.server";
import { DraftWhole } from "~/standards/drafting/draft-whole";
import { discardDraft, openConsultation, reopenDraft } from "~/standards/drafting/move.server";
import { publishDraft } from "~/standards/drafting/publish-draft.server";
import { draftRefusalWords } from "~/standards/drafting/words";
import { dayOf } from "~/ui/dates";
import type { PageHandle } from "~/ui/page-handle";
import { pageTitle } from "~/ui/title";

export const handle: PageHandle = { work: true };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  requireRole(actor, "editor");
  const view = await draftView(pool.db, clock, actor, params.id!);
  if (!view) throw notFound();
  const touched = await touchedLines(pool.db, view.draft.key, view.changes, view.examined.checked.version?.standard, clock.now());
  return { bar: workBar(actor, request), view, touched };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await actorForForm(request, "editor");
  const form = await readForm(request);
  const intent = String(form.get("intent") ?? "");
  const part = (name: string) =>
    String(form.get(`until-${name}`) ?? "")
      .trim()
      .slice(0, 10);
  const until = { day: part("day"), month: part("month"), year: part("year") };
  const done = await act(actor, params.id!, intent, dayOf(until) ?? "");
  if (!done) throw notFound();
  if (done.ok) return redirect(paths.standardDraft(params.id!));
  const status = done.why === "wrote" ? 403 : done.why === "day_ahead" ? 422 : 409;
  return data({ until, errors: { [done.why === "day_ahead" ? "until" : intent]: draftRefusalWords[done.why] } }, status);
}

async function act(actor: Actor, draftId: string, intent: string, until: string) {
  if (intent === "consult") return openConsultation(pool.db, clock, actor, { draftId, until });
  if (intent === "reopen") return reopenDraft(pool.db, clock, actor, { draftId });
  if (intent === "publish") return publishDraft(pool.db, clock, actor, { draftId });
  return intent === "discard" ? discardDraft(pool.db, clock, actor, { draftId }) : undefined;
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: pageTitle(loaded ? `${loaded.view.title} ${loaded.view.draft.version}` : "Draft") }];

export default function Draft() {
  const { view, touched } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return <DraftWhole view={view} touched={touched} errors={sent?.errors ?? {}} until={sent?.until} />;
}
