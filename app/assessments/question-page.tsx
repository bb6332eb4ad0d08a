import { paths } from "~/platform/paths";
import { BackLink } from "~/ui/back-link";
import { Button, ButtonGroup } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { type FieldErrors, Form } from "~/ui/form";
import { Box } from "~/ui/layout";
import { Notification } from "~/ui/notification";
import type { Answer } from "./answer";
import { plainFormId } from "./answer-editor";
import { AnswerFields, HelpBox } from "./answer-fields";
import type { TypedAnswer } from "./answer-form";
import { AnswerSummary } from "./answer-summary";
import { EvidenceList } from "./evidence-list";
import { QuestionHeading } from "./question-heading";
import { questionsOf } from "./questions";
import type { ShownQuestion } from "./shown-question";
import type { FileNames } from "./survey/from-survey";

/** The way back, and what is asked. */
export const QuestionTop = ({ question }: { question: ShownQuestion }) => (
  <>
    <BackLink href={paths.assessment(question.assessmentId)}>Back to your questions</BackLink>
    <QuestionHeading {...question} />
  </>
);

export type PlainFormProps = { question: ShownQuestion; typed: TypedAnswer; errors: FieldErrors; version: number };

/** The form that needs no script: saved by its buttons. Evidence has a page of its own. */
export function PlainForm({ question, typed, errors, version }: PlainFormProps) {
  const { criterion, answer, files } = question;
  const { evidence } = questionsOf(criterion);
  const shown = answer.evidence ?? [];
  return (
    <Form id={plainFormId}>
      <input type="hidden" name="version" value={version} />
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
      <p className="wm-saved">Your answers are saved when you press a button.</p>
      <ButtonGroup>
        <Button name="then" value="continue">
          Save and continue
        </Button>
        <Button tone="secondary" name="then" value="later">
          Save and come back later
        </Button>
      </ButtonGroup>
    </Form>
  );
}

/** Kept, but not finished: says so before it says what is missing. */
export const SavedUnfinished = ({ errors }: { errors: FieldErrors }) => <ErrorSummary title="Your answer is saved. To finish this question" errors={errors} />;

/** Somebody else saved in between. Theirs first, and mine below in the form, where pressing a button keeps mine. */
export function ChangedMeanwhile({ question, by, theirs, privateNote, files }: { question: ShownQuestion; by: string; theirs: Answer; privateNote: string; files: FileNames }) {
  return (
    <Box tone="warn">
      <h2 className="govuk-heading-m">{by} changed this answer too</h2>
      <p>Nothing was overwritten. This is what {by} saved; what you typed is in the form below. Put together what you want to keep, and press a button to save the form.</p>
      <AnswerSummary criterion={question.criterion} answer={theirs} files={files} privateNote={privateNote} />
      <p>
        <a className="govuk-link" href={paths.criterion(question.assessmentId, question.criterion.id)}>
          Use what {by} saved, and drop what I typed
        </a>
      </p>
    </Box>
  );
}

/** After it was sent or given up: to be read, not to be changed. */
export const ReadOnlyAnswer = ({ question, sent }: { question: ShownQuestion; sent: boolean }) => (
  <>
    <Notification title={sent ? "Sent" : "Given up"}>
      <p className="govuk-body">
        {sent ? "You sent this self-assessment, so answers cannot be changed any more. " : "This self-assessment was given up, so its answers cannot be changed. "}
        {sent && <a href={paths.sent(question.assessmentId)}>See what was sent, and how to take it back</a>}
      </p>
    </Notification>
    <AnswerSummary criterion={question.criterion} answer={question.answer} files={question.files} privateNote={question.privateNote} />
  </>
);
