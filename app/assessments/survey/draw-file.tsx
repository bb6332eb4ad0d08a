import type { ChangeEvent } from "react";
import type { QuestionFileModel } from "survey-core";
import { SurveyQuestionElementBase } from "survey-react-ui";
import { paths } from "~/platform/paths";
import { classes } from "~/ui/form";
import { partWords } from "../questions";
import { type Drawn, describedBy, Labelled } from "./drawn";

/** One file, with the browser's own control: it can be reached by keyboard, by tests and by those who listen. */
export class FileBox extends SurveyQuestionElementBase {
  private choose = (event: ChangeEvent<HTMLInputElement>) => {
    const question = this.questionBase as QuestionFileModel;
    if (event.target.files?.length) question.loadFiles([...event.target.files]);
    event.target.value = ""; // or the same file could not be chosen twice
  };

  private reuse = (event: ChangeEvent<HTMLSelectElement>) => {
    const question = this.questionBase as Drawn<QuestionFileModel>;
    const chosen = question.have?.find(({ id }) => id === event.target.value);
    if (chosen) question.value = [{ name: chosen.name, type: "", content: chosen.id }];
  };

  protected override renderElement() {
    const question = this.questionBase as Drawn<QuestionFileModel>;
    const stored: { name: string; content: string } | undefined = question.value?.[0];
    return (
      <Labelled question={question}>
        {stored && (
          <p className="govuk-body" id={`${question.id}_stored`}>
            <a className="govuk-link" href={paths.evidence(stored.content)}>
              {stored.name}
            </a>{" "}
            {!question.isInputReadOnly && (
              <button type="button" className="govuk-button govuk-button--secondary wm-small" onClick={() => question.clear()}>
                Remove<span className="govuk-visually-hidden"> {stored.name}</span>
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
        {!stored && question.have && question.have.length > 0 && (
          <div className="govuk-form-group">
            <label className="govuk-label" htmlFor={`${question.id}_have`}>
              {partWords.have.title}
            </label>
            <div className="govuk-hint" id={`${question.id}_have_hint`}>
              {partWords.have.hint}
            </div>
            <select
              className="govuk-select"
              id={`${question.id}_have`}
              value=""
              disabled={question.isInputReadOnly || question.isUploading}
              aria-describedby={`${question.id}_have_hint`}
              onChange={this.reuse}
            >
              <option value="">{partWords.have.none}</option>
              {question.have.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </div>
        )}
        <p className={stored ? "govuk-visually-hidden" : "govuk-hint"} id={`${question.id}_state`} role="status">
          {question.isUploading ? "Uploading…" : stored ? `${stored.name} uploaded` : ""}
        </p>
      </Labelled>
    );
  }
}
