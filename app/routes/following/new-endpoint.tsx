import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { workBar } from "~/accounts/bar";
import { actorForForm, requireActor } from "~/accounts/session.server";
import { answerNewEndpoint } from "~/followers/endpoint-form.server";
import { NewEndpointPage } from "~/followers/new-endpoint-page";
import { followerWords } from "~/followers/words/follower-words";
import { clock } from "~/platform/clock.server";
import { pool } from "~/platform/database.server";
import { readForm } from "~/platform/read-form.server";
import type { PageHandle } from "~/ui/page-handle";
import { pageTitle } from "~/ui/title";
import { languageOfBar } from "~/ui/work-bar";

export const handle: PageHandle = { work: true, translated: true };
export const meta: MetaFunction = ({ data }) => [{ title: pageTitle(followerWords(languageOfBar(data))("endpoint.new_title")) }];

export async function loader({ request }: LoaderFunctionArgs) {
  return { bar: workBar(await requireActor(request), request) };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await actorForForm(request);
  const { status, ...shown } = await answerNewEndpoint(pool.db, clock, actor, await readForm(request));
  return data(shown, status);
}

export default function NewEndpoint() {
  return <NewEndpointPage {...(useActionData<typeof action>() ?? { typed: "", errors: {}, added: null })} />;
}
