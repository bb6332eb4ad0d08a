import { Fragment } from "react";
import { useWords } from "~/platform/language";
import { paths } from "~/platform/paths";
import { OwnText } from "~/standards/own-text";
import { Button } from "~/ui/button";
import { Checkbox, Checkboxes } from "~/ui/choices";
import { type FieldErrors, Form } from "~/ui/form";
import { Box } from "~/ui/layout";
import { Sentence } from "~/ui/sentence";
import type { Answer } from "./answer";
import { AnswerSummary } from "./answer-summary";
import { askingWords } from "./asking/words/asking-words";
import { statementKeys, statementWords } from "./declaration";
import type { Missing } from "./missing";
import { missingWords } from "./missing-words";
import type { Scope } from "./scope";
import type { ShownCriterion } from "./shown-criterion";
import type { FileNames } from "./survey/from-survey";

/** What is still needed, question by question, each a link to where it is done. */
export function MissingList({ id, missing, criteria }: { id: string; missing: readonly Missing[]; criteria: readonly ShownCriterion[] }) {
  const { t, language } = useWords(askingWords);
  const questions = criteria.filter(({ id }) => missing.some(({ criterion }) => criterion === id));
  return (
    <Box tone="warn">
      <h2 className="govuk-heading-m" id="missing" tabIndex={-1}>
        {t("check.unfinished", { count: questions.length })}
      </h2>
      <ul className="wm-tidy">
        {questions.map((criterion) => (
          <li key={criterion.id}>
            <a href={paths.criterion(id, criterion.id)}>
              <OwnText textIn={criterion.textIn}>{criterion.title}</OwnText>
            </a>
            <br />
            {missing
              .filter((each) => each.criterion === criterion.id)
              .map((each) => missingWords(each, language))
              .join(". ")}
          </li>
        ))}
      </ul>
    </Box>
  );
}

export type AnsweredSection = { id: string; title: string; answers: readonly { criterion: ShownCriterion; answer: Answer }[] };

/** Every answer as it would be sent, by section. `change`: with a way to change each. */
export const AllAnswers = ({ id, sections, files, change }: { id: string; sections: readonly AnsweredSection[]; files: FileNames; change: boolean }) =>
  sections
    .filter(({ answers }) => answers.length > 0)
    .map((section) => (
      <Fragment key={section.id}>
        <h2 className="govuk-heading-m">
          <OwnText textIn={section.answers[0]?.criterion.textIn}>{section.title}</OwnText>
        </h2>
        {section.answers.map(({ criterion, answer }) => (
          <Fragment key={criterion.id}>
            <h3 className="govuk-heading-s">
              <OwnText textIn={criterion.textIn}>{criterion.title}</OwnText> {change && <Change id={id} criterion={criterion} />}
            </h3>
            <AnswerSummary criterion={criterion} answer={answer} files={files} />
          </Fragment>
        ))}
      </Fragment>
    ));

function Change({ id, criterion }: { id: string; criterion: ShownCriterion }) {
  const { t } = useWords(askingWords);
  const of = (
    <span className="govuk-visually-hidden">
      <OwnText textIn={criterion.textIn}>{criterion.title}</OwnText>
    </span>
  );
  return (
    <a className="govuk-link wm-noprint" href={paths.criterion(id, criterion.id)}>
      <Sentence of={t("check.change")} parts={{ of }} />
    </a>
  );
}

export type SendFormProps = { scope: Scope; offersPath: string; typed: { scope: readonly string[]; statements: readonly string[] }; errors: FieldErrors };

/** The last page before it is sent: what it covers, what is declared, and the button. */
export function SendForm({ scope, offersPath, typed, errors }: SendFormProps) {
  const { t, language } = useWords(askingWords);
  return (
    <Form className="wm-noprint">
      <h2 className="govuk-heading-m">{t("check.send")}</h2>
      {scope.kind === "fixed" && (
        <p>
          <Sentence of={t("check.covers")} parts={{ scope: <strong>{scope.words}</strong> }} />
        </p>
      )}
      {scope.kind === "chosen" && scope.from.length > 0 && (
        <Checkboxes
          name="scope"
          label={t("check.scope")}
          hint={t("check.scope_hint")}
          size="s"
          choices={scope.from.map((name) => ({ value: name, label: name }))}
          values={typed.scope}
          error={errors.scope}
        />
      )}
      {scope.kind === "chosen" && scope.from.length === 0 && (
        <Box tone="warn">
          <p id="scope" tabIndex={-1}>
            <Sentence of={t("check.no_offers")} parts={{ offers: (words) => <a href={offersPath}>{words}</a> }} />
          </p>
        </Box>
      )}
      <fieldset className="govuk-fieldset">
        <legend className="govuk-fieldset__legend govuk-fieldset__legend--s">{t("check.we_say")}</legend>
        {statementKeys.map((key) => (
          <Checkbox name={key} label={statementWords(key, language)} checked={typed.statements.includes(key)} error={errors[key]} small key={key} />
        ))}
      </fieldset>
      <p>{t("check.what_then")}</p>
      <Button>{t("check.send_button")}</Button>
    </Form>
  );
}
