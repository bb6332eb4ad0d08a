import { paths } from "~/platform/paths";
import { Button, ButtonGroup } from "~/ui/button";
import { Details } from "~/ui/details";
import { ErrorSummary } from "~/ui/error-summary";
import { type FieldErrors, Form } from "~/ui/form";
import { Prose, Quiet } from "~/ui/layout";
import { SelectField } from "~/ui/select-field";
import { TextArea } from "~/ui/text-field";
import { leastToPublish } from "../agreement";
import { aims, leastToJudge } from "./aims";
import { type CriterionFigures, inOrder, type Order, orders, type Reliability, type VersionFigures, worstOf } from "./figures";
import { type FigureLine, FiguresTable } from "./figures-table";
import type { GuidanceReview, TypedReview } from "./guidance";
import { quarterWords } from "./quarters";
import { ReviewsTable } from "./reviews-table";

export type CriterionChoice = { value: string; label: string };
type Props = {
  reliability: Reliability;
  order: Order;
  open: GuidanceReview[];
  closed: GuidanceReview[];
  /** Of which a review may be asked for; none for who may not ask. */
  choices: CriterionChoice[];
  typed: TypedReview;
  errors: FieldErrors;
};

/** How far the two readers of a case agree, and what is done where they do not. */
export const ReliabilityPage = ({ reliability, order, open, closed, choices, typed, errors }: Props) => (
  <>
    <ErrorSummary errors={errors} />
    <h1 className="govuk-heading-l">How far readers agree</h1>
    <Prose>
      <p>
        Only ratings that two readers gave blind, of the same criterion of the same case, count here. The aims: the same side of Met in {aims.mustHaves * 100} % of must-haves and{" "}
        {aims.everything * 100} % of everything, and a weighted kappa of {aims.kappa.toFixed(2)}. Below {leastToPublish} pairs nothing is published; below {leastToJudge} there are
        counts only.
      </p>
      <p>
        Kappa can look terrible where nearly everybody gets Met, and it is not defined where all ratings are the same. Read it beside the others.{" "}
        <a href={paths.aboutReliability}>What the public reads</a>
      </p>
    </Prose>
    <Times chosen={reliability.chosen} quarters={reliability.quarters} order={order} />
    <FiguresTable caption={reliability.chosen === null ? "From the start" : quarterWords(reliability.chosen)} of="Over" lines={linesOver(reliability)} />
    <Worst worst={worstOf(reliability)} />
    <ReviewsTable caption="Guidance to look at" reviews={open} empty="No guidance is being looked at just now." />
    {closed.length > 0 && (
      <Details summary="Looked at before">
        <ReviewsTable caption="Looked at before" reviews={closed} />
      </Details>
    )}
    {reliability.versions.map((version) => (
      <Version key={version.versionId} version={version} order={order} chosen={reliability.chosen} />
    ))}
    {choices.length > 0 && <Asking choices={choices} typed={typed} errors={errors} />}
  </>
);

/** Over everything, and over the must-haves, which have an aim of their own; none where nothing was read by two. */
const linesOver = ({ overall, mustHaves }: Pick<VersionFigures, "overall" | "mustHaves">): FigureLine[] =>
  overall.n === 0
    ? []
    : [
        { id: "everything", about: "Everything", scope: "everything", agreement: overall },
        { id: "must-haves", about: "Must-haves", scope: "mustHaves", agreement: mustHaves },
      ];

const address = (quarter: string | null, order: Order) => `${paths.reliability}?${new URLSearchParams({ quarter: quarter ?? "all", by: order })}`;

const Times = ({ chosen, quarters, order }: Pick<Reliability, "chosen" | "quarters"> & { order: Order }) => (
  <nav aria-label="Which time">
    <p className="govuk-body">
      <Choices
        choices={[null, ...quarters].map((quarter) => ({
          href: address(quarter, order),
          words: quarter === null ? "From the start" : quarterWords(quarter),
          chosen: quarter === chosen,
        }))}
      />
    </p>
  </nav>
);

/** Links in a line; the one that is chosen stands as words. */
const Choices = ({ choices }: { choices: { href: string; words: string; chosen: boolean }[] }) =>
  choices.map(({ href, words, chosen }, place) => (
    <span key={href}>
      {place > 0 && " · "}
      {chosen ? <strong aria-current="true">{words}</strong> : <a href={href}>{words}</a>}
    </span>
  ));

/** The three worst, in words; nothing where all that can be judged reach their aim. */
export const Worst = ({ worst }: { worst: readonly CriterionFigures[] }) =>
  worst.length > 0 && <FiguresTable caption="Where readers differ most about Met" of="Criterion" lines={worst.map((each) => lineOf(each, true))} />;

const lineOf = ({ versionId, standard, id, title, scope, agreement }: CriterionFigures, named = false): FigureLine => ({
  id: `${versionId} ${id}`,
  about: (
    <>
      {id} {title} <Quiet small>{[named && standard, scope === "mustHaves" && "must-have"].filter(Boolean).join(", ")}</Quiet>
    </>
  ),
  scope,
  agreement,
});

const orderWords: Record<Order, string> = {
  met_not_met: "same side of Met",
  exact: "same level",
  kappa_linear: "weighted kappa",
  ac1: "AC1",
  n: "fewest pairs",
  id: "as in the standard",
};

const Version = ({ version: { standard, overall, mustHaves, criteria }, order, chosen }: { version: VersionFigures; order: Order; chosen: string | null }) => (
  <section aria-label={standard}>
    <FiguresTable caption={standard} of="Over" lines={linesOver({ overall, mustHaves })} />
    <p className="govuk-body wm-small">
      Criteria, the lowest first: <Choices choices={orders.map((each) => ({ href: address(chosen, each), words: orderWords[each], chosen: each === order }))} />
    </p>
    <FiguresTable caption={`${standard}, by criterion`} of="Criterion" lines={inOrder(criteria, order).map((each) => lineOf(each))} />
  </section>
);

const Asking = ({ choices, typed, errors }: Pick<Props, "choices" | "typed" | "errors">) => (
  <Form>
    <h2 className="govuk-heading-m">Look at a criterion now</h2>
    <SelectField name="about" label="Which criterion" empty="Choose one" options={choices} value={typed.about} error={errors.about} />
    <TextArea name="reason" label="Why" hint="What readers stumble over. The editors will read this." rows={3} value={typed.reason} error={errors.reason} />
    <ButtonGroup>
      <Button tone="secondary">Ask for a look at its guidance</Button>
    </ButtonGroup>
  </Form>
);
