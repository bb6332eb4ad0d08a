import { paths } from "~/platform/paths";
import { Button } from "~/ui/button";
import { Radios } from "~/ui/choices";
import { Moment } from "~/ui/date";
import { type FieldErrors, Form } from "~/ui/form";
import { Box, Quiet } from "~/ui/layout";
import { SummaryList } from "~/ui/summary-list";
import { Table } from "~/ui/table";
import { Tag } from "~/ui/tag";
import { TextArea } from "~/ui/text-field";
import { reviewWords } from "../words/review-words";
import { kindWords, whereWords } from "./found";
import type { LockLine, LockView } from "./lock-view";
import { lockedAsWords } from "./locks";

const stateTags = {
  locked: { tone: "ask", words: "To decide" },
  unlocked: { tone: "good", words: "Can be read again" },
  purged: { tone: "quiet", words: "Removed for good" },
} as const;
const StateTag = ({ state }: Pick<LockLine, "state">) => <Tag tone={stateTags[state].tone}>{stateTags[state].words}</Tag>;

/** Everything that was locked, the undecided first. */
export const LockedTable = ({ rows }: { rows: LockLine[] }) => (
  <Table
    caption="What was locked"
    hideCaption
    columns={[{ heading: "What" }, { heading: "Locked" }, { heading: "A breach must be reported by" }, { heading: "State" }]}
    empty="Nothing has been locked. We write to you when something is."
    rows={rows.map((line) => ({
      id: line.id,
      cells: [
        <>
          <a href={paths.lockedThing(line.id)}>{`${line.case}: ${kindWords[line.kind]}, ${whereWords(line.criterion)}`}</a> <Quiet small>{line.provider}</Quiet>
        </>,
        <>
          <Moment at={line.lockedAt} />, by {lockedAsWords[line.lockedAs]}
        </>,
        line.state === "locked" ? <Clock line={line} key="clock" /> : <Quiet key="clock">Decided</Quiet>,
        <StateTag state={line.state} key="state" />,
      ],
    }))}
  />
);

/** When the 72 hours are over, and what is left of them. */
const Clock = ({ line: { reportBy, hoursLeft } }: { line: LockLine }) => (
  <>
    <Moment at={reportBy} /> <Quiet small>{hoursLeft < 0 ? "The 72 hours are over." : hoursLeft === 1 ? "1 hour left." : `${hoursLeft} hours left.`}</Quiet>
  </>
);

export type TypedDecision = { move: string; reason: string; breach: string; breach_reason: string };
type ThingProps = { lock: LockView; typed: TypedDecision; errors: FieldErrors };

/** One thing that was locked: what is known of it, the way to open it, and the decision. */
export const LockedThing = ({ lock, typed, errors }: ThingProps) => (
  <>
    <SummaryList
      rows={[
        { term: "State", value: <StateTag state={lock.state} /> },
        { term: "Group", value: lock.provider },
        { term: "Said to be in it", value: lock.sorts.map((sort) => reviewWords("en")(`locked.sort.${sort}`)).join("; ") },
        ...(lock.place ? [{ term: "Where it stands", value: lock.place }] : []),
        {
          term: "Locked",
          value: (
            <>
              <Moment at={lock.lockedAt} />, by {lock.lockedBy} ({lockedAsWords[lock.lockedAs]})
            </>
          ),
        },
        ...(lock.state === "locked" ? [{ term: "A breach must be reported by", value: <Clock line={lock} /> }] : []),
        { term: "Opened by", value: <Openings opened={lock.opened} /> },
      ]}
    />
    {lock.decided ? <Decided decided={lock.decided} /> : <Undecided lock={lock} typed={typed} errors={errors} />}
  </>
);

const Openings = ({ opened }: Pick<LockView, "opened">) =>
  opened.length === 0 ? (
    <Quiet>Nobody yet</Quiet>
  ) : (
    <ul className="govuk-list">
      {opened.map(({ by, at }) => (
        <li key={`${by} ${at}`}>
          {by}, <Moment at={at} />
        </li>
      ))}
    </ul>
  );

const Decided = ({ decided: { by, at, reason, breach, breachReason } }: { decided: NonNullable<LockView["decided"]> }) => (
  <>
    <h2 className="govuk-heading-m">What was decided</h2>
    <p>
      <Quiet small>
        {by}, <Moment at={at} />
      </Quiet>
    </p>
    <Box tone="quote">{reason}</Box>
    <p>{breach ? "It is a breach that must be reported to the Information Commissioner." : "It is not a breach that must be reported to the Information Commissioner."}</p>
    <Box tone="quote">{breachReason}</Box>
  </>
);

const Undecided = ({ lock, typed, errors }: ThingProps) => (
  <>
    <h2 className="govuk-heading-m">Open it</h2>
    <Form action={paths.openLocked(lock.id)}>
      <p>That you opened it is kept, with the time.</p>
      <Button tone="secondary">Open what was locked</Button>
    </Form>
    <h2 className="govuk-heading-m">Decide</h2>
    {lock.mine ? <p>You locked this yourself, so another privacy lead decides.</p> : <DecideForm typed={typed} errors={errors} />}
  </>
);

const DecideForm = ({ typed, errors }: Pick<ThingProps, "typed" | "errors">) => (
  <Form>
    <Radios
      name="move"
      label="What is to become of it"
      choices={[
        { value: "unlock", label: "It can be read again", hint: "There are no personal details in it." },
        {
          value: "purge",
          label: "It is removed for good",
          hint: "File, page or words are taken out of everything that was sent. This cannot be undone. Back-ups lose it when their time is over.",
        },
      ]}
      value={typed.move}
      error={errors.move}
    />
    <TextArea name="reason" label="Why" hint="Write roles, not names." rows={3} value={typed.reason} error={errors.reason} />
    <Radios
      name="breach"
      label="Is it a breach that must be reported to the Information Commissioner?"
      choices={[
        { value: "yes", label: "Yes" },
        { value: "no", label: "No" },
      ]}
      value={typed.breach}
      inline
      error={errors.breach}
    />
    <TextArea name="breach_reason" label="Why it must be reported, or need not be" rows={3} value={typed.breach_reason} error={errors.breach_reason} />
    <Button tone="warning">Decide</Button>
  </Form>
);
