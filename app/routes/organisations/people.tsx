import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { workBar } from "~/accounts/bar";
import { invitationsOf, membersOf } from "~/accounts/members.server";
import { ownOrganisation } from "~/accounts/own-organisation.server";
import { actOnPeople } from "~/accounts/people-form.server";
import { Invitations, InviteForm, Members } from "~/accounts/people-page";
import { actorForForm, notFound, requireActor } from "~/accounts/session.server";
import { accountWords } from "~/accounts/words/account-words";
import { clock } from "~/platform/clock.server";
import { pool } from "~/platform/database.server";
import { useWords } from "~/platform/language";
import { paths } from "~/platform/paths";
import { readForm } from "~/platform/read-form.server";
import { BackLink } from "~/ui/back-link";
import { ErrorSummary } from "~/ui/error-summary";
import { Notification } from "~/ui/notification";
import type { PageHandle } from "~/ui/page-handle";
import { pageTitle } from "~/ui/title";
import { languageOfBar } from "~/ui/work-bar";

export const handle: PageHandle = { work: true, translated: true };
export const meta: MetaFunction = ({ data }) => [{ title: pageTitle(accountWords(languageOfBar(data))("people.page")) }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const { organisationId, name, slug, role } = ownOrganisation(actor, params.slug);
  const [members, sent] = await Promise.all([membersOf(pool.db, organisationId), invitationsOf(pool.db, clock, organisationId)]);
  const done = doneThings.find((each) => each === new URL(request.url).searchParams.get("done"));
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
  const { t } = useWords(accountWords);
  const faulty = Object.keys(errors).length > 0;
  return (
    <>
      {done && !faulty && <Notification tone="done">{t(`people.done.${done}`)}</Notification>}
      <div className="wm-prose">
        <BackLink href={paths.organisation(slug)}>{name}</BackLink>
        <ErrorSummary errors={errors} />
        <h1 className="govuk-heading-l" id="people" tabIndex={-1}>
          {t("people.page")}
        </h1>
        <p>{t("people.lead")}</p>
        <Members members={members} self={self} mayChange={mayChange} typed={typed} errors={errors} />
        {invitations.length > 0 && <h2 className="govuk-heading-m">{t("people.invited")}</h2>}
        <Invitations invitations={invitations} mayChange={mayChange} />
        {mayChange ? <InviteForm typed={typed?.of === "invite" ? typed : undefined} errors={errors} /> : <p>{t("people.not_inviting")}</p>}
      </div>
    </>
  );
}

const doneThings = ["invite", "again", "withdraw", "change", "remove"] as const;
