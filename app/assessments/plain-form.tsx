import { Button, ButtonGroup } from "~/ui/button";
import { type FieldErrors, Form } from "~/ui/form";
import { plainFormId } from "./answer-editor";
import { AnswerFields, HelpBox } from "./answer-fields";
import type { TypedAnswer } from "./answer-form";
import { EvidenceList } from "./evidence-list";
import { lately } from "./presence-words";
import { questionsOf } from "./questions";
import type { ShownQuestion } from "./shown-question";

export type PlainFormProps = {
  question: ShownQuestion /** Who else of the group had it open just now. */;
  others: readonly string[];
  typed: TypedAnswer;
  errors: FieldErrors;
  version: number /** Told already what looks like personal details. */;
  warned: boolean;
};

/** The form that needs no script: saved by its buttons. Evidence has a page of its own. */
export function PlainForm({ question, others, typed, errors, version, warned }: PlainFormProps) {
  const { criterion, answer, files } = question;
  const { evidence } = questionsOf(criterion);
  const shown = answer.evidence ?? [];
  return (
    <Form id={plainFormId}>
      <input type="hidden" name="version" value={version} />
      {warned && <input type="hidden" name="warned" value="yes" />}
      <AnswerFields
        criterion={criterion}
        typed={typed}
        errors={errors}
        evidence={
          <div className="wm-part" id="evidence" tabIndex={-1}>
            <h2 className="govuk-heading-m">{evidence.title}</h2>
            {"nothing" in evidence ? (
              <p>{evidence.nothing}</p>
            ) : (
              <>
                <HelpBox help={evidence.help} />
                <p className="govuk-hint">{evidence.hint}</p>
                {errors.evidence && <p className="govuk-error-message">{errors.evidence}</p>}
                {shown.length > 0 ? <EvidenceList items={shown} files={files} /> : <p>You have not added anything yet.</p>}
                <Button tone="secondary" name="then" value="evidence">
                  {shown.length > 0 ? "Save, then add or remove something" : "Save, then add something to show us"}
                </Button>
              </>
            )}
          </div>
        }
      />
      {others.length > 0 && <p className="wm-here">{lately(others)} The second to save is shown both answers, and nothing is overwritten.</p>}
      <p className="wm-saved">Your answers are saved when you press a button.</p>
      <ButtonGroup>
        <Button name="then" value="continue">
          Save and continue
        </Button>
        <Button tone="secondary" name="then" value="later">
          Save and come back later
        </Button>
        <Button tone="link" name="then" value="talk">
          Save, then write to your group about this
        </Button>
      </ButtonGroup>
    </Form>
  );
}
