import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { workBar } from "~/accounts/bar";
import { actorForForm, notFound, requireActor, requireRole } from "~/accounts/session.server";
import { clock } from "~/platform/clock.server";
import { pool } from "~/platform/database.server";
import { paths } from "~/platform/paths";
import { readForm } from "~/platform/read-form.server";
import { changeInterests } from "~/review/interests/change-interests.server";
import { InterestsPage } from "~/review/interests/interests-page";
import { ownInterests } from "~/review/interests/own-interests.server";
import type { PageHandle } from "~/ui/page-handle";
import { pageTitle } from "~/ui/title";

export const handle: PageHandle = { work: true };
export const meta: MetaFunction = () => [{ title: pageTitle("Your ties to groups") }];

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  requireRole(actor, "assessor", "moderator", "decider");
  return { bar: workBar(actor, request), ...(await ownInterests(pool.db, clock, actor)) };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await actorForForm(request, "assessor", "moderator", "decider");
  const changed = await changeInterests(pool.db, clock, actor, await readForm(request));
  if (!changed) throw notFound();
  return changed.ok ? redirect(paths.interests) : data(changed, changed.status);
}

export default function Interests() {
  const loaded = useLoaderData<typeof loader>();
  const { typed = {}, namesakes = [], errors = {} } = useActionData<typeof action>() ?? {};
  return <InterestsPage {...loaded} typed={typed} namesakes={namesakes} errors={errors} />;
}
