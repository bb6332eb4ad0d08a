import type { ChangeEvent } from "react";
import type { QuestionFileModel } from "survey-core";
import { SurveyQuestionElementBase } from "survey-react-ui";
import { paths } from "~/platform/paths";
import { classes } from "~/ui/form";
import { type Drawn, describedBy, Labelled } from "./drawn";

/** One file, with the browser's own control: it can be reached by keyboard, by tests and by those who listen. */
export class FileBox extends SurveyQuestionElementBase {
  private choose = (event: ChangeEvent<HTMLInputElement>) => {
    const question = this.questionBase as QuestionFileModel;
    if (event.target.files?.length) question.loadFiles([...event.target.files]);
    event.target.value = ""; // or the same file could not be chosen twice
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
        <p className={stored ? "govuk-visually-hidden" : "govuk-hint"} id={`${question.id}_state`} role="status">
          {question.isUploading ? "Uploading…" : stored ? `${stored.name} uploaded` : ""}
        </p>
      </Labelled>
    );
  }
}
