import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { workBar } from "~/accounts/bar";
import { answerRoleForm } from "~/accounts/scheme/role-form.server";
import { RolesOf } from "~/accounts/scheme/roles-page";
import { schemePerson } from "~/accounts/scheme/scheme-people.server";
import { actorForForm, notFound, requireActor, requireRole } from "~/accounts/session.server";
import { clock } from "~/platform/clock.server";
import { pool } from "~/platform/database.server";
import { paths } from "~/platform/paths";
import { readForm } from "~/platform/read-form.server";
import { BackLink } from "~/ui/back-link";
import { ErrorSummary } from "~/ui/error-summary";
import type { PageHandle } from "~/ui/page-handle";
import { pageTitle } from "~/ui/title";

export const handle: PageHandle = { work: true };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  requireRole(actor, "platform_admin");
  const person = await schemePerson(pool.db, params.id!);
  if (!person) throw notFound();
  return { bar: workBar(actor, request), person };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await actorForForm(request, "platform_admin");
  const person = await schemePerson(pool.db, params.id!);
  if (!person) throw notFound();
  const answer = await answerRoleForm(pool.db, clock, actor, person.id, await readForm(request));
  if (!answer.ok) return data(answer, 422);
  return redirect(person.id === actor.personId ? paths.start : paths.schemePerson(person.id));
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: pageTitle(loaded ? `${loaded.person.name}: roles` : "Roles") }];

export default function Person() {
  const { person } = useLoaderData<typeof loader>();
  const { typed, errors = {} } = useActionData<typeof action>() ?? {};
  return (
    <div className="wm-prose">
      <BackLink href={paths.schemePeople}>People and roles</BackLink>
      <ErrorSummary errors={errors} />
      <h1 className="govuk-heading-l">{person.name}</h1>
      <p>{person.email}</p>
      <RolesOf person={person} typed={typed} errors={errors} />
    </div>
  );
}
