import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { workBar } from "~/accounts/bar";
import { actorForForm, notFound, requireActor } from "~/accounts/session.server";
import { clock } from "~/platform/clock.server";
import { pool } from "~/platform/database.server";
import { paths } from "~/platform/paths";
import { readForm } from "~/platform/read-form.server";
import { clashName, clashWords } from "~/standards/drafting/clash-words";
import { moveOntoNewest, ontoNewest } from "~/standards/drafting/onto-newer.server";
import { OntoPage } from "~/standards/drafting/onto-page";
import { draftForEditor } from "~/standards/drafting/open-file.server";
import type { Side } from "~/standards/drafting/three-way";
import { ontoWords } from "~/standards/drafting/words";
import { factLabels } from "~/standards/facts.server";
import type { PageHandle } from "~/ui/page-handle";
import { pageTitle } from "~/ui/title";

export const handle: PageHandle = { work: true };
export const meta: MetaFunction = () => [{ title: pageTitle("Move a draft onto a newer version") }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const { id, title, version, state, revision, ...draft } = await draftForEditor(pool.db, actor, params.id);
  const onto = await ontoNewest(pool.db, { id, version, state, revision, ...draft });
  const shown = onto && { revision, from: onto.from, to: onto.to, version: onto.version, taken: onto.taken, kept: onto.kept };
  const clashes = (onto?.clashes ?? []).map((clash) => clashWords(clash, factLabels()));
  return { bar: workBar(actor, request), id, title, version, writable: state === "draft", onto: shown && { ...shown, clashes } };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await actorForForm(request);
  const draft = await draftForEditor(pool.db, actor, params.id);
  const form = await readForm(request);
  const clashes = (await ontoNewest(pool.db, draft))?.clashes ?? [];
  const chosen = Object.fromEntries(clashes.map((clash) => [clashName(clash), String(form.get(clashName(clash)) ?? "")]));
  const choices = Object.fromEntries(clashes.flatMap((clash) => sideOf(chosen[clashName(clash)]).map((side) => [clash.id, side])));
  const asked = { draftId: draft.id, madeFrom: Number(form.get("made_from")), to: String(form.get("to") ?? ""), choices };
  const moved = await moveOntoNewest(pool.db, clock, actor, asked);
  if (!moved) throw notFound();
  if (moved.ok) return redirect(paths.standardDraft(draft.id));
  const names = moved.why === "undecided" ? moved.open.map((id) => clashName({ id })) : ["move"];
  return data({ chosen, errors: Object.fromEntries(names.map((name) => [name, ontoWords[moved.why]])) }, moved.why === "undecided" ? 422 : 409);
}

const sideOf = (value: string | undefined): Side[] => (value === "mine" || value === "theirs" ? [value] : []);

export default function Onto() {
  const { bar: _bar, ...loaded } = useLoaderData<typeof loader>();
  const { chosen = {}, errors = {} } = useActionData<typeof action>() ?? {};
  return <OntoPage {...loaded} chosen={chosen} errors={errors} />;
}
