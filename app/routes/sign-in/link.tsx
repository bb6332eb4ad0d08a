import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { followLink, lookAtLink } from "~/accounts/follow-link.server";
import { endSession } from "~/accounts/session.server";
import { linkStatus } from "~/accounts/sign-in";
import { accountWords } from "~/accounts/words/account-words";
import { clock } from "~/platform/clock.server";
import { pool } from "~/platform/database.server";
import { settings } from "~/platform/env.server";
import { useWords } from "~/platform/language";
import { paths } from "~/platform/paths";
import { languageAsked } from "~/platform/words";
import { Button, LinkButton } from "~/ui/button";
import { Form } from "~/ui/form";
import type { PageHandle } from "~/ui/page-handle";
import { Sentence } from "~/ui/sentence";
import { pageTitle } from "~/ui/title";

export const handle: PageHandle = { translated: true };

/** Looking uses nothing up: scanners open every link in a mail. */
export async function loader({ params }: LoaderFunctionArgs) {
  const state = await lookAtLink(pool.db, clock, params.token!);
  return data({ state, contact: settings().contact.email }, state === "good" ? 200 : linkStatus[state]);
}

export async function action({ request, params }: ActionFunctionArgs) {
  const answer = await followLink(pool.db, clock, params.token!);
  if (!answer.ok) return data({ state: answer.why }, linkStatus[answer.why]);
  await endSession(pool.db, clock, request);
  return redirect(answer.goTo, { status: 303, headers: { "Set-Cookie": answer.cookie } });
}

export const meta: MetaFunction<typeof loader> = ({ data: seen, location }) => {
  const t = accountWords(languageAsked(location));
  return [{ title: pageTitle(seen && seen.state !== "good" ? t(`link.${seen.state}.heading`) : t("sign_in.title")) }];
};

export default function Link() {
  const seen = useLoaderData<typeof loader>();
  const { state } = useActionData<typeof action>() ?? seen;
  const { t, at } = useWords(accountWords);
  if (state === "good")
    return (
      <>
        <h1 className="govuk-heading-l">{t("link.title")}</h1>
        <p className="govuk-body">{t("link.press")}</p>
        <Form>
          <Button>{t("sign_in.title")}</Button>
        </Form>
      </>
    );
  return (
    <>
      <h1 className="govuk-heading-l">{t(`link.${state}.heading`)}</h1>
      <p className="govuk-body">{t(`link.${state}.words`)}</p>
      {state === "used" && (
        <p className="govuk-body">
          <Sentence of={t("link.used.not_you")} parts={{ contact: <a href={`mailto:${seen.contact}`}>{seen.contact}</a> }} />
        </p>
      )}
      <LinkButton href={at(paths.signIn())}>{t("link.again")}</LinkButton>
    </>
  );
}
