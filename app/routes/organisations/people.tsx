import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { workBar } from "~/accounts/bar";
import { invitationsOf, membersOf } from "~/accounts/members.server";
import { ownOrganisation } from "~/accounts/own-organisation.server";
import { actOnPeople } from "~/accounts/people-form.server";
import { Invitations, InviteForm, Members } from "~/accounts/people-page";
import { actorForForm, notFound, requireActor } from "~/accounts/session.server";
import { clock } from "~/platform/clock.server";
import { pool } from "~/platform/database.server";
import { paths } from "~/platform/paths";
import { readForm } from "~/platform/read-form.server";
import { BackLink } from "~/ui/back-link";
import { ErrorSummary } from "~/ui/error-summary";
import { Notification } from "~/ui/notification";
import type { PageHandle } from "~/ui/page-handle";
import { pageTitle } from "~/ui/title";

export const handle: PageHandle = { work: true };
export const meta: MetaFunction = () => [{ title: pageTitle("The people of your group") }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const { organisationId, name, slug, role } = ownOrganisation(actor, params.slug);
  const [members, sent] = await Promise.all([membersOf(pool.db, organisationId), invitationsOf(pool.db, clock, organisationId)]);
  const done = doneWords[new URL(request.url).searchParams.get("done") ?? ""];
  return {
    bar: workBar(actor, request),
    name,
    slug,
    mayChange: role === "admin",
    self: actor.personId,
    members,
    invitations: sent.map((each) => ({ ...each, at: each.at.toISOString() })),
    done,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await actorForForm(request);
  const { organisationId, slug } = ownOrganisation(actor, params.slug);
  const acted = await actOnPeople(pool.db, clock, actor, organisationId, await readForm(request));
  if (!acted) throw notFound();
  if (!acted.ok) return data({ typed: acted.typed, errors: acted.errors }, acted.status);
  return redirect(acted.self ? paths.start : `${paths.people(slug)}?done=${acted.done}`);
}

export default function PeoplePage() {
  const { name, slug, mayChange, self, members, invitations, done } = useLoaderData<typeof loader>();
  const { typed, errors = {} } = useActionData<typeof action>() ?? {};
  const faulty = Object.keys(errors).length > 0;
  return (
    <>
      {done && !faulty && <Notification tone="done">{done}</Notification>}
      <div className="wm-prose">
        <BackLink href={paths.organisation(slug)}>{name}</BackLink>
        <ErrorSummary errors={errors} />
        <h1 className="govuk-heading-l" id="people" tabIndex={-1}>
          The people of your group
        </h1>
        <p>They see the same questions and answers as you do, and you can share out the work.</p>
        <Members members={members} self={self} mayChange={mayChange} typed={typed} errors={errors} />
        {invitations.length > 0 && <h2 className="govuk-heading-m">Invited, and not here yet</h2>}
        <Invitations invitations={invitations} mayChange={mayChange} />
        {mayChange ? (
          <InviteForm typed={typed?.of === "invite" ? typed : undefined} errors={errors} />
        ) : (
          <p>Inviting people is for somebody in your group who may send things in.</p>
        )}
      </div>
    </>
  );
}

const doneWords: Record<string, string | undefined> = {
  invite: "The invitation is on its way.",
  again: "A new invitation is on its way. The link in the earlier mail does not work any more.",
  withdraw: "The invitation is taken back. Its link does not work any more.",
  change: "Saved.",
  remove: "They are not in your group any more.",
};
