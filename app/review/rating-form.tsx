import type { ReactNode } from "react";
import { type Level, levelNames } from "#standards/format";
import { paths } from "~/platform/paths";
import { Button, ButtonGroup } from "~/ui/button";
import { capital } from "~/ui/capital";
import { Radios } from "~/ui/choices";
import { type FieldErrors, Form } from "~/ui/form";
import { Scale, type Step, Ticks } from "~/ui/scale";
import { TextArea } from "~/ui/text-field";
import type { RatingDesk, Reading } from "./desk";
import { notApplicable, type TypedRating } from "./rating-input";
import { metByAward } from "./shown-award";
import { levelFromTicks, overrules } from "./tests-and-level";

/** What is said about a criterion: the tests seen, the level, and why. */
export function RatingForm({ desk, typed, errors }: { desk: RatingDesk; typed: TypedRating; errors: FieldErrors }) {
  const { criterion, claimsNa, awards } = desk.reading;
  return (
    <Form id="rating">
      <RatingFields
        criterion={criterion}
        claimsNa={claimsNa}
        byAward={metByAward(awards)}
        readBy="The group will read this. Write it as if it will be read aloud."
        typed={typed}
        errors={errors}
      />
      {desk.last && <p className="wm-small">This is your last one. When the other reader is done too, the case moves on and ratings can no longer be changed.</p>}
      {desk.revealed && <p className="wm-small">You can see how they rate themselves now. If you change a rating, it says that it was changed after that.</p>}
      <ButtonGroup>
        <Button>{desk.last ? "Save and finish" : "Save and next"}</Button>
        <Neighbours desk={desk} />
      </ButtonGroup>
    </Form>
  );
}

type FieldsProps = {
  criterion: Pick<Reading["criterion"], "levels">;
  claimsNa?: boolean;
  byAward?: boolean;
  /** Who will read the reason. */
  readBy: string;
  typed: TypedRating;
  errors: FieldErrors;
};

/** The fields of a rating, the same wherever something is rated. */
export function RatingFields({ criterion, claimsNa = false, byAward = false, readBy, typed, errors }: FieldsProps) {
  const { met, leading } = criterion.levels;
  return (
    <>
      <Ticks name="met" label="Tests for Met: tick what you have seen" tests={listed(met.tests)} values={typed.met} error={errors.met} />
      <Ticks name="leading" label="And for Leading" tests={listed(leading.tests)} values={typed.leading} />
      {claimsNa && (
        <Radios
          name="level"
          id="level-claim"
          label="They say this does not apply to them"
          small
          choices={[{ value: notApplicable, label: "Accept: it does not apply", hint: "Or do not accept it, and choose a level below." }]}
          value={typed.level}
        />
      )}
      <Scale name="level" label="Level" hint={hintOf(criterion, typed, byAward)} steps={stepsOf(criterion.levels)} value={typed.level} error={errors.level} />
      <TextArea name="reason" label="Why: what you saw, what follows" hint={readBy} rows={2} value={typed.reason} error={errors.reason} />
    </>
  );
}

/** What the ticks say of the level, where that is worth saying. */
function hintOf(criterion: FieldsProps["criterion"], { level, met, leading }: TypedRating, byAward: boolean): string | undefined {
  const ticks = { met: met.map(Number), leading: leading.map(Number) };
  if (level === notApplicable) return undefined;
  if (level) return overrules(criterion, ticks, Number(level) as Level, byAward) ? "This goes another way than the ticks. Your reason should say why." : undefined;
  const follows = levelFromTicks(criterion, ticks, byAward);
  return follows === undefined ? undefined : `From ${byAward ? "the award you accepted and what is ticked" : "what is ticked"} it would be ${levelNames[follows]}.`;
}

/** To the criteria before and after, without saving. */
export const Neighbours = ({ desk }: { desk: RatingDesk }) => (
  <>
    {desk.previous && (
      <a className="govuk-link" href={paths.rate(desk.case.id, desk.previous)} rel="prev">
        Back to {desk.previous}
      </a>
    )}
    {desk.next && (
      <a className="govuk-link" href={paths.rate(desk.case.id, desk.next)} rel="next">
        On to {desk.next}
      </a>
    )}
  </>
);

/** The four levels with what each takes; for the two that have tests, how many. */
export function stepsOf({ not_yet, developing, met, leading }: Reading["criterion"]["levels"]): Step[] {
  const count = (tests: string[]) => ["no test", "the test", "both tests"][tests.length] ?? `all ${tests.length} tests`;
  const what: Record<Level, ReactNode> = { 0: not_yet, 1: developing, 2: capital(`${count(met.tests)} for Met.`), 3: capital(`Met, and ${count(leading.tests)} for Leading.`) };
  return ([0, 1, 2, 3] as const).map((level) => ({ value: String(level), standing: level, label: levelNames[level], children: what[level] }));
}

const listed = (tests: string[]) => tests.map((label, place) => ({ value: String(place), label }));
