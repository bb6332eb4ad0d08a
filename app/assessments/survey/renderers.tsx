/** Every kind of question the form has, drawn in plain govuk markup. The library keeps its model; its own looks are never loaded. */
import { type ComponentType, createElement } from "react";
import type { Question } from "survey-core";
import { ReactElementFactory, ReactQuestionFactory, SurveyQuestion, SurveyQuestionElementBase } from "survey-react-ui";
import { OwnText } from "~/standards/own-text";
import { classes } from "~/ui/form";
import { Checkboxes, Radios } from "./draw-choices";
import { FileBox } from "./draw-file";
import { Repeated } from "./draw-repeated";
import { LongText, TextBox } from "./draw-text";
import type { Drawn } from "./drawn";

/** The frame round every question. */
class Frame extends SurveyQuestion {
  protected override renderElement() {
    const question = this.question as Drawn;
    const looks = [question.hasVisibleErrors && "govuk-form-group--error", question.heading && "wm-part", question.look && `wm-${question.look}`, question.isReadOnly && "wm-off"];
    return (
      <div id={question.id} data-name={question.name} className={classes("govuk-form-group", ...looks)}>
        {SurveyQuestion.renderQuestionBody(this.props.creator, question)}
      </div>
    );
  }
}

class Note extends SurveyQuestionElementBase {
  protected override renderElement() {
    const question = this.questionBase as Drawn;
    return (
      <>
        <h2 className="govuk-heading-m">{question.title}</h2>
        <p className="govuk-body">
          <OwnText textIn={question.textIn}>{question.body}</OwnText>
        </p>
      </>
    );
  }
}

type Props = { question: Question; css: unknown; creator: unknown; isDisplayMode: boolean };
const kinds: Record<string, ComponentType<Props>> = {
  radiogroup: Radios,
  checkbox: Checkboxes,
  text: TextBox,
  comment: LongText,
  file: FileBox,
  paneldynamic: Repeated,
  note: Note,
};

// The library types a creator as taking a name; it hands over the props.
for (const [kind, component] of Object.entries(kinds)) ReactQuestionFactory.Instance.registerQuestion(kind, (props: unknown) => createElement(component, props as Props));
ReactElementFactory.Instance.registerElement("question", (props) => createElement(Frame, { ...props, key: props.element?.id }));
