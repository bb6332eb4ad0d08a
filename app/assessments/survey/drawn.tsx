import type { ReactNode } from "react";
import type { ItemValue, Question } from "survey-core";
import { useWords } from "~/platform/language";
import type { Language } from "~/platform/words";
import { OwnText } from "~/standards/own-text";
import { classes } from "~/ui/form";
import { uiWords } from "~/ui/words/ui-words";
import type { Have } from "./from-survey";

/** A question with the properties that `setup.ts` adds. */
export type Drawn<Q extends Question = Question> = Q & {
  heading?: boolean;
  look?: string;
  help?: string;
  helpTitle?: string;
  most?: number;
  body?: string;
  warning?: string;
  have?: readonly Have[];
  /** The language of what is the standard's own: help, body, what a choice takes, and where it is said the title and the choices. */
  textIn?: Language;
  ownTitle?: boolean;
  ownChoices?: boolean;
};
export type DrawnChoice = ItemValue & { lead?: string; tests?: string[]; ours?: boolean };

const joined = (...ids: (string | false | undefined)[]) => classes(...ids) || undefined;
export const errorsId = (question: Question) => `${question.id}_errors`;

const warningId = (question: Question) => `${question.id}_warning`;

/** What a control is described by: its hint, a warning, and what is wrong. */
export const describedBy = (question: Question, ...more: (string | false | undefined)[]) =>
  joined(question.description ? question.ariaDescriptionId : undefined, question.warning && warningId(question), question.hasVisibleErrors && errorsId(question), ...more);

/** The element that a link of the error summary goes to. */
export function targetOf(question: Question): string {
  const type = question.getType();
  if (type === "paneldynamic") return `${question.id}_add`;
  if (type === "radiogroup" || type === "checkbox") return `${question.inputId}_0`;
  return question.inputId;
}

const Title = ({ question: { title, ownTitle, textIn } }: { question: Drawn }) => (ownTitle ? <OwnText textIn={textIn}>{title}</OwnText> : title);

/** One control with its own label. */
export function Labelled({ question, children }: { question: Drawn; children: ReactNode }) {
  const label = (
    <label className={classes("govuk-label", question.heading && "govuk-label--m")} htmlFor={question.inputId} id={question.ariaTitleId}>
      <Title question={question} />
    </label>
  );
  return (
    <>
      {question.heading ? <h2 className="govuk-label-wrapper">{label}</h2> : label}
      <Hint question={question} />
      <Errors question={question} />
      {children}
    </>
  );
}

/** Several controls with one legend. */
export function Grouped({ question, children }: { question: Drawn; children: ReactNode }) {
  return (
    <fieldset className="govuk-fieldset" aria-describedby={describedBy(question)}>
      <legend className={classes("govuk-fieldset__legend", question.heading && "govuk-fieldset__legend--m")} id={question.ariaTitleId}>
        {question.heading ? (
          <h2 className="govuk-fieldset__heading">
            <Title question={question} />
          </h2>
        ) : (
          <Title question={question} />
        )}
      </legend>
      <Hint question={question} />
      <Errors question={question} />
      {children}
    </fieldset>
  );
}

function Hint({ question }: { question: Drawn }) {
  return (
    <>
      {question.help && (
        <div className="govuk-inset-text">
          <strong>{question.helpTitle}</strong>
          <br />
          <OwnText textIn={question.textIn}>{question.help}</OwnText>
        </div>
      )}
      {question.description && (
        <div id={question.ariaDescriptionId} className="govuk-hint">
          {question.description}
        </div>
      )}
    </>
  );
}

function Errors({ question }: { question: Drawn }) {
  return (
    <>
      <div role="status">
        {question.warning && (
          <p id={warningId(question)} className="wm-check-this">
            {question.warning}
          </p>
        )}
      </div>
      {question.hasVisibleErrors && <Wrong question={question} />}
    </>
  );
}

function Wrong({ question }: { question: Drawn }) {
  const { t } = useWords(uiWords);
  return (
    <p id={errorsId(question)} className="govuk-error-message">
      <span className="govuk-visually-hidden">{t("error.before")} </span>
      {question.renderedErrors.map((error) => error.locText.renderedHtml).join(". ")}
    </p>
  );
}
