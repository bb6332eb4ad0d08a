import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { workBar } from "~/accounts/bar";
import { actorForForm, notFound, requireActor } from "~/accounts/session.server";
import { clock } from "~/platform/clock.server";
import { pool } from "~/platform/database.server";
import { paths } from "~/platform/paths";
import { readForm } from "~/platform/read-form.server";
import { inLanguage } from "~/platform/words";
import { CommentPage } from "~/standards/drafting/comment-page";
import { comment } from "~/standards/drafting/comments.server";
import { consultationToComment } from "~/standards/drafting/consultation.server";
import { standardsWords } from "~/standards/words/standards-words";
import type { PageHandle } from "~/ui/page-handle";
import { pageTitle } from "~/ui/title";
import { languageOfBar } from "~/ui/work-bar";

export const handle: PageHandle = { work: true, translated: true };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const found = await consultationToComment(pool.db, clock, params.key ?? "", params.version ?? "", actor.language);
  if (!found) throw notFound();
  return { bar: workBar(actor, request), ...found, name: actor.name, about: new URL(request.url).searchParams.get("about") ?? "" };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await actorForForm(request);
  const form = await readForm(request);
  const [about, words] = [String(form.get("about") ?? ""), String(form.get("words") ?? "")];
  const named = { key: params.key ?? "", version: params.version ?? "" };
  const done = await comment(pool.db, clock, actor, { ...named, criterion: about === "" ? null : about, words });
  if (!done) throw notFound();
  if (done.ok) return redirect(inLanguage(`${paths.consultation(named.key, named.version)}#${about === "" ? "whole" : about}`, actor.language));
  return data({ about, words, errors: { words: standardsWords(actor.language)(`comment.refused.${done.why}`) } }, done.why === "closed" ? 409 : 422);
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: pageTitle(loaded ? standardsWords(languageOfBar(loaded))("comment.tab", { title: loaded.title, version: loaded.version }) : "Comment") },
];

export default function Comment() {
  const { bar: _bar, ...loaded } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return <CommentPage {...loaded} about={sent?.about ?? loaded.about} words={sent?.words ?? ""} errors={sent?.errors ?? {}} />;
}
