import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { askForLink } from "~/accounts/ask-for-link.server";
import { CodeForm } from "~/accounts/code-form";
import { ourPath } from "~/accounts/go-to";
import { actorOf } from "~/accounts/session.server";
import { AskForLink, mailsPerHour } from "~/accounts/sign-in";
import { clock } from "~/platform/clock.server";
import { pool } from "~/platform/database.server";
import { fieldErrors } from "~/platform/form";
import { paths } from "~/platform/paths";
import { readForm } from "~/platform/read-form.server";
import { Button } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { type FieldErrors, Form } from "~/ui/form";
import { TextField } from "~/ui/text-field";
import { pageTitle } from "~/ui/title";

type Answer = { sentTo?: string; email: string; errors: FieldErrors };

export async function loader({ request }: LoaderFunctionArgs) {
  const goTo = ourPath(new URL(request.url).searchParams.get("go_to"));
  if (await actorOf(request)) throw redirect(goTo);
  return { goTo };
}

export async function action({ request }: ActionFunctionArgs) {
  const typed = Object.fromEntries(await readForm(request));
  const asked = AskForLink.safeParse(typed);
  const email = String(typed.email ?? "").slice(0, 300);
  if (!asked.success) return data<Answer>({ email, errors: fieldErrors(asked.error) }, 400);
  const answer = await askForLink(pool.db, clock, { email: asked.data.email, goTo: asked.data.go_to });
  if (!answer.ok) return data<Answer>({ email, errors: { email: `You have asked for ${mailsPerHour} mails in an hour. Use the newest one, or wait an hour` } }, 429);
  return data<Answer>({ sentTo: asked.data.email, email, errors: {} });
}

export const meta: MetaFunction = () => [{ title: pageTitle("Sign in") }];

export default function SignIn() {
  const { goTo } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (answer?.sentTo) return <CheckYourMail sentTo={answer.sentTo} />;
  const { email = "", errors = {} } = answer ?? {};
  return (
    <>
      <ErrorSummary errors={errors} />
      <h1 className="govuk-heading-l">Sign in</h1>
      <p className="govuk-body">You do not need a password. We send you a mail with a link, and you are in.</p>
      <Form>
        <input type="hidden" name="go_to" value={goTo} />
        <TextField name="email" label="Your e-mail address" type="email" autoComplete="email" spellCheck={false} width={30} value={email} error={errors.email} />
        <Button>Send me a link</Button>
      </Form>
    </>
  );
}

/** The same for every address, known or not. */
const CheckYourMail = ({ sentTo }: { sentTo: string }) => (
  <>
    <h1 className="govuk-heading-l">Look at your mail</h1>
    <p className="govuk-body">
      If Waymark knows <strong>{sentTo}</strong>, a mail is on its way there. It has a link and a code. Both work once, for 20 minutes.
    </p>
    <h2 className="govuk-heading-m">Open the link, or type the code here</h2>
    <CodeForm email={sentTo} known />
    <p className="govuk-body">
      No mail after a few minutes? Look in the junk folder, check the address above, or{" "}
      <a className="govuk-link" href={paths.signIn()}>
        ask again
      </a>
      .
    </p>
  </>
);
