import type { QuestionCommentModel } from "survey-core";
import { SurveyQuestionComment, SurveyQuestionText } from "survey-react-ui";
import { useWords } from "~/platform/language";
import { classes } from "~/ui/form";
import { askingWords } from "../asking/words/asking-words";
import { lengthOf } from "../limits";
import { type Drawn, describedBy, Labelled } from "./drawn";

export class TextBox extends SurveyQuestionText {
  protected override renderElement() {
    const { question } = this;
    const date = question.inputType === "date";
    return (
      <Labelled question={question}>
        <input
          className={classes("govuk-input", date && "govuk-input--width-10", question.hasVisibleErrors && "govuk-input--error")}
          type={question.inputType}
          id={question.inputId}
          ref={(input) => this.setControl(input)}
          defaultValue={question.inputValue ?? ""}
          onChange={this.updateValueOnEvent}
          onBlur={this.updateValueOnEvent}
          disabled={question.isInputReadOnly}
          min={date ? question.renderedMin : undefined}
          max={date ? question.renderedMax : undefined}
          aria-describedby={describedBy(question)}
          aria-invalid={question.hasVisibleErrors || undefined}
        />
      </Labelled>
    );
  }
}

export class LongText extends SurveyQuestionComment {
  protected override renderElement() {
    const question = this.question as Drawn<QuestionCommentModel>;
    const left = question.most === undefined ? undefined : question.most - lengthOf(question.value);
    const told = left !== undefined && question.most !== undefined && left < question.most / 4;
    return (
      <Labelled question={question}>
        <textarea
          className={classes("govuk-textarea", question.hasVisibleErrors && "govuk-textarea--error")}
          id={question.inputId}
          rows={question.rows}
          ref={(area) => this.setControl(area)}
          defaultValue={question.value ?? ""}
          onChange={this.updateValueOnEvent}
          readOnly={question.isInputReadOnly}
          spellCheck
          aria-describedby={describedBy(question, told && `${question.id}_left`)}
          aria-invalid={question.hasVisibleErrors || undefined}
        />
        {told && (
          <div id={`${question.id}_left`} className={left < 0 ? "govuk-error-message" : "govuk-hint"}>
            <Left left={left} />
          </div>
        )}
      </Labelled>
    );
  }
}

/** How many characters there is room for, or how many are too many. */
const Left = ({ left }: { left: number }) => useWords(askingWords).t(left < 0 ? "left.over" : "left.room", { count: Math.abs(left) });
