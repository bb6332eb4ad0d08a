import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { workBar } from "~/accounts/bar";
import { actorForForm, notFound, requireActor } from "~/accounts/session.server";
import { clock } from "~/platform/clock.server";
import { pool } from "~/platform/database.server";
import { paths } from "~/platform/paths";
import { readForm } from "~/platform/read-form.server";
import { changeAbout, changeForm, withoutChange } from "~/standards/drafting/change-form";
import { changesPath } from "~/standards/drafting/draft";
import { fileForm, saveTyped } from "~/standards/drafting/file-form.server";
import { FilePage, type NotSaved } from "~/standards/drafting/file-page";
import { fileReply, takeOut } from "~/standards/drafting/file-reply.server";
import { draftForEditor } from "~/standards/drafting/open-file.server";
import { TakeOut } from "~/standards/drafting/take-out";
import type { PageHandle } from "~/ui/page-handle";
import { pageTitle } from "~/ui/title";

export const handle: PageHandle = { work: true };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const draft = await draftForEditor(pool.db, actor, params.id);
  const asked = changeForm(draft, params.change ?? "");
  if (!asked) throw notFound();
  const form = await fileForm(pool.db, draft, changesPath, asked.fields);
  // Faults of the other changes are said on their own pages.
  const rest: string[] = [];
  const { searchParams } = new URL(request.url);
  const saved = searchParams.has("saved");
  const typed = asked.there ? form.typed : { ...form.typed, ...changeAbout(searchParams) };
  return {
    bar: workBar(actor, request),
    ...asked,
    ...form,
    typed,
    rest,
    rules: [],
    saved,
    back: { href: paths.standardDraft(draft.id), label: `${draft.title} ${draft.version}` },
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await actorForForm(request);
  const draft = await draftForEditor(pool.db, actor, params.id);
  const form = await readForm(request);
  const asked = changeForm(draft, params.change ?? "");
  if (!asked) throw notFound();
  const madeFrom = String(form.get("made_from") ?? "");
  if (form.get("intent") === "take_out" && asked.there) return takeOut(pool.db, clock, actor, { draft, path: changesPath, madeFrom, text: withoutChange(draft, asked.at) });
  const saved = await saveTyped(pool.db, clock, actor, draft, changesPath, asked.fields, form);
  return fileReply(pool.db, saved, { draft, path: changesPath, fields: asked.fields, form: paths.draftChange(draft.id, asked.name) });
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: pageTitle(loaded?.heading ?? "The list of changes") }];

export default function Change() {
  const { bar: _bar, there, at: _at, name: _name, ...loaded } = useLoaderData<typeof loader>();
  return (
    <FilePage {...loaded} sent={useActionData<NotSaved>()}>
      {there && <TakeOut summary="Take this off the list" words="What it says is gone then. The criteria stay as they are written." madeFrom={loaded.madeFrom} />}
    </FilePage>
  );
}
