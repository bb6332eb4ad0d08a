import { useEffect, useRef, useState } from "react";
import type { Question } from "survey-core";
import { Survey } from "survey-react-ui";
import "./renderers";
import { useWords } from "~/platform/language";
import { Button, ButtonGroup } from "~/ui/button";
import { uiWords } from "~/ui/words/ui-words";
import { askingWords } from "../asking/words/asking-words";
import { Clash } from "./clash";
import { targetOf } from "./drawn";
import { HereToo } from "./here-too";
import type { Parts } from "./merge";
import { SaveThenSwitch } from "./save-then-switch";
import { SavedLine } from "./saved-line";
import { partsOf } from "./send";
import { type AnswerFormProps, partsNow, useAnswer } from "./use-answer";

/** The form of one criterion in the browser: saves by itself, and says so. */
export function SurveyForm(props: AnswerFormProps) {
  const { criterion, addresses, held, unsaid, switching } = props;
  const { t, language } = useWords(askingWords);
  const { model, saver, state, names } = useAnswer(props);
  const [wrong, setWrong] = useState<Question[]>([]);
  const [asked, setAsked] = useState(0);
  const summary = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (asked > 0) summary.current?.focus();
  }, [asked]);
  useEffect(() => {
    const fewer = () => setWrong((before) => (before.length > 0 ? questionsWrong(model.getAllQuestions()) : before));
    model.onValueChanged.add(fewer);
    return () => model.onValueChanged.remove(fewer);
  }, [model]);
  const [title] = useState(() => document.title);
  useEffect(() => {
    document.title = wrong.length > 0 ? uiWords(language)("error.title", { title }) : title;
  }, [wrong, language, title]);

  const leave = async (to: string, finished: boolean) => {
    const asking = finished && unsaid && asItStood(held, partsNow(model)) ? document.getElementById(unsaid) : null;
    if (asking) return asking.focus();
    if (finished && !model.validate(true, false)) {
      setWrong(questionsWrong(model.getAllQuestions()));
      setAsked((times) => times + 1);
      await saver.settled();
      return;
    }
    if (await saver.settled()) location.assign(to);
  };

  return (
    <>
      {wrong.length > 0 && (
        <div className="govuk-error-summary" tabIndex={-1} ref={summary}>
          <div role="alert">
            <h2 className="govuk-error-summary__title">{t("question.to_finish")}</h2>
            <div className="govuk-error-summary__body">
              <ul className="govuk-list govuk-error-summary__list">
                {wrong.map((question) => (
                  <li key={question.id}>
                    <a
                      href={`#${targetOf(question)}`}
                      onClick={(event) => {
                        event.preventDefault();
                        document.getElementById(targetOf(question))?.focus();
                      }}
                    >
                      {question.errors[0]?.locText.renderedHtml}
                    </a>
                  </li>
                ))}
              </ul>
            </div>
          </div>
        </div>
      )}
      {state.is === "clash" && (
        <Clash criterion={criterion} parts={state.parts} mine={partsNow(model)} theirs={state.theirs.parts} by={state.by} files={names} onSettle={(parts) => saver.settle(parts)} />
      )}
      <Survey model={model} />
      <HereToo address={addresses.here} />
      <SavedLine state={state} before={held.lastSaved} signIn={addresses.signIn} onRetry={saver.retry} />
      <ButtonGroup>
        <Button type="button" onClick={() => void leave(addresses.next, true)}>
          {t("form.continue")}
        </Button>
        <Button type="button" tone="secondary" onClick={() => void leave(addresses.list, false)}>
          {t("form.later")}
        </Button>
        <Button type="button" tone="link" onClick={() => void leave(addresses.talk, false)}>
          {t("form.talk")}
        </Button>
        <SaveThenSwitch {...switching} settled={() => saver.settled()} />
      </ButtonGroup>
    </>
  );
}

/** Nothing of the answer was changed; a private note is no part of it. */
const asItStood = (held: AnswerFormProps["held"], now: Parts) => JSON.stringify({ ...partsOf(held), privateNote: "" }) === JSON.stringify({ ...now, privateNote: "" });

/** Every question with something wrong, those inside repeated items too, in the order of the page. */
const questionsWrong = (questions: Question[]) => questions.flatMap((question) => question.getNestedQuestions(true, true, true)).filter((question) => question.hasVisibleErrors);
