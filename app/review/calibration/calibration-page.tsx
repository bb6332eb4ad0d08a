import { levelNames } from "#standards/format";
import { paths } from "~/platform/paths";
import { BackLink } from "~/ui/back-link";
import { Button, ButtonGroup, LinkButton } from "~/ui/button";
import { Day, Moment } from "~/ui/date";
import { ErrorSummary } from "~/ui/error-summary";
import { type FieldErrors, Form } from "~/ui/form";
import { Box, Prose, Quiet } from "~/ui/layout";
import { Table } from "~/ui/table";
import { TextArea } from "~/ui/text-field";
import { decimal, percent } from "../agreement-words";
import type { Calibration } from "./calibration";

type Props = { calibration: Calibration; typed: string; errors: FieldErrors };

/** One calibration: while it is open what is one's own to do, from then on everybody's ratings side by side and what came of talking them over. */
export function CalibrationPage({ calibration, typed, errors }: Props) {
  const { group, standard, state, closesOn, madeBy, asked, done, next, note } = calibration;
  return (
    <>
      <BackLink href={paths.calibrations}>Practising together</BackLink>
      <ErrorSummary errors={errors} />
      <h1 className="govuk-heading-l">
        {group.name} <Quiet small>{standard}</Quiet>
      </h1>
      <Prose>
        <p>
          {group.area}. {group.about}
        </p>
        <p>
          {madeBy} asked {asked} people. {done} {done === 1 ? "has" : "have"} rated everything.{" "}
          {state === "open" ? "Everybody sees everything when all are done, or after " : "It was open until "}
          <Day day={closesOn} />
          {state === "open" ? "." : " at the latest."}
        </p>
      </Prose>
      {next && (
        <ButtonGroup>
          <LinkButton href={paths.calibrate(calibration.id, next)}>{`Rate ${next}`}</LinkButton>
        </ButtonGroup>
      )}
      {state === "open" ? <Mine calibration={calibration} /> : <Spreads calibration={calibration} />}
      {note && (
        <>
          <h2 className="govuk-heading-m">What came of talking it over</h2>
          <Box tone="quote">{note.words}</Box>
          <p className="wm-quiet wm-small">
            {note.by}, <Moment at={note.at} />
          </p>
        </>
      )}
      {state === "revealed" && calibration.moderates && <Noting typed={typed} errors={errors} />}
    </>
  );
}

const link = ({ id }: Calibration, criterion: Calibration["criteria"][number]) => (
  <>
    <a href={paths.calibrate(id, criterion.id)}>
      {criterion.id} {criterion.title}
    </a>{" "}
    {criterion.mustHave && <Quiet small>must-have</Quiet>}
  </>
);

const Mine = ({ calibration }: { calibration: Calibration }) => (
  <Table
    caption="Criteria"
    columns={[{ heading: "Criterion" }, { heading: "What you gave" }]}
    rows={calibration.criteria.map((each) => ({
      id: each.id,
      cells: [link(calibration, each), each.mine !== null ? levelNames[each.mine] : calibration.reads ? "Not rated yet" : "Can be seen when all are done"],
    }))}
  />
);

const levels = [0, 1, 2, 3] as const;

const Spreads = ({ calibration }: { calibration: Calibration }) => (
  <>
    <Table
      caption="How many gave each level"
      columns={[
        { heading: "Criterion" },
        ...levels.map((level) => ({ heading: levelNames[level], numeric: true })),
        { heading: "Same level" },
        { heading: "Same side of Met" },
        { heading: "Yours" },
      ]}
      rows={calibration.criteria.map((each) => ({
        id: each.id,
        cells: [
          link(calibration, each),
          ...levels.map((level) => each.spread?.counts[level] ?? 0),
          percent(each.spread?.agreement.exact ?? null),
          percent(each.spread?.agreement.met_not_met ?? null),
          each.mine === null ? "–" : levelNames[each.mine],
        ],
      }))}
    />
    {calibration.agreement && (
      <p className="govuk-body">
        Over all criteria, of every two people: the same level {percent(calibration.agreement.exact)}, the same side of Met {percent(calibration.agreement.met_not_met)}, weighted
        kappa {decimal(calibration.agreement.kappa_linear)}, AC1 {decimal(calibration.agreement.ac1)}. This is for learning from: it is part of no other figure.
      </p>
    )}
  </>
);

const Noting = ({ typed, errors }: Pick<Props, "typed" | "errors">) => (
  <Form>
    <TextArea
      name="words"
      label="What came of talking it over"
      heading="h2"
      size="m"
      hint="Said once. Everybody who rated will read it."
      rows={5}
      value={typed}
      error={errors.words}
    />
    <ButtonGroup>
      <Button>Save for everybody</Button>
    </ButtonGroup>
  </Form>
);
