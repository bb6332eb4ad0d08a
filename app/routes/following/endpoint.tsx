import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { workBar } from "~/accounts/bar";
import { actorForForm, notFound, requireActor } from "~/accounts/session.server";
import { answerEndpointForm, endpointNumber, whatWasDone } from "~/followers/endpoint-form.server";
import { EndpointPage } from "~/followers/endpoint-page";
import { ownEndpoint } from "~/followers/followed.server";
import { followerWords } from "~/followers/words/follower-words";
import { clock } from "~/platform/clock.server";
import { pool } from "~/platform/database.server";
import { readForm } from "~/platform/read-form.server";
import type { PageHandle } from "~/ui/page-handle";
import { pageTitle } from "~/ui/title";
import { languageOfBar } from "~/ui/work-bar";

export const handle: PageHandle = { work: true, translated: true };
export const meta: MetaFunction = ({ data }) => [{ title: pageTitle(followerWords(languageOfBar(data))("endpoint.title")) }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const endpoint = await ownEndpoint(pool.db, clock, actor, endpointNumber(params.number));
  if (!endpoint) throw notFound();
  return { bar: workBar(actor, request), endpoint, done: whatWasDone(request) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await actorForForm(request);
  const answer = await answerEndpointForm(pool.db, clock, actor, endpointNumber(params.number), await readForm(request));
  if (!answer) throw notFound();
  return "to" in answer ? redirect(answer.to, 303) : data(answer.shown, answer.status);
}

export default function Endpoint() {
  const { endpoint, done } = useLoaderData<typeof loader>();
  const { secret = null, errors = {} } = useActionData<typeof action>() ?? {};
  return <EndpointPage endpoint={endpoint} done={secret || Object.keys(errors).length > 0 ? null : done} secret={secret} errors={errors} />;
}
