import { paths } from "~/platform/paths";
import { Button, ButtonGroup } from "~/ui/button";
import { formatDay } from "~/ui/dates";
import { Definition, Definitions } from "~/ui/definition";
import { Details } from "~/ui/details";
import { ErrorSummary } from "~/ui/error-summary";
import { type FieldErrors, Form } from "~/ui/form";
import { Posts } from "~/ui/icons";
import { Box, Quiet } from "~/ui/layout";
import { Desk, DeskBar } from "~/ui/scale";
import { KeyMap } from "../key-map";
import { levelWord } from "../level-word";
import { NotUsed } from "../not-used";
import { RatingFields } from "../rating-form";
import type { TypedRating } from "../rating-input";
import { ratingKeys } from "../rating-keys";
import type { CalibrationCriterion, GivenLevel } from "./calibration";

type Props = { desk: CalibrationCriterion; typed?: TypedRating; errors: FieldErrors };

/** One criterion of an invented submission: to rate while it is open, and everybody's ratings side by side once all is shown. */
export const CriterionPage = ({ desk, typed, errors }: Props) => (
  <>
    <DeskBar right={desk.calibration.state === "open" ? `Until ${formatDay(desk.calibration.closesOn)}` : "All ratings are shown"}>
      <a href={paths.calibration(desk.calibration.id)}>
        <strong>{desk.calibration.group.name}</strong>
      </a>{" "}
      · {desk.calibration.standard}
      <Quiet>{` · criterion ${desk.place.at} of ${desk.place.of}`}</Quiet>
    </DeskBar>
    <ErrorSummary errors={errors} />
    <Desk
      read={<Said desk={desk} />}
      say={
        desk.mayRate ? (
          <>
            <Rating desk={desk} typed={typed ?? saved(desk.mine)} errors={errors} />
            <KeyMap keys={ratingKeys({ claimed: false, last: desk.last })} />
          </>
        ) : (
          <Given desk={desk} typed={typed} />
        )
      }
    />
  </>
);

const Said = ({ desk: { criterion, answer } }: Pick<Props, "desk">) => (
  <>
    <p className="wm-quiet wm-small govuk-!-margin-bottom-0">
      {criterion.id}
      {criterion.mustHave && (
        <>
          {" "}
          · <strong className="wm-must">Must-have</strong>
        </>
      )}
    </p>
    <h1 className="wm-deskh">{criterion.title}</h1>
    <p>{criterion.statement}</p>
    <h2 className="wm-h">Their answer</h2>
    <Box tone="quote">{answer.how}</Box>
    <h2 className="wm-h">Evidence</h2>
    <div id="shown">
      <Definitions layout="stack">
        {answer.shown.map(({ title, words }) => (
          <Definition term={title} key={title}>
            {words}
          </Definition>
        ))}
      </Definitions>
    </div>
    <Details summary="What good looks like">
      <p>{criterion.good}</p>
    </Details>
  </>
);

const Rating = ({ desk, typed, errors }: Props & { typed: TypedRating }) => (
  <Form id="rating">
    <RatingFields criterion={desk.criterion} readBy="The others will read this when all is shown." typed={typed} errors={errors} />
    {desk.last && <p className="wm-small">This is your last one. When everybody is done, all is shown and ratings can no longer be changed.</p>}
    <ButtonGroup>
      <Button>{desk.last ? "Save and finish" : "Save and next"}</Button>
      <Neighbours desk={desk} />
    </ButtonGroup>
  </Form>
);

const Given = ({ desk, typed }: Pick<Props, "desk" | "typed">) => (
  <>
    {typed && <NotUsed words={typed.reason} />}
    <h2 className="wm-h">Ratings</h2>
    {desk.ratings.length === 0 && <p>{desk.calibration.state === "open" ? "Ratings can be seen when everybody is done, or the last day is over." : "Nobody rated this one."}</p>}
    <Definitions layout="stack">
      {desk.ratings.map((each) => (
        <Definition
          term={
            <>
              <Posts standing={each.level} /> {levelWord(each.level)} <Quiet small>{each.mine ? "You" : each.by}</Quiet>
            </>
          }
          key={each.by}
        >
          <Box tone="quote">{each.reason}</Box>
          <Quiet
            small
          >{`Ticked ${each.ticks.met.length} of ${desk.criterion.levels.met.tests.length} for Met, ${each.ticks.leading.length} of ${desk.criterion.levels.leading.tests.length} for Leading.`}</Quiet>
        </Definition>
      ))}
    </Definitions>
    <ButtonGroup>
      <Neighbours desk={desk} />
    </ButtonGroup>
  </>
);

/** To the criteria before and after, without saving. */
const Neighbours = ({ desk: { calibration, previous, next } }: Pick<Props, "desk">) => (
  <>
    {previous && (
      <a className="govuk-link" href={paths.calibrate(calibration.id, previous)} rel="prev">
        Back to {previous}
      </a>
    )}
    {next && (
      <a className="govuk-link" href={paths.calibrate(calibration.id, next)} rel="next">
        On to {next}
      </a>
    )}
  </>
);

const saved = (mine: GivenLevel | null): TypedRating =>
  mine ? { level: String(mine.level), met: mine.ticks.met.map(String), leading: mine.ticks.leading.map(String), reason: mine.reason } : { met: [], leading: [], reason: "" };
