import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { workBar } from "~/accounts/bar";
import { chooseLanguage } from "~/accounts/choose-language.server";
import { actorForForm, notFound, requireActor } from "~/accounts/session.server";
import { answerFacts, firstQuestions } from "~/assessments/answer-facts.server";
import { assessmentAsRead } from "~/assessments/as-read.server";
import { FactsFields } from "~/assessments/facts-form";
import { typedFacts } from "~/assessments/facts-typed";
import { refusalStatus, refusalWords } from "~/assessments/refusal-words";
import { askTopUpsOf } from "~/marks/top-ups/open-top-ups.server";
import { clock } from "~/platform/clock.server";
import { pool } from "~/platform/database.server";
import { useWords } from "~/platform/language";
import { paths } from "~/platform/paths";
import { readForm } from "~/platform/read-form.server";
import { factFaultWords } from "~/providers/fact-words";
import { factsOf } from "~/providers/facts.server";
import { providerWords } from "~/providers/words/provider-words";
import { OwnText } from "~/standards/own-text";
import { BackLink } from "~/ui/back-link";
import { Button, ButtonGroup } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { type FieldErrors, Form } from "~/ui/form";
import { LanguageButtons, languageChosen } from "~/ui/language-buttons";
import type { PageHandle } from "~/ui/page-handle";
import { pageTitle } from "~/ui/title";
import { languageOfBar } from "~/ui/work-bar";

export const handle: PageHandle = { work: true, translated: true, ownSwitch: true };
export const meta: MetaFunction = ({ data }) => [{ title: pageTitle(providerWords(languageOfBar(data))("first_questions.title")) }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const assessment = await assessmentAsRead(pool.db, actor, params.id!);
  if (!assessment) throw notFound();
  if (assessment.state !== "draft") throw redirect(paths.assessment(assessment.id));
  const values = assessment.facts ?? (await factsOf(pool.db, assessment.organisationId));
  return {
    bar: workBar(actor, request),
    id: assessment.id,
    standard: assessment.version.standard.title,
    textIn: assessment.textIn,
    answered: assessment.facts !== undefined,
    facts: firstQuestions(actor.language),
    values,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await actorForForm(request);
  const facts = firstQuestions(actor.language);
  const form = await readForm(request);
  const values = typedFacts(facts, form);
  const chosen = languageChosen(form, "language");
  if (chosen) {
    // Nothing is answered yet: the same ticks in the other language.
    await chooseLanguage(pool.db, clock, actor, chosen);
    return data({ values, errors: {} as FieldErrors });
  }
  const answered = await answerFacts(pool.db, clock, actor, { assessmentId: params.id!, facts: values });
  if (!answered) throw notFound();
  if (answered.ok) {
    await askTopUpsOf(pool.db, clock, answered.organisationId);
    return redirect(paths.assessment(params.id!));
  }
  if (answered.why !== "faults") return data({ values, errors: { facts: refusalWords(answered.why, actor.language) } as FieldErrors }, refusalStatus(answered.why));
  const errors: FieldErrors = Object.fromEntries(
    facts.flatMap((fact) => (answered.faults[fact.key] ? [[fact.key, factFaultWords(fact, answered.faults[fact.key]!, actor.language)]] : [])),
  );
  return data({ values, errors }, 422);
}

export default function FactsPage() {
  const { id, standard, textIn, answered, facts, values } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const errors = sent?.errors ?? {};
  const { t } = useWords(providerWords);
  return (
    <div className="wm-prose">
      {answered && <BackLink href={paths.assessment(id)}>{t("first_questions.back")}</BackLink>}
      <ErrorSummary errors={errors} />
      <h1 className="govuk-heading-l" id="facts">
        <span className="govuk-caption-l">
          <OwnText textIn={textIn}>{standard}</OwnText>
        </span>{" "}
        {t("first_questions.title")}
      </h1>
      <p>{t("first_questions.lead")}</p>
      <Form>
        <FactsFields facts={facts} values={sent?.values ?? values} errors={errors} />
        <ButtonGroup>
          <Button>{t("first_questions.go_on")}</Button>
          <LanguageButtons name="language" />
        </ButtonGroup>
      </Form>
    </div>
  );
}
