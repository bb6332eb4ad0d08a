import { type ActionFunctionArgs, data, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { CodeForm } from "~/accounts/code-form";
import { tryCode } from "~/accounts/follow-link.server";
import { endSession } from "~/accounts/session.server";
import { codeWords, EnterCode } from "~/accounts/sign-in";
import { clock } from "~/platform/clock.server";
import { pool } from "~/platform/database.server";
import { fieldErrors } from "~/platform/form";
import { paths } from "~/platform/paths";
import { readForm } from "~/platform/read-form.server";
import { ErrorSummary } from "~/ui/error-summary";
import type { FieldErrors } from "~/ui/form";
import { pageTitle } from "~/ui/title";

export const loader = () => null;

export async function action({ request }: ActionFunctionArgs) {
  const form = await readForm(request);
  const typed = { email: String(form.get("email") ?? "").slice(0, 300), code: String(form.get("code") ?? "").slice(0, 30) };
  const entered = EnterCode.safeParse(typed);
  if (!entered.success) return wrong(fieldErrors(entered.error), 400);
  const answer = await tryCode(pool.db, clock, entered.data);
  if (!answer.ok) return wrong({ code: codeWords[answer.why] }, answer.why === "code_ended" ? 429 : 400);
  await endSession(pool.db, clock, request);
  return redirect(answer.goTo, { status: 303, headers: { "Set-Cookie": answer.cookie } });

  function wrong(errors: FieldErrors, status: number) {
    return data({ ...typed, errors }, status);
  }
}

export const meta: MetaFunction = () => [{ title: pageTitle("Sign in with a code") }];

export default function Code() {
  const typed = useActionData<typeof action>();
  return (
    <>
      <ErrorSummary errors={typed?.errors ?? {}} />
      <h1 className="govuk-heading-l">Sign in with a code</h1>
      <CodeForm {...typed} />
      <p className="govuk-body">
        No code? <a href={paths.signIn()}>Ask for a new mail</a>.
      </p>
    </>
  );
}
