import { paths } from "~/platform/paths";
import { BackLink } from "~/ui/back-link";
import { Button } from "~/ui/button";
import { formatDay } from "~/ui/dates";
import { ErrorSummary } from "~/ui/error-summary";
import { type FieldErrors, Form } from "~/ui/form";
import { Box, Prose } from "~/ui/layout";
import { SelectField } from "~/ui/select-field";
import { TextArea } from "~/ui/text-field";
import type { CaseView } from "./case-view";
import { questionTemplates } from "./question-templates";
import { answerDays, mostQuestions } from "./questions";
import type { QuestionSeen } from "./questions-seen";

export type TypedQuestion = { criterion: string; template: string; words: string };
type Props = { view: Pick<CaseView, "id" | "number" | "provider" | "criteria" | "questions">; typed: TypedQuestion; errors: FieldErrors };

/** The one round of questions of a case: drafted by its assessor, and read with its answers by everybody who reads. */
export function AskPage({ view, typed, errors }: Props) {
  const { questions } = view;
  const drafting = questions.moves.includes("ask");
  return (
    <>
      <BackLink href={paths.case(view.id)}>{`Case ${view.number}`}</BackLink>
      <ErrorSummary errors={errors} />
      <h1 className="govuk-heading-l">{drafting ? `Ask ${view.provider.name}` : "Questions and answers"}</h1>
      {drafting ? <Drafting view={view} typed={typed} errors={errors} /> : <Sent questions={questions} />}
    </>
  );
}

function Drafting({ view, typed, errors }: Props) {
  const { asked } = view.questions;
  return (
    <>
      <Prose>
        <p>
          You can ask once: at most {mostQuestions} questions, sent together. The group has {answerDays} working days to answer, and until it does our time for reading stands
          still. Both readers see questions and answers once they are sent.
        </p>
      </Prose>
      {asked.map((question, index) => (
        <section key={question.place} className="govuk-!-margin-bottom-6" aria-label={`Question ${index + 1}`}>
          <Asked question={question} number={index + 1} />
          <Form>
            <input type="hidden" name="place" value={question.place} />
            <Button tone="secondary" small name="move" value="drop">
              Take out<span className="govuk-visually-hidden">: question {index + 1}</span>
            </Button>
          </Form>
        </section>
      ))}
      {asked.length < mostQuestions && (
        <Form>
          <h2 className="govuk-heading-m">{asked.length === 0 ? "A question" : "One more question"}</h2>
          <SelectField
            name="criterion"
            label="About"
            empty="Choose a criterion"
            options={view.criteria.map(({ id, title }) => ({ value: id, label: `${id} ${title}` }))}
            value={typed.criterion}
            error={errors.criterion}
          />
          <SelectField
            name="template"
            label="Ready-made question"
            empty="None: I write my own"
            options={questionTemplates.map(({ key, for: kind, words }) => ({ value: key, label: `${kind}: ${words}` }))}
            value={typed.template}
          />
          <TextArea name="words" label="Or your own words" hint="The group reads this as you write it. Short and kind is best." rows={3} value={typed.words} error={errors.words} />
          <Button tone="secondary" name="move" value="add">
            Add this question
          </Button>
        </Form>
      )}
      {asked.length > 0 && (
        <Form>
          <h2 className="govuk-heading-m">{asked.length === 1 ? "Send this question" : `Send these ${asked.length} questions`}</h2>
          <p className="govuk-body">Nothing can be added or changed afterwards.</p>
          <Button name="move" value="send" id="send">
            Send to the group
          </Button>
        </Form>
      )}
    </>
  );
}

const Asked = ({ question: { criterion, words }, number }: { question: QuestionSeen; number: number }) => (
  <>
    <h2 className="govuk-heading-s">
      {number}. About {criterion}
    </h2>
    <Box tone="quote">{words}</Box>
  </>
);

function Sent({ questions: { state, sentAt, dueOn, asked } }: Pick<Props["view"], "questions">) {
  if (state === null || state === "drafting" || !sentAt || !dueOn) return <p className="govuk-body">Nothing has been asked.</p>;
  return (
    <>
      <p className="govuk-body">
        {state === "sent" && `The group has until ${formatDay(dueOn)} to answer. Until then our time for reading stands still.`}
        {state === "answered" && "The group has answered. Each answer is shown with its criterion too."}
        {state === "closed" && `No answers came. The last day for them was ${formatDay(dueOn)}.`}
      </p>
      {asked.map((question, index) => (
        <section key={question.place}>
          <Asked question={question} number={index + 1} />
          {question.answer !== null && (
            <>
              <p className="wm-quiet wm-small">Their answer</p>
              <Box tone="quote">{question.answer}</Box>
            </>
          )}
        </section>
      ))}
    </>
  );
}
