import { paths } from "~/platform/paths";
import { BackLink } from "~/ui/back-link";
import { Button, ButtonGroup } from "~/ui/button";
import { Radios } from "~/ui/choices";
import { Moment } from "~/ui/date";
import { ErrorSummary } from "~/ui/error-summary";
import { type FieldErrors, Form } from "~/ui/form";
import { Box, Prose, Quiet } from "~/ui/layout";
import { TextArea } from "~/ui/text-field";
import { FiguresTable } from "./figures-table";
import { type GuidanceReview, guidanceOutcomes, outcomeWords, type TypedClosing, whyWords } from "./guidance";
import { quarterWords } from "./quarters";

type Props = { review: GuidanceReview; mayClose: boolean; typed: TypedClosing; errors: FieldErrors };

/** One review of guidance: why there is one, how far readers agreed, and what came of it. */
export const GuidancePage = ({ review, mayClose, typed, errors }: Props) => (
  <>
    <BackLink href={paths.reliability}>How far readers agree</BackLink>
    <ErrorSummary errors={errors} />
    <h1 className="govuk-heading-l">
      {review.criterion.id}: what does it say? <Quiet small>{review.standard}</Quiet>
    </h1>
    <Prose>
      <p>
        <strong>{review.criterion.title}</strong>. {whyWords[review.why]}, {quarterWords(review.quarter)}.
      </p>
      <p className="wm-quiet wm-small">
        Opened by {review.opened.by ?? "Waymark"}, <Moment at={review.opened.at} />
      </p>
    </Prose>
    {review.opened.reason && <Box tone="quote">{review.opened.reason}</Box>}
    {review.figures && (
      <FiguresTable
        caption="How far readers agreed, when this was opened"
        of="Criterion"
        lines={[{ id: review.id, about: review.criterion.id, scope: review.criterion.scope, agreement: review.figures }]}
      />
    )}
    {review.closed ? <Closed closed={review.closed} /> : mayClose && <Closing typed={typed} errors={errors} />}
  </>
);

const Closed = ({ closed }: { closed: NonNullable<GuidanceReview["closed"]> }) => (
  <>
    <h2 className="govuk-heading-m">{outcomeWords[closed.outcome]}</h2>
    <Box tone="quote">{closed.reason}</Box>
    <p className="wm-quiet wm-small">
      {closed.by}, <Moment at={closed.at} />
    </p>
  </>
);

const Closing = ({ typed, errors }: Pick<Props, "typed" | "errors">) => (
  <Form>
    <h2 className="govuk-heading-m">What came of it</h2>
    <Radios
      name="outcome"
      label="Does the next version say it in other words?"
      choices={guidanceOutcomes.map((value) => ({ value, label: outcomeWords[value] }))}
      value={typed.outcome}
      error={errors.outcome}
    />
    <TextArea name="reason" label="Which words, or why none" hint="Moderators, decision-makers and editors will read this." rows={4} value={typed.reason} error={errors.reason} />
    <ButtonGroup>
      <Button>Close this review</Button>
    </ButtonGroup>
  </Form>
);
