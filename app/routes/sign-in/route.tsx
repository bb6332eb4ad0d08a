import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { askForLink } from "~/accounts/ask-for-link.server";
import { CodeForm } from "~/accounts/code-form";
import { ourPath } from "~/accounts/go-to";
import { actorOf } from "~/accounts/session.server";
import { askForLinkForm, mailsPerHour } from "~/accounts/sign-in";
import { accountWords } from "~/accounts/words/account-words";
import { clock } from "~/platform/clock.server";
import { pool } from "~/platform/database.server";
import { fieldErrors } from "~/platform/form";
import { useWords } from "~/platform/language";
import { paths } from "~/platform/paths";
import { readForm } from "~/platform/read-form.server";
import { languageAsked } from "~/platform/words";
import { Button } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { type FieldErrors, Form } from "~/ui/form";
import type { PageHandle } from "~/ui/page-handle";
import { Sentence } from "~/ui/sentence";
import { TextField } from "~/ui/text-field";
import { pageTitle } from "~/ui/title";

export const handle: PageHandle = { translated: true };
type Answer = { sentTo?: string; email: string; errors: FieldErrors };

export async function loader({ request }: LoaderFunctionArgs) {
  const goTo = ourPath(new URL(request.url).searchParams.get("go_to"));
  if (await actorOf(request)) throw redirect(goTo);
  return { goTo };
}

export async function action({ request }: ActionFunctionArgs) {
  const language = languageAsked(new URL(request.url));
  const typed = Object.fromEntries(await readForm(request));
  const asked = askForLinkForm(language).safeParse(typed);
  const email = String(typed.email ?? "").slice(0, 300);
  if (!asked.success) return data<Answer>({ email, errors: fieldErrors(asked.error) }, 400);
  const answer = await askForLink(pool.db, clock, { email: asked.data.email, goTo: asked.data.go_to, language });
  if (!answer.ok) return data<Answer>({ email, errors: { email: accountWords(language)("sign_in.mails_spent", { mails: mailsPerHour }) } }, 429);
  return data<Answer>({ sentTo: asked.data.email, email, errors: {} });
}

export const meta: MetaFunction = ({ location }) => [{ title: pageTitle(accountWords(languageAsked(location))("sign_in.title")) }];

export default function SignIn() {
  const { goTo } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useWords(accountWords);
  if (answer?.sentTo) return <CheckYourMail sentTo={answer.sentTo} />;
  const { email = "", errors = {} } = answer ?? {};
  return (
    <>
      <ErrorSummary errors={errors} />
      <h1 className="govuk-heading-l">{t("sign_in.title")}</h1>
      <p className="govuk-body">{t("sign_in.lead")}</p>
      <Form>
        <input type="hidden" name="go_to" value={goTo} />
        <TextField name="email" label={t("email.own")} type="email" autoComplete="email" spellCheck={false} width={30} value={email} error={errors.email} />
        <Button>{t("sign_in.send")}</Button>
      </Form>
    </>
  );
}

/** The same for every address, known or not. */
function CheckYourMail({ sentTo }: { sentTo: string }) {
  const { t, at } = useWords(accountWords);
  const again = (words: string) => (
    <a className="govuk-link" href={at(paths.signIn())}>
      {words}
    </a>
  );
  return (
    <>
      <h1 className="govuk-heading-l">{t("sign_in.sent.title")}</h1>
      <p className="govuk-body">
        <Sentence of={t("sign_in.sent.lead")} parts={{ address: <strong>{sentTo}</strong> }} />
      </p>
      <h2 className="govuk-heading-m">{t("sign_in.sent.or_code")}</h2>
      <CodeForm email={sentTo} known />
      <p className="govuk-body">
        <Sentence of={t("sign_in.sent.no_mail")} parts={{ again }} />
      </p>
    </>
  );
}
