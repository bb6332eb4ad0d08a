import type { PanelModel, QuestionPanelDynamicModel } from "survey-core";
import { SurveyPanel, SurveyQuestionElementBase } from "survey-react-ui";
import { partWords } from "../questions";
import { Grouped, targetOf } from "./drawn";

/** Things to show, one after the other. Adding one moves on to it; removing one goes back to the button. */
export class Repeated extends SurveyQuestionElementBase {
  private get repeated() {
    return this.questionBase as QuestionPanelDynamicModel;
  }
  private add = () => {
    this.repeated.addPanel();
    const first = this.repeated.panels.at(-1)?.questions[0];
    setTimeout(() => first && document.getElementById(targetOf(first))?.focus());
  };
  private remove = (panel: PanelModel) => {
    this.repeated.removePanel(panel);
    setTimeout(() => document.getElementById(`${this.repeated.id}_add`)?.focus());
  };

  protected override renderElement() {
    const question = this.repeated;
    return (
      <Grouped question={question}>
        {question.renderedPanels.map((panel, index) => (
          <div className="wm-item" key={panel.id}>
            <SurveyPanel element={panel} survey={question.survey} css={this.props.css} creator={this.creator} />
            {!question.isReadOnly && (
              <button type="button" className="govuk-button govuk-button--secondary govuk-!-margin-bottom-0" onClick={() => this.remove(panel)}>
                Remove item {index + 1}
              </button>
            )}
          </div>
        ))}
        {!question.isReadOnly && question.canAddPanel && (
          <button type="button" id={`${question.id}_add`} className="govuk-button govuk-button--secondary" onClick={this.add}>
            {question.panels.length > 0 ? partWords.addMore : question.panelAddText}
          </button>
        )}
        {!question.isReadOnly && !question.canAddPanel && <p className="govuk-hint">You can add up to {question.maxPanelCount}.</p>}
      </Grouped>
    );
  }
}
