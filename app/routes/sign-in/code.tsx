import { type ActionFunctionArgs, data, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { CodeForm } from "~/accounts/code-form";
import { tryCode } from "~/accounts/follow-link.server";
import { endSession } from "~/accounts/session.server";
import { codeRefusal, enterCodeForm } from "~/accounts/sign-in";
import { accountWords } from "~/accounts/words/account-words";
import { clock } from "~/platform/clock.server";
import { pool } from "~/platform/database.server";
import { fieldErrors } from "~/platform/form";
import { useWords } from "~/platform/language";
import { paths } from "~/platform/paths";
import { readForm } from "~/platform/read-form.server";
import { languageAsked } from "~/platform/words";
import { ErrorSummary } from "~/ui/error-summary";
import type { FieldErrors } from "~/ui/form";
import type { PageHandle } from "~/ui/page-handle";
import { Sentence } from "~/ui/sentence";
import { pageTitle } from "~/ui/title";

export const handle: PageHandle = { translated: true };
export const loader = () => null;

export async function action({ request }: ActionFunctionArgs) {
  const language = languageAsked(new URL(request.url));
  const form = await readForm(request);
  const typed = { email: String(form.get("email") ?? "").slice(0, 300), code: String(form.get("code") ?? "").slice(0, 30) };
  const entered = enterCodeForm(language).safeParse(typed);
  if (!entered.success) return wrong(fieldErrors(entered.error), 400);
  const answer = await tryCode(pool.db, clock, entered.data);
  if (!answer.ok) return wrong({ code: codeRefusal(answer.why, language) }, answer.why === "code_ended" ? 429 : 400);
  await endSession(pool.db, clock, request);
  return redirect(answer.goTo, { status: 303, headers: { "Set-Cookie": answer.cookie } });

  function wrong(errors: FieldErrors, status: number) {
    return data({ ...typed, errors }, status);
  }
}

export const meta: MetaFunction = ({ location }) => [{ title: pageTitle(accountWords(languageAsked(location))("code.title")) }];

export default function Code() {
  const typed = useActionData<typeof action>();
  const { t, at } = useWords(accountWords);
  return (
    <>
      <ErrorSummary errors={typed?.errors ?? {}} />
      <h1 className="govuk-heading-l">{t("code.title")}</h1>
      <CodeForm {...typed} />
      <p className="govuk-body">
        <Sentence of={t("code.none")} parts={{ ask: (words) => <a href={at(paths.signIn())}>{words}</a> }} />
      </p>
    </>
  );
}
