import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { workBar } from "~/accounts/bar";
import { actorOf, endSession, languageOfSession } from "~/accounts/session.server";
import { accountWords } from "~/accounts/words/account-words";
import { clock } from "~/platform/clock.server";
import { pool } from "~/platform/database.server";
import { useWords } from "~/platform/language";
import { paths } from "~/platform/paths";
import { inLanguage, languageAsked } from "~/platform/words";
import { Button } from "~/ui/button";
import { Form } from "~/ui/form";
import type { PageHandle } from "~/ui/page-handle";
import { pageTitle } from "~/ui/title";
import { barOf, languageOfBar } from "~/ui/work-bar";

export const handle: PageHandle = { translated: true };

/** The bar without its own way out, which this page is, and without the choice of language, which never leads back here. */
export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await actorOf(request);
  return { name: actor?.name, bar: actor && { ...workBar(actor, request), signOut: undefined, switching: undefined } };
}

/** What was typed and not yet saved waits in the browser's storage: whoever signs out leaves none of it behind. */
export async function action({ request }: ActionFunctionArgs) {
  const home = inLanguage(paths.home, (await languageOfSession(request)) ?? languageAsked(new URL(request.url)));
  return redirect(home, { status: 303, headers: { "Set-Cookie": await endSession(pool.db, clock, request), "Clear-Site-Data": '"storage"' } });
}

export const meta: MetaFunction<typeof loader> = ({ data, location }) => [
  { title: pageTitle(accountWords(barOf(data) ? languageOfBar(data) : languageAsked(location))("out.title")) },
];

export default function SignOut() {
  const { name } = useLoaderData<typeof loader>();
  const { t } = useWords(accountWords);
  return (
    <>
      <h1 className="govuk-heading-l">{t("out.title")}</h1>
      <p className="govuk-body">{name ? t("out.as", { name }) : t("out.nobody")}</p>
      <Form>
        <Button>{t("out.title")}</Button>
      </Form>
    </>
  );
}
