import { Fragment } from "react";
import type { Criterion } from "#standards/format";
import { paths } from "~/platform/paths";
import { Button } from "~/ui/button";
import { Checkbox, Checkboxes } from "~/ui/choices";
import { type FieldErrors, Form } from "~/ui/form";
import { Box } from "~/ui/layout";
import type { Answer } from "./answer";
import { AnswerSummary } from "./answer-summary";
import { declaration } from "./declaration";
import type { Missing } from "./missing";
import { missingWords } from "./missing-words";
import type { Scope } from "./scope";
import type { FileNames } from "./survey/from-survey";

/** What is still needed, question by question, each a link to where it is done. */
export function MissingList({ id, missing, titles }: { id: string; missing: readonly Missing[]; titles: Record<string, string> }) {
  const questions = [...new Set(missing.map(({ criterion }) => criterion))];
  return (
    <Box tone="warn">
      <h2 className="govuk-heading-m" id="missing" tabIndex={-1}>
        {questions.length === 1 ? "One question is not finished" : `${questions.length} questions are not finished`}
      </h2>
      <ul className="wm-tidy">
        {questions.map((criterion) => (
          <li key={criterion}>
            <a href={paths.criterion(id, criterion)}>{titles[criterion]}</a>
            <br />
            {missing
              .filter((each) => each.criterion === criterion)
              .map((each) => missingWords(each))
              .join(". ")}
          </li>
        ))}
      </ul>
    </Box>
  );
}

export type AnsweredSection = { id: string; title: string; answers: readonly { criterion: Criterion; answer: Answer }[] };

/** Every answer as it would be sent, by section. `change`: with a way to change each. */
export const AllAnswers = ({ id, sections, files, change }: { id: string; sections: readonly AnsweredSection[]; files: FileNames; change: boolean }) =>
  sections
    .filter(({ answers }) => answers.length > 0)
    .map((section) => (
      <Fragment key={section.id}>
        <h2 className="govuk-heading-m">{section.title}</h2>
        {section.answers.map(({ criterion, answer }) => (
          <Fragment key={criterion.id}>
            <h3 className="govuk-heading-s">
              {criterion.title}{" "}
              {change && (
                <a className="govuk-link wm-noprint" href={paths.criterion(id, criterion.id)}>
                  Change<span className="govuk-visually-hidden"> {criterion.title}</span>
                </a>
              )}
            </h3>
            <AnswerSummary criterion={criterion} answer={answer} files={files} />
          </Fragment>
        ))}
      </Fragment>
    ));

export type SendFormProps = { scope: Scope; offersPath: string; typed: { scope: readonly string[]; statements: readonly string[] }; errors: FieldErrors };

/** The last page before it is sent: what it covers, what is declared, and the button. */
export function SendForm({ scope, offersPath, typed, errors }: SendFormProps) {
  return (
    <Form className="wm-noprint">
      <h2 className="govuk-heading-m">Send it</h2>
      {scope.kind === "fixed" && (
        <p>
          A mark would cover: <strong>{scope.words}</strong>.
        </p>
      )}
      {scope.kind === "chosen" && scope.from.length > 0 && (
        <Checkboxes
          name="scope"
          label="Which activities or services does this cover?"
          hint="Choose those that are run in the way you described. A mark names them."
          size="s"
          choices={scope.from.map((name) => ({ value: name, label: name }))}
          values={typed.scope}
          error={errors.scope}
        />
      )}
      {scope.kind === "chosen" && scope.from.length === 0 && (
        <Box tone="warn">
          <p id="scope" tabIndex={-1}>
            A mark names the activities it covers, and your list is empty. <a href={offersPath}>Add your activities</a>, then come back here.
          </p>
        </Box>
      )}
      <fieldset className="govuk-fieldset">
        <legend className="govuk-fieldset__legend govuk-fieldset__legend--s">We say that</legend>
        {declaration.map(({ key, words }) => (
          <Checkbox name={key} label={words} checked={typed.statements.includes(key)} error={errors[key]} small key={key} />
        ))}
      </fieldset>
      <p>
        Two people who have no tie to you will read it, and somebody else decides. Nothing about it is public unless you are given a mark. You can take it back until it is decided.
      </p>
      <Button>Send for review</Button>
    </Form>
  );
}
