import type { AssessmentState } from "~/assessments/workflow";
import { useWords } from "~/platform/language";
import { paths } from "~/platform/paths";
import type { Language } from "~/platform/words";
import { Button } from "~/ui/button";
import { formatShortDay } from "~/ui/dates";
import { Details } from "~/ui/details";
import { Form } from "~/ui/form";
import { Quiet } from "~/ui/layout";
import { ownWords } from "./words/own-words";

export type ListedAssessment = {
  id: string;
  state: AssessmentState;
  title: string;
  version: string;
  questions: number | undefined;
  done: number;
  startedOn: string;
  sentOn: string | undefined;
};
export type StartableStandard = { key: string; title: string; purpose: string; carryFrom: string | undefined };

/** One self-assessment in a line: what it is, how far it has come, and where to go on. */
export function AssessmentLine({ each, maySubmit }: { each: ListedAssessment; maySubmit: boolean }) {
  const { t, language } = useWords(ownWords);
  return (
    <li>
      <a href={each.state === "submitted" ? paths.sent(each.id) : paths.assessment(each.id)}>{each.title}</a>{" "}
      <Quiet small>{t("assessments.version", { version: each.version })}</Quiet>
      <br />
      {stateWords(each, language)}
      {each.state === "draft" && maySubmit && (
        <Details summary={t("assessments.give_up")}>
          <p>{t("assessments.giving_up")}</p>
          <Form>
            <input type="hidden" name="assessment" value={each.id} />
            <Button tone="warning" name="move" value="discard">
              {t("assessments.give_up")}
            </Button>
          </Form>
        </Details>
      )}
    </li>
  );
}

function stateWords({ state, questions, done, startedOn, sentOn }: ListedAssessment, language: Language) {
  const t = ownWords(language);
  const on = formatShortDay(sentOn ?? startedOn, language);
  if (state === "submitted") return t("assessments.sent", { on });
  if (state === "migrated") return t("assessments.moved", { on: formatShortDay(startedOn, language) });
  if (state === "withdrawn") return t(sentOn ? "assessments.taken_back" : "assessments.given_up", { on });
  return questions === undefined ? t("assessments.about_you") : t("assessments.questions", { count: questions, done });
}

/** A standard that can be started, from nothing or from what was answered before. */
export function StartForm({ standard: { key, title, purpose, carryFrom } }: { standard: StartableStandard }) {
  const { t } = useWords(ownWords);
  return (
    <>
      <h3 className="govuk-heading-s">{title}</h3>
      <p>{purpose}</p>
      <Form>
        <input type="hidden" name="standard" value={key} />
        {carryFrom && (
          <Button name="carry-from" value={carryFrom}>
            {t("assessments.start_carried", { title })}
          </Button>
        )}{" "}
        <Button tone={carryFrom ? "secondary" : "main"}>{t(carryFrom ? "assessments.start_empty" : "assessments.start", { title })}</Button>
      </Form>
    </>
  );
}
