import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { acceptInvitation, lookAtInvitation } from "~/accounts/accept-invitation.server";
import { yourName } from "~/accounts/invitation";
import { ClosedInvitation, InvitationPage } from "~/accounts/invitation-page";
import { closedStatus } from "~/accounts/invitation-words";
import { actorOf, endSession } from "~/accounts/session.server";
import { accountWords } from "~/accounts/words/account-words";
import { clock } from "~/platform/clock.server";
import { pool } from "~/platform/database.server";
import { settings } from "~/platform/env.server";
import { paths } from "~/platform/paths";
import { readForm } from "~/platform/read-form.server";
import { languageAsked } from "~/platform/words";
import type { FieldErrors } from "~/ui/form";
import type { PageHandle } from "~/ui/page-handle";
import { pageTitle } from "~/ui/title";

export const handle: PageHandle = { fields: true, translated: true };

/** Looking uses nothing up: scanners open every link in a mail. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const looked = await lookAtInvitation(pool.db, clock, params.token!);
  if (looked.state !== "open") return data({ state: looked.state, invite: undefined, other: undefined, contact: "" }, closedStatus[looked.state]);
  const { state, ...invite } = looked;
  const other = await signedInOther(request, invite.email);
  return data({ state, invite: { ...invite, expiresAt: invite.expiresAt.toISOString() }, other, contact: settings().contact.email });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const language = languageAsked(new URL(request.url));
  const t = accountWords(language);
  const typed = String((await readForm(request)).get("name") ?? "");
  const problem = (errors: FieldErrors, status: number) => data({ typed: typed.slice(0, 300), errors, closed: undefined }, status);
  const looked = await lookAtInvitation(pool.db, clock, params.token!);
  if (looked.state === "open" && (await signedInOther(request, looked.email))) return problem({ "signed-in": t("invitation.other.first") }, 409);
  const name = yourName(language).safeParse(typed);
  if (looked.state === "open" && !looked.known && !name.success) return problem({ name: name.error.issues[0]!.message }, 422);
  const accepted = await acceptInvitation(pool.db, clock, { token: params.token!, name: name.data, language });
  if (accepted.ok) {
    await endSession(pool.db, clock, request);
    return redirect(`${paths.organisation(accepted.slug)}?done=joined`, { status: 303, headers: { "Set-Cookie": accepted.cookie } });
  }
  if (accepted.why === "name_missing") return problem({ name: t("invitation.name_missing") }, 422);
  return data({ typed, errors: {} as FieldErrors, closed: accepted.why }, closedStatus[accepted.why]);
}

/** The name of whoever is signed in here, when the invitation is for another address. */
async function signedInOther(request: Request, email: string) {
  const actor = await actorOf(request);
  return actor && actor.email.toLowerCase() !== email.toLowerCase() ? actor.name : undefined;
}

export const meta: MetaFunction<typeof loader> = ({ data: seen, location }) => {
  const t = accountWords(languageAsked(location));
  return [{ title: pageTitle(!seen || seen.state === "open" ? t("invitation.page") : t(`invitation.${seen.state}.heading`)) }];
};

export default function Invitation() {
  const { state, invite, other, contact } = useLoaderData<typeof loader>();
  const { typed = "", errors = {}, closed } = useActionData<typeof action>() ?? {};
  const shut = closed ?? (state === "open" ? undefined : state);
  return (
    <div className="wm-prose">
      {shut || !invite ? <ClosedInvitation state={shut ?? "unknown"} /> : <InvitationPage invite={invite} other={other} contact={contact} typed={typed} errors={errors} />}
    </div>
  );
}
