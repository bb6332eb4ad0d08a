import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { workBar } from "~/accounts/bar";
import { actorForForm, notFound, requireActor } from "~/accounts/session.server";
import { clock } from "~/platform/clock.server";
import { pool } from "~/platform/database.server";
import { paths } from "~/platform/paths";
import { readForm } from "~/platform/read-form.server";
import { fieldsInDraft, idFault } from "~/standards/drafting/criterion-form.server";
import { fileForm, saveTyped } from "~/standards/drafting/file-form.server";
import { FilePage, type NotSaved } from "~/standards/drafting/file-page";
import { fileReply, takeOut } from "~/standards/drafting/file-reply.server";
import { draftForEditor, rulesToChoose } from "~/standards/drafting/open-file.server";
import { TakeOut } from "~/standards/drafting/take-out";
import { typedOf } from "~/standards/drafting/typed";
import { criterionPath } from "~/standards/drafting/version-files";
import type { PageHandle } from "~/ui/page-handle";
import { pageTitle } from "~/ui/title";

export const handle: PageHandle = { work: true };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const draft = await draftForEditor(pool.db, actor, params.id);
  const fresh = params.criterion === "new";
  const path = criterionPath(params.criterion ?? "");
  if (!fresh && draft.files[path] === undefined) throw notFound();
  const fields = fieldsInDraft(draft, fresh);
  const form = await fileForm(pool.db, draft, fresh ? "" : path, fields);
  const saved = new URL(request.url).searchParams.has("saved");
  const heading = fresh ? "A new criterion" : `${params.criterion} ${form.typed.title?.[0] ?? ""}`;
  return {
    bar: workBar(actor, request),
    fresh,
    heading,
    fields,
    ...form,
    rules: rulesToChoose(),
    saved,
    back: { href: paths.standardDraft(draft.id), label: `${draft.title} ${draft.version}` },
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await actorForForm(request);
  const draft = await draftForEditor(pool.db, actor, params.id);
  const form = await readForm(request);
  const fresh = params.criterion === "new";
  const id = fresh ? String(form.get("id") ?? "").trim() : params.criterion!;
  const path = criterionPath(id);
  if (form.get("intent") === "take_out") return takeOut(pool.db, clock, actor, { draft, path, madeFrom: String(form.get("made_from") ?? ""), text: undefined });
  const fault = fresh ? await idFault(pool.db, draft, id) : undefined;
  if (fault) return data<NotSaved>({ typed: typedOf(form), errors: { id: fault } }, 422);
  if (!fresh && draft.files[path] === undefined) throw notFound();
  const fields = fieldsInDraft(draft, fresh);
  const saved = await saveTyped(pool.db, clock, actor, draft, path, fields, form);
  return fileReply(pool.db, saved, { draft, path, fields, form: paths.draftCriterion(draft.id, id) });
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: pageTitle(loaded?.heading ?? "Criterion") }];

export default function Criterion() {
  const { bar: _bar, fresh, ...loaded } = useLoaderData<typeof loader>();
  const sent = useActionData<NotSaved>();
  return (
    <FilePage {...loaded} sent={sent}>
      {!fresh && (
        <TakeOut
          summary="This criterion is no longer asked"
          words="Its file goes out of this draft. Say in the list of changes what takes its place, if anything does."
          madeFrom={loaded.madeFrom}
        />
      )}
    </FilePage>
  );
}
