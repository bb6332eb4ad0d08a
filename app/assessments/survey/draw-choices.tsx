import type { QuestionCheckboxModel, QuestionRadiogroupModel } from "survey-core";
import { SurveyQuestionElementBase } from "survey-react-ui";
import { OwnText } from "~/standards/own-text";
import { classes } from "~/ui/form";
import { LevelDescriptor } from "../level-descriptor";
import { type Drawn, type DrawnChoice, Grouped } from "./drawn";

export class Radios extends SurveyQuestionElementBase {
  protected override renderElement() {
    const question = this.questionBase as Drawn<QuestionRadiogroupModel>;
    return (
      <Grouped question={question}>
        <Choices kind="radio" question={question} isChosen={(choice) => question.renderedValue === choice.value} choose={(choice) => question.clickItemHandler(choice)} />
      </Grouped>
    );
  }
}

export class Checkboxes extends SurveyQuestionElementBase {
  protected override renderElement() {
    const question = this.questionBase as Drawn<QuestionCheckboxModel>;
    return (
      <Grouped question={question}>
        <Choices kind="checkbox" question={question} isChosen={(choice) => question.isItemSelected(choice)} choose={(choice, on) => question.clickItemHandler(choice, on)} />
      </Grouped>
    );
  }
}

type ChoicesProps = {
  kind: "radio" | "checkbox";
  question: Drawn<QuestionRadiogroupModel | QuestionCheckboxModel>;
  isChosen(choice: DrawnChoice): boolean;
  choose(choice: DrawnChoice, on: boolean): void;
};

function Choices({ kind, question, isChosen, choose }: ChoicesProps) {
  const block = kind === "radio" ? "govuk-radios" : "govuk-checkboxes";
  return (
    <div className={block}>
      {question.visibleChoices.map((choice: DrawnChoice, index) => {
        const id = `${question.inputId}_${index}`;
        return (
          <div className={classes(`${block}__item`, choice.lead && "wm-choice")} key={String(choice.value)}>
            <input
              className={`${block}__input`}
              type={kind}
              id={id}
              name={question.id}
              value={String(choice.value)}
              checked={isChosen(choice)}
              disabled={question.isInputReadOnly}
              aria-describedby={choice.lead ? `${id}_what` : undefined}
              onChange={(event) => choose(choice, event.target.checked)}
            />
            <label className={`govuk-label ${block}__label`} htmlFor={id}>
              {question.ownChoices ? <OwnText textIn={question.textIn}>{choice.text}</OwnText> : choice.text}
            </label>
            {choice.lead && (
              <div id={`${id}_what`} className={`govuk-hint ${block}__hint`}>
                <LevelDescriptor choice={{ lead: choice.lead, tests: choice.tests ?? [], ours: choice.ours ?? false }} textIn={question.textIn} />
              </div>
            )}
          </div>
        );
      })}
    </div>
  );
}
