import type { ChangeEvent } from "react";
import type { QuestionFileModel } from "survey-core";
import { SurveyQuestionElementBase } from "survey-react-ui";
import { useWords } from "~/platform/language";
import { paths } from "~/platform/paths";
import { classes } from "~/ui/form";
import { Sentence } from "~/ui/sentence";
import { askingWords } from "../asking/words/asking-words";
import { type Drawn, describedBy, Labelled } from "./drawn";
import type { Have } from "./from-survey";

/** One file, with the browser's own control: it can be reached by keyboard, by tests and by those who listen. */
export class FileBox extends SurveyQuestionElementBase {
  private choose = (event: ChangeEvent<HTMLInputElement>) => {
    const question = this.questionBase as QuestionFileModel;
    if (event.target.files?.length) question.loadFiles([...event.target.files]);
    event.target.value = ""; // or the same file could not be chosen twice
  };

  private reuse = (chosen: Have) => {
    const question = this.questionBase as QuestionFileModel;
    question.value = [{ name: chosen.name, type: "", content: chosen.id }];
  };

  protected override renderElement() {
    const question = this.questionBase as Drawn<QuestionFileModel>;
    const stored: { name: string; content: string } | undefined = question.value?.[0];
    return (
      <Labelled question={question}>
        {stored && (
          <p className="govuk-body" id={`${question.id}_stored`}>
            <a className="govuk-link" href={paths.evidence(stored.content)}>
              <FileName name={stored.name} />
            </a>{" "}
            {!question.isInputReadOnly && (
              <button type="button" className="govuk-button govuk-button--secondary wm-small" onClick={() => question.clear()}>
                <RemoveFile name={stored.name} />
              </button>
            )}
          </p>
        )}
        <input
          type="file"
          className={classes("govuk-file-upload", question.hasVisibleErrors && "govuk-file-upload--error")}
          id={question.inputId}
          accept={question.acceptedTypes}
          disabled={question.isInputReadOnly || question.isUploading}
          ref={(input) => this.setControl(input)}
          hidden={stored !== undefined}
          aria-describedby={describedBy(question, `${question.id}_state`)}
          aria-invalid={question.hasVisibleErrors || undefined}
          onChange={this.choose}
        />
        {!stored && question.have && question.have.length > 0 && <Reuse question={question} have={question.have} onChoose={this.reuse} />}
        <p className={stored ? "govuk-visually-hidden" : "govuk-hint"} id={`${question.id}_state`} role="status">
          {question.isUploading ? <Uploading /> : stored ? <Uploaded name={stored.name} /> : ""}
        </p>
      </Labelled>
    );
  }
}

type ReuseProps = { question: QuestionFileModel; have: readonly Have[]; onChoose(chosen: Have): void };

/** A file that the group has stored already. */
function Reuse({ question, have, onChoose }: ReuseProps) {
  const { t } = useWords(askingWords);
  const id = `${question.id}_have`;
  const choose = (event: ChangeEvent<HTMLSelectElement>) => {
    const chosen = have.find((each) => each.id === event.target.value);
    if (chosen) onChoose(chosen);
  };
  return (
    <div className="govuk-form-group">
      <label className="govuk-label" htmlFor={id}>
        {t("part.have.title")}
      </label>
      <div className="govuk-hint" id={`${id}_hint`}>
        {t("part.have.hint")}
      </div>
      <select className="govuk-select" id={id} value="" disabled={question.isInputReadOnly || question.isUploading} aria-describedby={`${id}_hint`} onChange={choose}>
        <option value="">{t("part.have.none")}</option>
        {have.map((each) => (
          <option key={each.id} value={each.id}>
            {each.name}
          </option>
        ))}
      </select>
    </div>
  );
}

type Named = { name: string };
function useFileName(name: string) {
  const { t } = useWords(askingWords);
  return name || t("part.file.unnamed");
}
const FileName = ({ name }: Named) => useFileName(name);
const Uploaded = ({ name }: Named) => useWords(askingWords).t("part.file.uploaded", { name: useFileName(name) });
const Uploading = () => useWords(askingWords).t("part.file.uploading");
function RemoveFile({ name }: Named) {
  const { t } = useWords(askingWords);
  return <Sentence of={t("part.file.remove")} parts={{ of: <span className="govuk-visually-hidden">{useFileName(name)}</span> }} />;
}
