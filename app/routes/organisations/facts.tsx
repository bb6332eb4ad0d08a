import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { workBar } from "~/accounts/bar";
import { chooseLanguage } from "~/accounts/choose-language.server";
import { ownOrganisation } from "~/accounts/own-organisation.server";
import { actorForForm, notFound, requireActor } from "~/accounts/session.server";
import { warningsOfFacts } from "~/assessments/plausibility";
import { warningWords } from "~/assessments/plausibility-words";
import { londonDay } from "~/platform/calendar";
import { clock } from "~/platform/clock.server";
import { pool } from "~/platform/database.server";
import { useWords } from "~/platform/language";
import { paths } from "~/platform/paths";
import { readForm } from "~/platform/read-form.server";
import { FactField } from "~/providers/fact-field";
import { factFaultWords } from "~/providers/fact-words";
import { factsOf } from "~/providers/facts.server";
import { publicFormFacts } from "~/providers/public-form.server";
import { stateFacts } from "~/providers/state-facts.server";
import { meantBy, typedIn, typedOf } from "~/providers/typed-facts";
import { providerWords } from "~/providers/words/provider-words";
import { BackLink } from "~/ui/back-link";
import { Button, ButtonGroup } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { type FieldErrors, Form } from "~/ui/form";
import { LanguageButtons, languageChosen } from "~/ui/language-buttons";
import { Box } from "~/ui/layout";
import type { PageHandle } from "~/ui/page-handle";
import { pageTitle } from "~/ui/title";
import { languageOfBar } from "~/ui/work-bar";

export const handle: PageHandle = { work: true, translated: true, ownSwitch: true };
export const meta: MetaFunction = ({ data }) => [{ title: pageTitle(providerWords(languageOfBar(data))("facts_form.title")) }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const { organisationId, name, slug } = ownOrganisation(actor, params.slug);
  const [sections, stated] = [publicFormFacts(actor.language), await factsOf(pool.db, organisationId)];
  const typed = Object.fromEntries(sections.flatMap(({ facts }) => facts.map((fact) => [fact.key, typedOf(fact, stated[fact.key], actor.language)])));
  const lookAgain = warningsOfFacts(stated, londonDay(clock.now())).map((each) => ({ check: each.check, words: warningWords(each, actor.language) }));
  return { bar: workBar(actor, request), name, slug, sections, typed, lookAgain };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await actorForForm(request);
  const { organisationId, slug } = ownOrganisation(actor, params.slug);
  const facts = publicFormFacts(actor.language).flatMap((section) => section.facts);
  const form = await readForm(request);
  const typed = typedIn(facts, form);
  const chosen = languageChosen(form, "language");
  if (chosen) {
    // Nothing is saved: saving says that all of it is right today.
    await chooseLanguage(pool.db, clock, actor, chosen);
    return data({ typed, errors: {} as FieldErrors });
  }
  const stated = await stateFacts(pool.db, clock, actor, organisationId, Object.fromEntries(facts.map((fact) => [fact.key, meantBy(fact, typed[fact.key] ?? "")])));
  if (!stated) throw notFound();
  if (stated.ok) return redirect(`${paths.organisation(slug)}?done=facts`);
  const { faults } = stated;
  return data({ typed, errors: Object.fromEntries(facts.flatMap((fact) => (faults[fact.key] ? [[fact.key, factFaultWords(fact, faults[fact.key]!, actor.language)]] : []))) }, 422);
}

export default function FactsPage() {
  const { name, slug, sections, typed, lookAgain } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const errors = sent?.errors ?? {};
  const { t } = useWords(providerWords);
  const shown = sent?.typed ?? typed;
  return (
    <div className="wm-prose">
      <BackLink href={paths.organisation(slug)}>{name}</BackLink>
      <ErrorSummary errors={errors} />
      <h1 className="govuk-heading-l">{t("facts_form.title")}</h1>
      <p>{t("facts_form.lead")}</p>
      {lookAgain.length > 0 && (
        <Box>
          <h2 className="govuk-heading-m">{t("facts_form.look_again")}</h2>
          <p>{t("facts_form.does_not_fit")}</p>
          <ul className="wm-tidy">
            {lookAgain.map(({ check, words }) => (
              <li key={check}>{words}</li>
            ))}
          </ul>
        </Box>
      )}
      <Form>
        {sections.map(({ part, facts }) => (
          <section key={part}>
            <h2>{t(`facts_form.part.${part}`)}</h2>
            {part === "registered" && <p>{t("facts_form.registered_note")}</p>}
            {facts.map((fact) => (
              <FactField fact={fact} typed={shown[fact.key] ?? ""} error={errors[fact.key]} key={fact.key} />
            ))}
          </section>
        ))}
        <ButtonGroup>
          <Button>{t("facts_form.save")}</Button>
          <LanguageButtons name="language" />
        </ButtonGroup>
      </Form>
    </div>
  );
}
