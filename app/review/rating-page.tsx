import { paths } from "~/platform/paths";
import { ButtonGroup } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import type { FieldErrors } from "~/ui/form";
import { Desk } from "~/ui/scale";
import { CaseBar } from "./case-bar";
import { ContactTests } from "./contact-tests";
import type { RatingDesk } from "./desk";
import { EarlierRatings } from "./earlier-ratings";
import { KeptRating } from "./kept-rating";
import { KeyMap } from "./key-map";
import { NotUsed } from "./not-used";
import { Neighbours, RatingForm } from "./rating-form";
import { notApplicable, type TypedRating } from "./rating-input";
import { ratingKeys } from "./rating-keys";
import { RatingLines } from "./rating-lines";
import { Reading } from "./reading";
import { Visits } from "./visits/visits";

/** One criterion on one screen: what was sent beside what is said about it. */
export const RatingPage = ({ desk, personId, typed, errors }: { desk: RatingDesk; personId: string; typed?: TypedRating; errors: FieldErrors }) => (
  <>
    <CaseBar about={desk.case} place={`criterion ${desk.place.at} of ${desk.place.of}`} />
    <ErrorSummary errors={errors} />
    <Desk
      read={
        <>
          <Reading {...desk.reading} />
          {desk.contact && (
            <>
              <h2 className="wm-h">Phone and email, tried by us</h2>
              <ContactTests checks={desk.contact} />
              <p className="wm-small">
                Tell of another try <a href={paths.case(desk.case.id)}>on the page of the case</a>.
              </p>
            </>
          )}
          {desk.visits.length > 0 && (
            <>
              <h2 className="wm-h">Heard and seen by us</h2>
              <Visits caseId={desk.case.id} visits={desk.visits} />
            </>
          )}
        </>
      }
      say={
        desk.mayRate ? (
          <>
            <RatingForm desk={desk} typed={typed ?? saved(desk)} errors={errors} />
            <KeptRating desk={desk} personId={personId} />
            <EarlierRatings earlier={desk.earlier} />
            <KeyMap keys={ratingKeys({ claimed: desk.reading.claimsNa, last: desk.last })} />
          </>
        ) : (
          <Said desk={desk} typed={typed} />
        )
      }
    />
  </>
);

/** Who does not rate here, or not any more, sees what was said as far as they may. */
const Said = ({ desk, typed }: { desk: RatingDesk; typed?: TypedRating }) => (
  <>
    {typed && <NotUsed words={typed.reason} />}
    <h2 className="wm-h">Ratings</h2>
    {desk.ratings.length > 0 ? (
      <RatingLines ratings={desk.ratings} settlement={desk.settlement} levels={desk.reading.criterion.levels} />
    ) : (
      <p>{desk.part ? "This cannot be rated just now." : "Ratings can be seen when both readers are done."}</p>
    )}
    <ButtonGroup>
      <Neighbours desk={desk} />
    </ButtonGroup>
  </>
);

function saved({ mine }: RatingDesk): TypedRating {
  if (!mine) return { met: [], leading: [], reason: "" };
  return { level: mine.level === null ? notApplicable : String(mine.level), met: mine.ticks.met.map(String), leading: mine.ticks.leading.map(String), reason: mine.reason };
}
