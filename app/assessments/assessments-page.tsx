import { paths } from "~/platform/paths";
import { Button } from "~/ui/button";
import { formatShortDay } from "~/ui/dates";
import { Details } from "~/ui/details";
import { Form } from "~/ui/form";
import { Quiet } from "~/ui/layout";
import type { AssessmentState } from "./workflow";

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
export const AssessmentLine = ({ each, maySubmit }: { each: ListedAssessment; maySubmit: boolean }) => (
  <li>
    <a href={each.state === "submitted" ? paths.sent(each.id) : paths.assessment(each.id)}>{each.title}</a> <Quiet small>version {each.version}</Quiet>
    <br />
    {stateWords(each)}
    {each.state === "draft" && maySubmit && (
      <Details summary="Give up this draft">
        <p>Nobody can work on it after that. Its answers are kept, and you can start again with them.</p>
        <Form>
          <input type="hidden" name="assessment" value={each.id} />
          <Button tone="warning" name="move" value="discard">
            Give up this draft
          </Button>
        </Form>
      </Details>
    )}
  </li>
);

function stateWords({ state, questions, done, startedOn, sentOn }: ListedAssessment) {
  if (state === "submitted") return `Sent ${formatShortDay(sentOn ?? startedOn)}`;
  if (state === "migrated") return `Started ${formatShortDay(startedOn)}, and moved to a newer version`;
  if (state === "withdrawn") return sentOn ? `Sent ${formatShortDay(sentOn)}, and taken back` : `Started ${formatShortDay(startedOn)}, and given up`;
  return questions === undefined ? "A few questions first" : `${questions} questions, ${done} done`;
}

/** A standard that can be started, from nothing or from what was answered before. */
export const StartForm = ({ standard }: { standard: StartableStandard }) => (
  <>
    <h3 className="govuk-heading-s">{standard.title}</h3>
    <p>{standard.purpose}</p>
    <Form>
      <input type="hidden" name="standard" value={standard.key} />
      {standard.carryFrom && (
        <Button name="carry-from" value={standard.carryFrom}>
          {`Start with your earlier answers: ${standard.title}`}
        </Button>
      )}{" "}
      <Button tone={standard.carryFrom ? "secondary" : "main"}>{standard.carryFrom ? `Start with empty pages: ${standard.title}` : `Start: ${standard.title}`}</Button>
    </Form>
  </>
);
