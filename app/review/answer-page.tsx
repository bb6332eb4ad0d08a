import type { Answer } from "~/assessments/answer";
import { AnswerSummary } from "~/assessments/answer-summary";
import type { ShownCriterion } from "~/assessments/shown-criterion";
import type { FileNames } from "~/assessments/survey/from-survey";
import { useWords } from "~/platform/language";
import { paths } from "~/platform/paths";
import { OwnText } from "~/standards/own-text";
import { BackLink } from "~/ui/back-link";
import { Button, ButtonGroup } from "~/ui/button";
import { formatDay, formatMoment } from "~/ui/dates";
import { Details } from "~/ui/details";
import { ErrorSummary } from "~/ui/error-summary";
import { type FieldErrors, Form } from "~/ui/form";
import { Box } from "~/ui/layout";
import { TextArea } from "~/ui/text-field";
import type { QuestionMoveName, QuestionState } from "./question-moves";
import { questionText } from "./question-words";
import type { Question } from "./questions";
import { reviewWords } from "./words/review-words";

/** A question with what it is about, and what the group has said to both. */
export type ToAnswer = Pick<Question, "id" | "place" | "template" | "words"> & { criterion: ShownCriterion; said: Answer; answer: string };
export type AnswerPageProps = {
  id: string;
  round: { state: QuestionState; dueOn: string; endedAt: string | null; takenBack: boolean } | null;
  questions: ToAnswer[];
  files: FileNames;
  moves: QuestionMoveName[];
  typed: Record<string, string>;
  errors: FieldErrors;
};

/** Where a provider answers what it was asked, each question with what it had said, all in one form. */
export function AnswerPage({ id, round, questions, files, moves, typed, errors }: AnswerPageProps) {
  const { t } = useWords(reviewWords);
  return (
    <div className="wm-prose">
      <BackLink href={paths.sent(id)}>{t("asked.back")}</BackLink>
      <ErrorSummary errors={errors} />
      <h1 className="govuk-heading-l" id="asked" tabIndex={-1}>
        {t("asked.title")}
      </h1>
      {round ? <Where round={round} /> : <p>{t("asked.none")}</p>}
      {moves.includes("answer") ? (
        <Form>
          {questions.map((question) => (
            <section key={question.id} aria-labelledby={`about-${question.id}`}>
              <About question={question} files={files} />
              <TextArea
                name={question.id}
                label={t("asked.answer", { place: String(question.place) })}
                hint={t("asked.hint")}
                rows={4}
                value={typed[question.id] ?? question.answer}
                error={errors[question.id]}
              />
            </section>
          ))}
          <ButtonGroup>
            {moves.includes("finish") && (
              <Button name="move" value="send">
                {t("asked.send")}
              </Button>
            )}
            <Button tone="secondary" name="move" value="save">
              {t("asked.save")}
            </Button>
          </ButtonGroup>
          {!moves.includes("finish") && <p>{t("asked.admins_send")}</p>}
        </Form>
      ) : (
        questions.map((question) => (
          <section key={question.id} aria-labelledby={`about-${question.id}`}>
            <About question={question} files={files} />
            <p className="wm-quiet wm-small">{t("asked.answer", { place: String(question.place) })}</p>
            <Box tone="quote">{question.answer || t("asked.nothing_written")}</Box>
          </section>
        ))
      )}
    </div>
  );
}

function Where({ round: { state, dueOn, endedAt, takenBack } }: { round: NonNullable<AnswerPageProps["round"]> }) {
  const { t, language } = useWords(reviewWords);
  const day = formatDay(dueOn, language);
  if (state === "answered" && endedAt) return <p>{t("asked.answered", { at: formatMoment(endedAt, language) })}</p>;
  if (state === "closed") return <p>{takenBack ? t("asked.called_off") : t("asked.lapsed", { day })}</p>;
  return (
    <>
      <p>{t("asked.what")}</p>
      <p>
        <strong>{t("asked.until", { day })}</strong> {t("asked.otherwise")}
      </p>
    </>
  );
}

function About({ question, files }: { question: ToAnswer; files: FileNames }) {
  const { t, language } = useWords(reviewWords);
  const { id, place, criterion, said } = question;
  return (
    <>
      <h2 className="govuk-heading-m" id={`about-${id}`}>
        {t("asked.question", { place: String(place) })}
        <span className="govuk-caption-m">
          <OwnText textIn={criterion.textIn}>{`${criterion.id} ${criterion.title}`}</OwnText>
        </span>
      </h2>
      <Box>
        <p>{questionText(question, language)}</p>
      </Box>
      <Details summary={t("asked.you_said")}>
        <AnswerSummary criterion={criterion} answer={said} files={files} />
      </Details>
    </>
  );
}
