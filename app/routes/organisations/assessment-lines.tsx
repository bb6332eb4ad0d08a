import type { AssessmentState } from "~/assessments/workflow";
import { useWords } from "~/platform/language";
import { paths } from "~/platform/paths";
import type { Language } from "~/platform/words";
import { OwnText } from "~/standards/own-text";
import { Button } from "~/ui/button";
import { formatShortDay } from "~/ui/dates";
import { Details } from "~/ui/details";
import { Form } from "~/ui/form";
import { Quiet } from "~/ui/layout";
import { Sentence } from "~/ui/sentence";
import { ownWords } from "./words/own-words";

export type ListedAssessment = {
  id: string;
  state: AssessmentState;
  /** Made by a move that was undone. */
  movedBack: boolean;
  title: string;
  /** The language of the title. */
  textIn: Language;
  version: string;
  questions: number | undefined;
  done: number;
  startedOn: string;
  sentOn: string | undefined;
};
export type StartableStandard = { key: string; title: string; purpose: string; textIn: Language; carryFrom: string | undefined };

/** One self-assessment in a line: what it is, how far it has come, and where to go on. */
export function AssessmentLine({ each, maySubmit }: { each: ListedAssessment; maySubmit: boolean }) {
  const { t, language } = useWords(ownWords);
  return (
    <li>
      <a href={each.state === "submitted" ? paths.sent(each.id) : paths.assessment(each.id)}>
        <OwnText textIn={each.textIn}>{each.title}</OwnText>
      </a>{" "}
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

function stateWords({ state, movedBack, questions, done, startedOn, sentOn }: ListedAssessment, language: Language) {
  const t = ownWords(language);
  const on = formatShortDay(sentOn ?? startedOn, language);
  if (state === "submitted") return t("assessments.sent", { on });
  if (state === "migrated") return t("assessments.moved", { on: formatShortDay(startedOn, language) });
  if (movedBack) return t("assessments.moved_back", { on });
  if (state === "withdrawn") return t(sentOn ? "assessments.taken_back" : "assessments.given_up", { on });
  return questions === undefined ? t("assessments.about_you") : t("assessments.questions", { count: questions, done });
}

/** A standard that can be started, from nothing or from what was answered before. */
export function StartForm({ standard: { key, title, purpose, textIn, carryFrom } }: { standard: StartableStandard }) {
  const { t } = useWords(ownWords);
  const named = <OwnText textIn={textIn}>{title}</OwnText>;
  return (
    <>
      <h3 className="govuk-heading-s">{named}</h3>
      <p>
        <OwnText textIn={textIn}>{purpose}</OwnText>
      </p>
      <Form>
        <input type="hidden" name="standard" value={key} />
        {carryFrom && (
          <Button name="carry-from" value={carryFrom}>
            <Sentence of={t("assessments.start_carried")} parts={{ title: named }} />
          </Button>
        )}{" "}
        <Button tone={carryFrom ? "secondary" : "main"}>
          <Sentence of={t(carryFrom ? "assessments.start_empty" : "assessments.start")} parts={{ title: named }} />
        </Button>
      </Form>
    </>
  );
}
