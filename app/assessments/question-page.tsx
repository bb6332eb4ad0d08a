import { useWords } from "~/platform/language";
import { paths } from "~/platform/paths";
import { BackLink } from "~/ui/back-link";
import { ErrorSummary } from "~/ui/error-summary";
import type { FieldErrors } from "~/ui/form";
import { Box, Quiet } from "~/ui/layout";
import { Sentence } from "~/ui/sentence";
import { LanguageSwitch, type LanguageSwitchProps } from "~/ui/work-bar";
import type { Answer } from "./answer";
import { AnswerEditor } from "./answer-editor";
import { type TypedAnswer, typedOf } from "./answer-form";
import { AnswerSummary } from "./answer-summary";
import { askingWords } from "./asking/words/asking-words";
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
  switching: LanguageSwitchProps;
};

/** One question: what is asked, and the form for it. After it was sent, the answer to be read. */
export function QuestionPage({ question, state, days, personId, comments, others, answered, refused, switching }: QuestionPageProps) {
  const { t } = useWords(askingWords);
  const { assessmentId, criterion, answer, privateNote, version, lastSaved, files } = question;
  if (state !== "draft")
    return (
      <div className="wm-prose">
        <BackLink href={paths.assessment(assessmentId)}>{t("question.back")}</BackLink>
        <QuestionHeading {...question} />
        <ReadOnlyAnswer question={question} state={state} />
        {comments.length > 0 && <Talk comments={comments} />}
        <LanguageSwitch {...switching} />
      </div>
    );
  const plain = (
    <PlainForm
      question={question}
      personId={personId}
      others={others}
      typed={answered?.typed ?? typedOf({ answer, privateNote })}
      errors={answered?.errors ?? {}}
      version={answered?.version ?? version}
      warned={answered?.warned ?? false}
    />
  );
  return (
    <div className="wm-prose">
      <BackLink href={paths.assessment(assessmentId)}>{t("question.back")}</BackLink>
      {answered && <ErrorSummary errors={answered.errors} title={answered.saved ? t("question.saved_but") : undefined} />}
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
          switching={switching}
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
function Talk({ comments }: { comments: readonly Comment[] }) {
  const { t } = useWords(askingWords);
  return (
    <section className="wm-part" aria-labelledby="talk">
      <h2 className="govuk-heading-m" id="talk">
        {t("question.talk")}
      </h2>
      <p>
        <Quiet>{t("question.talk_who")}</Quiet>
      </p>
      <CommentList comments={comments} />
    </section>
  );
}

/** Somebody else saved in between. Theirs first, and mine below in the form, where pressing a button keeps mine. */
function ChangedMeanwhile({ question, by, theirs, privateNote, files }: { question: ShownQuestion; by: string; theirs: Answer; privateNote: string; files: FileNames }) {
  const { t } = useWords(askingWords);
  return (
    <Box tone="warn">
      <h2 className="govuk-heading-m" id="changed" tabIndex={-1}>
        {t("clash.plain_title", { by })}
      </h2>
      <p>{t("clash.plain_what", { by })}</p>
      <AnswerSummary criterion={question.criterion} answer={theirs} files={files} privateNote={privateNote} />
      <p>
        <a className="govuk-link" href={paths.criterion(question.assessmentId, question.criterion.id)}>
          {t("clash.take_theirs", { by })}
        </a>
      </p>
    </Box>
  );
}

/** After it was sent, moved or given up: to be read, not to be changed. */
function ReadOnlyAnswer({ question, state }: { question: ShownQuestion; state: Exclude<AssessmentState, "draft"> }) {
  const { t } = useWords(askingWords);
  const way = (words: string) => <a href={(state === "submitted" ? paths.sent : paths.assessment)(question.assessmentId)}>{words}</a>;
  return (
    <>
      <Box tone="warn">
        <p>
          <Sentence of={t(`question.${state}`)} parts={{ way }} />
        </p>
      </Box>
      <AnswerSummary criterion={question.criterion} answer={question.answer} files={question.files} privateNote={question.privateNote} whole={state === "migrated"} />
    </>
  );
}
