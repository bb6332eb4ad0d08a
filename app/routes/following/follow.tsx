import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { workBar } from "~/accounts/bar";
import { actorForForm, requireActor } from "~/accounts/session.server";
import { answerFollowForm, markToFollow } from "~/followers/follow-form.server";
import { FollowPage } from "~/followers/follow-page";
import { followerWords } from "~/followers/words/follower-words";
import { clock } from "~/platform/clock.server";
import { pool } from "~/platform/database.server";
import { paths } from "~/platform/paths";
import { readForm } from "~/platform/read-form.server";
import type { PageHandle } from "~/ui/page-handle";
import { pageTitle } from "~/ui/title";
import { languageOfBar } from "~/ui/work-bar";

export const handle: PageHandle = { work: true, translated: true };
export const meta: MetaFunction = ({ data }) => [{ title: pageTitle(followerWords(languageOfBar(data))("follow.title")) }];

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const found = await markToFollow(pool.db, clock, actor, new URL(request.url).searchParams.get("code") ?? "");
  return data({ bar: workBar(actor, request), ...found }, found.errors.code ? 404 : 200);
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await actorForForm(request);
  const answer = await answerFollowForm(pool.db, clock, actor, await readForm(request));
  return answer.ok ? redirect(`${paths.following()}?done=followed`, 303) : data(answer.shown, answer.status);
}

export default function Follow() {
  const loaded = useLoaderData<typeof loader>();
  return <FollowPage {...loaded} {...useActionData<typeof action>()} />;
}
