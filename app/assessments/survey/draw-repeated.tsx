import type { PanelModel, QuestionPanelDynamicModel } from "survey-core";
import { SurveyPanel, SurveyQuestionElementBase } from "survey-react-ui";
import { useWords } from "~/platform/language";
import { askingWords } from "../asking/words/asking-words";
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
                <RemoveItem place={index + 1} />
              </button>
            )}
          </div>
        ))}
        {!question.isReadOnly && question.canAddPanel && (
          <button type="button" id={`${question.id}_add`} className="govuk-button govuk-button--secondary" onClick={this.add}>
            {question.panels.length > 0 ? <AddAnother /> : question.panelAddText}
          </button>
        )}
        {!question.isReadOnly && !question.canAddPanel && <Full most={question.maxPanelCount} />}
      </Grouped>
    );
  }
}

const RemoveItem = ({ place }: { place: number }) => useWords(askingWords).t("evidence.remove_item", { place });
const AddAnother = () => useWords(askingWords).t("evidence.add_another");
const Full = ({ most }: { most: number }) => <p className="govuk-hint">{useWords(askingWords).t("evidence.most", { most })}</p>;
