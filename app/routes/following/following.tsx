import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { workBar } from "~/accounts/bar";
import { actorForForm, notFound, requireActor } from "~/accounts/session.server";
import { stopFollowing } from "~/followers/follow.server";
import { followedBy } from "~/followers/followed.server";
import { FollowingPage } from "~/followers/following-page";
import { followerWords } from "~/followers/words/follower-words";
import { clock } from "~/platform/clock.server";
import { pool } from "~/platform/database.server";
import { paths } from "~/platform/paths";
import { readForm } from "~/platform/read-form.server";
import type { PageHandle } from "~/ui/page-handle";
import { pageTitle } from "~/ui/title";
import { languageOfBar } from "~/ui/work-bar";

export const handle: PageHandle = { work: true, translated: true };
export const meta: MetaFunction = ({ data }) => [{ title: pageTitle(followerWords(languageOfBar(data))("title")) }];
const Asked = z.object({ page: z.coerce.number().int().min(1).catch(1), done: z.enum(["followed", "stopped"]).nullable().catch(null) });
const Stop = z.object({ stop: z.string(), standard: z.string().nullable().default(null) });

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const { page, done } = Asked.parse(Object.fromEntries(new URL(request.url).searchParams));
  return { bar: workBar(actor, request), done, ...(await followedBy(pool.db, clock, actor, page)) };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await actorForForm(request);
  const form = Stop.safeParse(Object.fromEntries(await readForm(request)));
  if (!form.success || !(await stopFollowing(pool.db, actor, form.data.stop, form.data.standard))) throw notFound();
  return redirect(`${paths.following()}?done=stopped`, 303);
}

export default function Following() {
  return <FollowingPage {...useLoaderData<typeof loader>()} />;
}
