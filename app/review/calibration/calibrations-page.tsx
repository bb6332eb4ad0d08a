import { paths } from "~/platform/paths";
import { Button, ButtonGroup } from "~/ui/button";
import { Checkboxes, Radios } from "~/ui/choices";
import { Day } from "~/ui/date";
import { DateField } from "~/ui/date-field";
import { ErrorSummary } from "~/ui/error-summary";
import { type FieldErrors, Form } from "~/ui/form";
import { Prose } from "~/ui/layout";
import { Table } from "~/ui/table";
import { Tag } from "~/ui/tag";
import { longestOpen, type TypedRound } from "./calibration";
import type { CalibrationState } from "./calibration-moves";

export type CalibrationRow = { id: string; group: string; criteria: number; asked: number; state: CalibrationState; closesOn: string };
/** What a moderator may choose from. */
export type RoundChoices = { invented: { key: string; name: string; about: string; criteria: { id: string; title: string }[] }[]; people: { personId: string; name: string }[] };
type Props = { rows: CalibrationRow[]; choices: RoundChoices | null; typed: TypedRound; errors: FieldErrors };

export const stateWords: Record<CalibrationState, string> = { open: "Open", revealed: "To talk over", discussed: "Talked over" };

/** Calibrations somebody has a part in; a moderator makes new ones here. */
export const CalibrationsPage = ({ rows, choices, typed, errors }: Props) => (
  <>
    <ErrorSummary errors={errors} />
    <h1 className="govuk-heading-l">Practising together</h1>
    <Prose>
      <p>
        The same submission of a group that does not exist, rated by many, each without the others. When all are done, or the last day is over, everybody sees everything at once.
        It counts towards nothing.
      </p>
    </Prose>
    <Table
      caption="Rounds"
      columns={[{ heading: "Group" }, { heading: "Criteria", numeric: true }, { heading: "People", numeric: true }, { heading: "Where it stands" }, { heading: "Last day" }]}
      empty="There is none yet. We write to you when you are asked to one."
      rows={rows.map(({ id, group, criteria, asked, state, closesOn }) => ({
        id,
        cells: [
          <a key="group" href={paths.calibration(id)}>
            {group}
          </a>,
          criteria,
          asked,
          <Tag key="state" tone={state === "open" ? "ask" : "quiet"}>
            {stateWords[state]}
          </Tag>,
          <Day key="day" day={closesOn} short />,
        ],
      }))}
    />
    {choices && <Making choices={choices} typed={typed} errors={errors} />}
  </>
);

const Making = ({ choices, typed, errors }: { choices: RoundChoices; typed: TypedRound; errors: FieldErrors }) => (
  <Form>
    <h2 className="govuk-heading-m">A new round</h2>
    <Radios
      name="invented"
      label="Which invented submission"
      choices={choices.invented.map(({ key, name, about }) => ({ value: key, label: name, hint: about }))}
      value={typed.invented}
      error={errors.invented}
    />
    <Checkboxes
      name="criteria"
      label="Which criteria"
      small
      choices={[...new Map(choices.invented.flatMap(({ criteria }) => criteria.map((each) => [each.id, each] as const))).values()].map(({ id, title }) => ({
        value: id,
        label: `${id} ${title}`,
      }))}
      values={typed.criteria}
      error={errors.criteria}
    />
    <Checkboxes
      name="readers"
      label="Who rates"
      hint="Each of them gets a mail."
      small
      choices={choices.people.map(({ personId, name }) => ({ value: personId, label: name }))}
      values={typed.readers}
      error={errors.readers}
    />
    <DateField
      name="closes"
      label="The last day for rating"
      hint={`At most ${longestOpen} days from now. It ends sooner when all are done.`}
      value={typed.closesOn}
      error={errors.closes}
    />
    <ButtonGroup>
      <Button>Ask them to rate it</Button>
    </ButtonGroup>
  </Form>
);
