import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { workBar } from "~/accounts/bar";
import { chooseLanguage } from "~/accounts/choose-language.server";
import { ownOrganisation } from "~/accounts/own-organisation.server";
import { actorForForm, notFound, requireActor } from "~/accounts/session.server";
import { ChangesPage } from "~/marks/circumstances/changes-page";
import { factsTyped, kindIn, nothingTold, readChange, typedChange } from "~/marks/circumstances/circumstance-form";
import { ownChanges } from "~/marks/circumstances/own-changes.server";
import { tellCircumstance } from "~/marks/circumstances/tell-circumstance.server";
import { circumstancesWords } from "~/marks/circumstances/words/circumstances-words";
import { clock } from "~/platform/clock.server";
import { pool } from "~/platform/database.server";
import { useWords } from "~/platform/language";
import { paths } from "~/platform/paths";
import { readForm } from "~/platform/read-form.server";
import { factFaultWords } from "~/providers/fact-words";
import { factsOf } from "~/providers/facts.server";
import { typedOf } from "~/providers/typed-facts";
import { factsIn } from "~/standards/facts.server";
import { BackLink } from "~/ui/back-link";
import { ErrorSummary } from "~/ui/error-summary";
import type { FieldErrors } from "~/ui/form";
import { languageChosen } from "~/ui/language-buttons";
import type { PageHandle } from "~/ui/page-handle";
import { pageTitle } from "~/ui/title";
import { LanguageSwitch, languageOfBar } from "~/ui/work-bar";

export const handle: PageHandle = { work: true, translated: true, ownSwitch: true };
export const meta: MetaFunction = ({ data: loaded }) => [{ title: pageTitle(circumstancesWords(languageOfBar(loaded))("title")) }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const { organisationId, slug } = ownOrganisation(actor, params.slug);
  const asked = new URL(request.url).searchParams;
  const kind = kindIn(asked.get("kind"));
  const facts = kind ? factsTyped(kind, factsIn(actor.language)) : [];
  const known = facts.length > 0 ? await factsOf(pool.db, organisationId) : {};
  const stated = Object.fromEntries(facts.map((fact) => [fact.key, typedOf(fact, known[fact.key], actor.language)]));
  const bar = workBar(actor, request);
  return { bar, switching: bar.switching!, slug, kind, facts, stated, done: asked.get("done") === "told", ...(await ownChanges(pool.db, organisationId, clock.now())) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await actorForForm(request);
  const { organisationId, slug } = ownOrganisation(actor, params.slug);
  const form = await readForm(request);
  const kind = kindIn(String(form.get("kind") ?? ""));
  const t = circumstancesWords(actor.language);
  if (!kind) return data({ typed: nothingTold, errors: { kind: t("wrong.kind") } as FieldErrors }, 422);
  const facts = factsTyped(kind, factsIn(actor.language));
  const typed = typedChange(form, facts);
  const wrong = (errors: FieldErrors, status: number) => data({ typed, errors }, status);
  const chosen = languageChosen(form, "language");
  if (chosen) {
    await chooseLanguage(pool.db, clock, actor, chosen);
    return wrong({}, 200);
  }
  const read = readChange(kind, typed, facts, actor.language);
  if (!read.ok) return wrong(read.errors, 422);
  const told = await tellCircumstance(pool.db, clock, actor, organisationId, read.told);
  if (!told) throw notFound();
  if (told.ok) return redirect(`${paths.changes(slug)}?done=told`, 303);
  if (told.why === "faults")
    return wrong(Object.fromEntries(facts.flatMap((fact) => (told.faults[fact.key] ? [[fact.key, factFaultWords(fact, told.faults[fact.key]!, actor.language)]] : []))), 422);
  if (told.why === "activity_missing" || told.why === "activity_known") return wrong({ activity: t(`wrong.${told.why}`) }, 422);
  return told.why === "no_mark" ? wrong({ main: t("wrong.no_mark") }, 409) : wrong({ happened: t("wrong.future") }, 422);
}

export default function Changes() {
  const loaded = useLoaderData<typeof loader>();
  const { typed = nothingTold, errors = {} } = useActionData<typeof action>() ?? {};
  const { t } = useWords(circumstancesWords);
  return (
    <div className="wm-prose">
      <BackLink href={paths.organisation(loaded.slug)} />
      <ErrorSummary errors={errors} />
      <h1 className="govuk-heading-l">{t("title")}</h1>
      <ChangesPage {...loaded} typed={typed} errors={errors} />
      {!loaded.kind && <LanguageSwitch {...loaded.switching} />}
    </div>
  );
}
