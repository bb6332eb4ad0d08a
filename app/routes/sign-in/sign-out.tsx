import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { actorOf, endSession } from "~/accounts/session.server";
import { clock } from "~/platform/clock.server";
import { pool } from "~/platform/database.server";
import { paths } from "~/platform/paths";
import { Button } from "~/ui/button";
import { Form } from "~/ui/form";
import { pageTitle } from "~/ui/title";

export const loader = async ({ request }: LoaderFunctionArgs) => ({ name: (await actorOf(request))?.name });

/** What was typed and not yet saved waits in the browser's storage: whoever signs out leaves none of it behind. */
export async function action({ request }: ActionFunctionArgs) {
  return redirect(paths.home, { status: 303, headers: { "Set-Cookie": await endSession(pool.db, clock, request), "Clear-Site-Data": '"storage"' } });
}

export const meta: MetaFunction = () => [{ title: pageTitle("Sign out") }];

export default function SignOut() {
  const { name } = useLoaderData<typeof loader>();
  return (
    <>
      <h1 className="govuk-heading-l">Sign out</h1>
      {name ? <p className="govuk-body">You are signed in as {name}.</p> : <p className="govuk-body">You are not signed in.</p>}
      <Form>
        <Button>Sign out</Button>
      </Form>
    </>
  );
}
