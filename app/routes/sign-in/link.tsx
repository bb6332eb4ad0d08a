import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { followLink, lookAtLink } from "~/accounts/follow-link.server";
import { endSession } from "~/accounts/session.server";
import { linkWords } from "~/accounts/sign-in";
import { clock } from "~/platform/clock.server";
import { pool } from "~/platform/database.server";
import { settings } from "~/platform/env.server";
import { paths } from "~/platform/paths";
import { Button, LinkButton } from "~/ui/button";
import { Form } from "~/ui/form";
import { pageTitle } from "~/ui/title";

/** Looking uses nothing up: scanners open every link in a mail. */
export async function loader({ params }: LoaderFunctionArgs) {
  const state = await lookAtLink(pool.db, clock, params.token!);
  return data({ state, contact: settings().contact.email }, state === "good" ? 200 : linkWords[state].status);
}

export async function action({ request, params }: ActionFunctionArgs) {
  const answer = await followLink(pool.db, clock, params.token!);
  if (!answer.ok) return data({ state: answer.why }, linkWords[answer.why].status);
  await endSession(pool.db, clock, request);
  return redirect(answer.goTo, { status: 303, headers: { "Set-Cookie": answer.cookie } });
}

export const meta: MetaFunction<typeof loader> = ({ data: seen }) => [{ title: pageTitle(seen && seen.state !== "good" ? linkWords[seen.state].heading : "Sign in") }];

export default function Link() {
  const seen = useLoaderData<typeof loader>();
  const { state } = useActionData<typeof action>() ?? seen;
  if (state === "good")
    return (
      <>
        <h1 className="govuk-heading-l">Sign in to Waymark</h1>
        <p className="govuk-body">One more press, so that only you use the link and not a mail scanner.</p>
        <Form>
          <Button>Sign in</Button>
        </Form>
      </>
    );
  const { heading, words } = linkWords[state];
  return (
    <>
      <h1 className="govuk-heading-l">{heading}</h1>
      <p className="govuk-body">{words}</p>
      {state === "used" && (
        <p className="govuk-body">
          If it was not you who used it, tell us: <a href={`mailto:${seen.contact}`}>{seen.contact}</a>.
        </p>
      )}
      <LinkButton href={paths.signIn()}>Get a new link</LinkButton>
    </>
  );
}
