import { paths } from "~/platform/paths";
import { BackLink } from "~/ui/back-link";
import { ErrorSummary } from "~/ui/error-summary";
import type { FieldErrors } from "~/ui/form";
import { Box, Quiet } from "~/ui/layout";
import type { Answer } from "./answer";
import { AnswerEditor } from "./answer-editor";
import { type TypedAnswer, typedOf } from "./answer-form";
import { AnswerSummary } from "./answer-summary";
import { CarriedNote } from "./carried-note";
import type { Comment } from "./comment";
import { CommentList } from "./comment-list";
import { NewInVersionNote } from "./new-in-version-note";
import { PlainForm } from "./plain-form";
import { QuestionHeading } from "./question-heading";
import type { ShownQuestion } from "./shown-question";
import { StandsNow } from "./stands-now";
import type { FileNames } from "./survey/from-survey";
import type { FormDays } from "./survey/to-survey";
import { TopicOffer } from "./topic-offer";
import type { AssessmentState } from "./workflow";

/** What came of the plain form: as typed, on what version it now stands, what is wrong or missing, and what somebody else saved in between. */
export type Answered = {
  typed: TypedAnswer;
  version: number;
  errors: FieldErrors;
  saved: boolean /** They have been told what looks like personal details, and may go on. */;
  warned?: boolean;
  theirs?: { answer: Answer; privateNote: string; savedBy: string };
};
export type QuestionPageProps = {
  question: ShownQuestion;
  state: AssessmentState;
  days: FormDays;
  personId: string;
  comments: readonly Comment[];
  others: readonly string[];
  answered: Answered | undefined;
  /** Why a press that was no answer came to nothing. */
  refused: FieldErrors | undefined;
};

/** One question: what is asked, and the form for it. After it was sent, the answer to be read. */
export function QuestionPage({ question, state, days, personId, comments, others, answered, refused }: QuestionPageProps) {
  const { assessmentId, criterion, answer, privateNote, version, lastSaved, files } = question;
  if (state !== "draft")
    return (
      <div className="wm-prose">
        <BackLink href={paths.assessment(assessmentId)}>Back to your questions</BackLink>
        <QuestionHeading {...question} />
        <ReadOnlyAnswer question={question} state={state} />
        {comments.length > 0 && <Talk comments={comments} />}
      </div>
    );
  const plain = (
    <PlainForm
      question={question}
      others={others}
      typed={answered?.typed ?? typedOf({ answer, privateNote })}
      errors={answered?.errors ?? {}}
      version={answered?.version ?? version}
      warned={answered?.warned ?? false}
    />
  );
  return (
    <div className="wm-prose">
      <BackLink href={paths.assessment(assessmentId)}>Back to your questions</BackLink>
      {answered && <ErrorSummary errors={answered.errors} title={answered.saved ? "Your answer is saved. To finish this question" : undefined} />}
      {refused && <ErrorSummary errors={refused} />}
      <QuestionHeading {...question} />
      {refused?.["stands-now"] && <StandsNow question={question} />}
      {question.newIn && <NewInVersionNote newIn={question.newIn} />}
      {question.offer && <TopicOffer offer={question.offer} files={files} />}
      {question.carried && !answered?.theirs && (
        <CarriedNote {...question.carried} carried={question.carried.asks} criterion={criterion.id} version={version} next={question.next} />
      )}
      {answered?.theirs && (
        <ChangedMeanwhile question={question} by={answered.theirs.savedBy} theirs={answered.theirs.answer} privateNote={answered.theirs.privateNote} files={files} />
      )}
      {answered ? (
        plain
      ) : (
        <AnswerEditor
          criterion={criterion}
          days={days}
          held={{ answer, privateNote, version, lastSaved }}
          files={files}
          have={question.have}
          awards={question.awards}
          personId={personId}
          unsaid={question.carried?.asks.needs === "still" ? "still_true" : undefined}
          addresses={addressesOf(question)}
        >
          {plain}
        </AnswerEditor>
      )}
      <Talk comments={comments} />
    </div>
  );
}

function addressesOf({ assessmentId: id, criterion, next }: ShownQuestion) {
  return {
    save: paths.answer(id, criterion.id),
    upload: paths.assessmentFiles(id),
    next: next ? paths.criterion(id, next) : paths.check(id),
    list: paths.assessment(id),
    here: paths.here(id, criterion.id),
    talk: paths.comments(id, criterion.id),
    signIn: paths.signIn(paths.criterion(id, criterion.id)),
  };
}

/** What the group said to each other. Written on a page of its own, so that no half-written answer is left behind. */
const Talk = ({ comments }: { comments: readonly Comment[] }) => (
  <section className="wm-part" aria-labelledby="talk">
    <h2 className="govuk-heading-m" id="talk">
      What your group says about this question
    </h2>
    <p>
      <Quiet>Only your group sees this. It is never sent.</Quiet>
    </p>
    <CommentList comments={comments} />
  </section>
);

/** Somebody else saved in between. Theirs first, and mine below in the form, where pressing a button keeps mine. */
function ChangedMeanwhile({ question, by, theirs, privateNote, files }: { question: ShownQuestion; by: string; theirs: Answer; privateNote: string; files: FileNames }) {
  return (
    <Box tone="warn">
      <h2 className="govuk-heading-m" id="changed" tabIndex={-1}>
        {by} changed this answer too
      </h2>
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

/** After it was sent, moved or given up: to be read, not to be changed. */
const ReadOnlyAnswer = ({ question, state }: { question: ShownQuestion; state: AssessmentState }) => (
  <>
    <Box tone="warn">
      <p>
        {endWords[state]} {state === "submitted" && <a href={paths.sent(question.assessmentId)}>See what was sent, and how to take it back</a>}
        {state === "migrated" && <a href={paths.assessment(question.assessmentId)}>See where they went on</a>}
      </p>
    </Box>
    <AnswerSummary criterion={question.criterion} answer={question.answer} files={question.files} privateNote={question.privateNote} whole={state === "migrated"} />
  </>
);

const endWords: Record<AssessmentState, string> = {
  draft: "",
  submitted: "You sent this self-assessment, so answers cannot be changed any more.",
  withdrawn: "This self-assessment was given up, so its answers cannot be changed.",
  migrated: "Your answers went on in a newer version. This is how you gave this one, and it stays to be read.",
};
