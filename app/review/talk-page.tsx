import { paths } from "~/platform/paths";
import { Button, ButtonGroup } from "~/ui/button";
import { Day, Moment } from "~/ui/date";
import { Definition, Definitions } from "~/ui/definition";
import { ErrorSummary } from "~/ui/error-summary";
import { type FieldErrors, Form } from "~/ui/form";
import { Box, Quiet } from "~/ui/layout";
import { Desk, Scale } from "~/ui/scale";
import { TextArea } from "~/ui/text-field";
import { CaseBar } from "./case-bar";
import type { TalkingDesk, TalkLine } from "./desk";
import { levelWord } from "./level-word";
import { NotUsed } from "./not-used";
import { partWords } from "./part";
import { stepsOf } from "./rating-form";
import { RatingLines } from "./rating-lines";
import { Reading } from "./reading";

type TalkPageProps = { desk: TalkingDesk; typed: { level?: string; reason: string }; errors: FieldErrors };

/** One difference that the two readers talk over: what was sent, both ratings, what each has proposed, and a level of one's own. */
export const TalkPage = (props: TalkPageProps) => (
  <>
    <CaseBar about={props.desk.case} place={`${props.desk.reading.criterion.id}, to talk over`} />
    <ErrorSummary errors={props.errors} />
    <Desk read={<Reading {...props.desk.reading} />} say={<Talking {...props} />} />
  </>
);

const Talking = ({ desk, typed, errors }: TalkPageProps) => (
  <>
    <h2 className="wm-h">One apart: talk it over</h2>
    {desk.barred === null && (
      <p>
        Each of you proposes a level, and says why. The same level from both is its level.{" "}
        {desk.until && (
          <>
            After <Day day={desk.until} /> a moderator settles it.
          </>
        )}
      </p>
    )}
    <RatingLines ratings={desk.ratings} levels={desk.reading.criterion.levels} />
    <TalkLines talk={desk.talk} />
    {desk.agreed !== null && <Box>{`You have both come to ${levelWord(desk.agreed)}.`}</Box>}
    {desk.barred === null ? <TalkForm desk={desk} typed={typed} errors={errors} /> : <NotUsed words={typed.reason} />}
    {desk.barred !== null && desk.agreed === null && (
      <Box tone="warn">
        <p>{desk.barred}</p>
      </Box>
    )}
    <p>
      <a href={paths.case(desk.case.id)}>The whole case</a>
    </p>
  </>
);

/** What the two have proposed to each other, oldest first. */
export const TalkLines = ({ talk }: { talk: TalkLine[] }) =>
  talk.length > 0 && (
    <>
      <h3 className="govuk-heading-s">What the readers have proposed</h3>
      <Definitions layout="stack">
        {talk.map(({ part, by, level, reason, at }) => (
          <Definition
            term={
              <>
                {levelWord(level)} <Quiet small>{`${by}, ${partWords[part]}`}</Quiet>
              </>
            }
            key={`${at} ${part}`}
          >
            <Box tone="quote">{reason}</Box>
            <Quiet small>
              <Moment at={at} />
            </Quiet>
          </Definition>
        ))}
      </Definitions>
    </>
  );

const TalkForm = ({ desk, typed, errors }: TalkPageProps) => (
  <Form>
    <Scale
      name="level"
      label="The level you propose"
      hint="One of the two."
      steps={stepsOf(desk.reading.criterion.levels).filter(({ standing }) => desk.range.includes(standing))}
      value={typed.level}
      error={errors.level}
    />
    <TextArea
      name="reason"
      label="Why this level"
      hint="The other reader and the moderators will read this; the group too, if you agree."
      rows={4}
      value={typed.reason}
      error={errors.reason}
    />
    <ButtonGroup>
      <Button>{`Propose for ${desk.reading.criterion.id}`}</Button>
    </ButtonGroup>
  </Form>
);
