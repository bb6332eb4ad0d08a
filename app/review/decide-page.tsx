import { paths } from "~/platform/paths";
import { Button } from "~/ui/button";
import { Checkboxes } from "~/ui/choices";
import { Moment } from "~/ui/date";
import { Details } from "~/ui/details";
import { ErrorSummary } from "~/ui/error-summary";
import { type FieldErrors, Form } from "~/ui/form";
import { Box } from "~/ui/layout";
import { TextArea } from "~/ui/text-field";
import { Alikes } from "./alikes";
import { CaseBar } from "./case-bar";
import type { DecidingDesk } from "./desk";
import { NotUsed } from "./not-used";
import { AgreedTable, SectionsTable } from "./outcome-table";
import { outcomeMeans, outcomeWords } from "./outcome-words";
import { StillToDo } from "./visits/visits";

/** The outcome as the version's own rules make it, what it rests on, and the one thing left to a person: the reason. */
export type TypedBack = { criteria: readonly string[]; why: string };

export function DecidePage({ desk, reason, back, errors }: { desk: DecidingDesk; reason: string; back: TypedBack; errors: FieldErrors }) {
  const { score, decided, notReady, barred } = desk;
  return (
    <>
      <CaseBar about={desk.case} />
      <ErrorSummary errors={errors} />
      <h1 className="govuk-heading-l govuk-!-margin-top-4">{score ? `${decided ? "Decided" : "The rules say"}: ${outcomeWords[score.outcome]}` : "Not ready to decide"}</h1>
      {score ? <Outcome desk={desk} /> : <p className="govuk-body">{notReady ?? barred}</p>}
      {decided && (
        <>
          <p className="govuk-body">
            By {decided.by}, <Moment at={decided.at} />.
          </p>
          <Box tone="quote">{decided.reason}</Box>
        </>
      )}
      {score && !decided && barred && <Barred why={barred} />}
      {score && <SectionsTable desk={desk} />}
      {desk.claims.map(({ criteria, confirmed, reason: why }) => (
        <p className="govuk-body" key={`${criteria.join()} ${confirmed}`}>
          A moderator {confirmed ? "confirmed that this does not apply" : "had this rated after all"}: {criteria.join(", ")}. {why}
        </p>
      ))}
      {desk.ratings.length > 0 && <AgreedTable desk={desk} />}
      {desk.alikes.length > 0 && (
        <Box tone="warn">
          <Alikes alikes={desk.alikes} />
        </Box>
      )}
      {desk.missing.length > 0 && (
        <Box tone="warn">
          <StillToDo missing={desk.missing} />
          <p>You can decide without it. It is recorded that you saw this page.</p>
        </Box>
      )}
      {score && !decided && !barred ? <DecideForm outcome={outcomeWords[score.outcome]} reason={reason} errors={errors} /> : <NotUsed words={reason} />}
      {desk.maySendBack ? <SendBack desk={desk} back={back} errors={errors} /> : <NotUsed words={back.why} />}
      <p className="govuk-body">
        <a href={paths.case(desk.case.id)}>The whole case, with what the group sent</a>
      </p>
    </>
  );
}

function Outcome({ desk }: { desk: DecidingDesk }) {
  const { score, scope } = desk;
  if (!score) return null;
  return (
    <>
      <p className="govuk-body">{outcomeMeans[score.outcome]}</p>
      {score.criteria && score.criteria.length > 0 && <p className="govuk-body">In the way: {score.criteria.join(", ")}.</p>}
      {score.zeros.length > 0 && <p className="govuk-body">At Not yet: {score.zeros.join(", ")}.</p>}
      <p className="govuk-body">
        {score.points} of {score.max} points{score.score === null ? "" : ` (${score.score}%${score.points * 100 === score.score * score.max ? "" : ", rounded down"})`}.{" "}
        {desk.decided ? "Covers" : "Would cover"}: {scope.join("; ")}.
      </p>
    </>
  );
}

const Barred = ({ why }: { why: string }) => (
  <Box tone="warn">
    <p>{why}</p>
  </Box>
);

const DecideForm = ({ outcome, reason, errors }: { outcome: string; reason: string; errors: FieldErrors }) => (
  <Form>
    <TextArea
      name="reason"
      label="Your reason, to the group"
      size="m"
      hint="It opens their letter. Say what weighed most, in plain words."
      rows={4}
      value={reason}
      error={errors.reason}
    />
    <Button>{`Confirm: ${outcome}`}</Button>
  </Form>
);

const SendBack = ({ desk, back, errors }: { desk: DecidingDesk; back: TypedBack; errors: FieldErrors }) => (
  <Details summary="Send it back to its readers" open={back.why !== "" || "criteria" in errors || "why" in errors}>
    <p>They rate again what you choose, and nothing else. The group then sees the draft report once more.</p>
    <Form>
      <Checkboxes
        name="criteria"
        label="What to look at again"
        small
        values={back.criteria}
        error={errors.criteria}
        choices={desk.ratings.map(({ id, title }) => ({ value: id, label: `${id} ${title}` }))}
      />
      <TextArea name="why" label="Why" hint="Both readers read it." rows={3} value={back.why} error={errors.why} />
      <Button tone="secondary" name="intent" value="send_back">
        Send it back
      </Button>
    </Form>
  </Details>
);
