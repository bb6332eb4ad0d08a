import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { workBar } from "~/accounts/bar";
import { actorForForm, requireActor } from "~/accounts/session.server";
import { clock } from "~/platform/clock.server";
import { pool } from "~/platform/database.server";
import { paths } from "~/platform/paths";
import { readForm } from "~/platform/read-form.server";
import { standardPath } from "~/standards/drafting/draft";
import { standardFields } from "~/standards/drafting/fields";
import { fileForm, saveTyped } from "~/standards/drafting/file-form.server";
import { FilePage } from "~/standards/drafting/file-page";
import { fileReply } from "~/standards/drafting/file-reply.server";
import { draftForEditor, rulesToChoose } from "~/standards/drafting/open-file.server";
import type { PageHandle } from "~/ui/page-handle";
import { pageTitle } from "~/ui/title";

export const handle: PageHandle = { work: true };
export const meta: MetaFunction = () => [{ title: pageTitle("The standard as a whole") }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const { id, title, version, ...draft } = await draftForEditor(pool.db, actor, params.id);
  const form = await fileForm(pool.db, { id, version, ...draft }, standardPath, standardFields);
  const saved = new URL(request.url).searchParams.has("saved");
  return { bar: workBar(actor, request), ...form, rules: rulesToChoose(), saved, back: { href: paths.standardDraft(id), label: `${title} ${version}` } };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await actorForForm(request);
  const draft = await draftForEditor(pool.db, actor, params.id);
  const saved = await saveTyped(pool.db, clock, actor, draft, standardPath, standardFields, await readForm(request));
  return fileReply(pool.db, saved, { draft, path: standardPath, fields: standardFields, form: paths.draftHead(draft.id) });
}

export default function Head() {
  const { bar: _bar, ...loaded } = useLoaderData<typeof loader>();
  return <FilePage {...loaded} heading="The standard as a whole" fields={standardFields} sent={useActionData<typeof action>()} />;
}
