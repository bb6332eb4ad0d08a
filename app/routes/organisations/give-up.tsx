import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { workBar } from "~/accounts/bar";
import { actorForForm, notFound, requireActor } from "~/accounts/session.server";
import { surrenderMark } from "~/marks/change.server";
import { changeRefusalStatus, changeRefusalWords } from "~/marks/change-form";
import { ownMark } from "~/marks/own-mark.server";
import { statusNamesIn } from "~/marks/status-words";
import { markWords } from "~/marks/words/mark-words";
import { clock } from "~/platform/clock.server";
import { pool } from "~/platform/database.server";
import { useWords } from "~/platform/language";
import { paths } from "~/platform/paths";
import { readForm } from "~/platform/read-form.server";
import { BackLink } from "~/ui/back-link";
import { Button } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { type FieldErrors, Form } from "~/ui/form";
import { Code, Prose } from "~/ui/layout";
import type { PageHandle } from "~/ui/page-handle";
import { Sentence } from "~/ui/sentence";
import { TextField } from "~/ui/text-field";
import { pageTitle } from "~/ui/title";
import { languageOfBar } from "~/ui/work-bar";

export const handle: PageHandle = { work: true, translated: true };

type Answer = { typed: string; errors: FieldErrors };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const slug = params.slug ?? "";
  const found = await ownMark(pool.db, actor, { slug, code: params.code ?? "" }, clock.now());
  if (!found) throw notFound();
  const { code, holder, standing } = found.mark;
  return { bar: workBar(actor, request), slug, code, provider: holder.name, standard: holder.standard.title, status: standing.status, mayGiveUp: found.mayGiveUp };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await actorForForm(request);
  const at = { slug: params.slug ?? "", code: params.code ?? "" };
  if (!(await ownMark(pool.db, actor, at, clock.now()))) throw notFound();
  const typed = String((await readForm(request)).get("typed") ?? "").slice(0, 100);
  const given = await surrenderMark(pool.db, clock, actor, { code: at.code, typed });
  if (!given) throw notFound();
  if (given.ok) return redirect(paths.organisation(at.slug), 303);
  if (given.why === "not_typed") return data<Answer>({ typed, errors: { typed: markWords(actor.language)("give_up.not_typed") } }, 400);
  return data<Answer>({ typed, errors: { main: changeRefusalWords(given.why, actor.language) } }, changeRefusalStatus(given.why));
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => {
  const t = markWords(languageOfBar(loaded));
  return [{ title: pageTitle(loaded ? t("give_up.title", { standard: loaded.standard, provider: loaded.provider }) : t("give_up.title_alone")) }];
};

export default function GiveUp() {
  const { slug, code, provider, standard, status, mayGiveUp } = useLoaderData<typeof loader>();
  const { typed = "", errors = {} } = useActionData<typeof action>() ?? {};
  const { t, language } = useWords(markWords);
  return (
    <Prose>
      <BackLink href={paths.organisation(slug)} />
      <ErrorSummary errors={errors} />
      <h1 className="govuk-heading-l">{t("give_up.h1", { standard })}</h1>
      {mayGiveUp ? (
        <>
          <p className="govuk-body">{t("give_up.what", { provider })}</p>
          <p className="govuk-body">
            <Sentence of={t("give_up.code")} parts={{ code: <Code>{code}</Code> }} />
          </p>
          <Form>
            <TextField
              name="typed"
              label={t("give_up.label")}
              hint={t("give_up.hint")}
              value={typed}
              error={errors.typed}
              width={20}
              autoCapitalize="characters"
              autoComplete="off"
              spellCheck={false}
              code
            />
            <Button>{t("give_up.button")}</Button>
          </Form>
        </>
      ) : (
        <p className="govuk-body">{status === "suspended" ? t("give_up.suspended") : t("give_up.ended", { status: statusNamesIn(language)[status].toLowerCase() })}</p>
      )}
    </Prose>
  );
}
