import type { ReactNode } from "react";
import type { ConcernRow } from "~/concerns/concern-desk";
import { groupWords, stateTones, stateWords } from "~/concerns/concern-step-words";
import { statusNames } from "~/marks/status-words";
import type { WatchedMark } from "~/marks/watched-marks.server";
import { paths } from "~/platform/paths";
import { clockWords } from "~/review/clock-words";
import { daysLeftWords } from "~/review/days-left";
import type { Deadline } from "~/review/deadlines.server";
import { wayTo } from "~/review/deadlines-page";
import type { Ready, Split } from "~/review/moderator-desk.server";
import type { CriterionFigures } from "~/review/reliability/figures";
import { Worst } from "~/review/reliability/reliability-page";
import { Day } from "~/ui/date";
import { dayOfMoment, formatDay } from "~/ui/dates";
import { Quiet } from "~/ui/layout";
import { Tag } from "~/ui/tag";

/** The first few of a list, and how many there are. */
export type Shown<T> = { first: T[]; total: number };
const shownAtMost = 5;
export const shownOf = <T,>(all: readonly T[]): Shown<T> => ({ first: all.slice(0, shownAtMost), total: all.length });

export type First = {
  concerns: Shown<ConcernRow>;
  held: Shown<WatchedMark>;
  proposals: Shown<WatchedMark>;
  told: Shown<Deadline>;
  splits: Shown<Split>;
  ready: Shown<Ready>;
  overdue: Shown<Deadline>;
  worst: CriterionFigures[];
};

/** What a moderator sees first, in this order: what may be unsafe, what readers differ on, what can be decided, what is late, and where readers differ most. */
export const ModerationPage = ({ first: { concerns, held, proposals, told, splits, ready, overdue, worst } }: { first: First }) => (
  <>
    <h1 className="govuk-heading-l">Moderation</h1>
    <Part id="concerns" heading="Concerns" shown={concerns} all={paths.concerns} empty="No concern is open." of="concerns">
      {({ id, reference, provider, state, sentAt, clocks }) => (
        <li key={id}>
          <a href={paths.concern(id)}>{groupWords(provider)}</a> <Quiet small>{reference}</Quiet> <Tag tone={stateTones[state]}>{stateWords[state]}</Tag> since{" "}
          <Day day={dayOfMoment(sentAt)} /> {clocks.some(({ left }) => left < 0) && <Tag tone="stop">Late</Tag>}
        </li>
      )}
    </Part>
    <Part id="held" heading="Marks suspended or being reviewed" shown={held} all={paths.heldMarks} empty="No mark is suspended, and none is being reviewed." of="marks">
      {(mark) => (
        <li key={mark.code}>
          <Mark mark={mark} /> <Tag tone={mark.status === "suspended" ? "stop" : "ask"}>{statusNames[mark.status]}</Tag> since <Day day={mark.since} />
        </li>
      )}
    </Part>
    <Part id="proposals" heading="Waiting for a second person" shown={proposals} all={paths.heldMarks} empty="No change of a mark waits for its second person." of="marks">
      {(mark) => (
        <li key={mark.code}>
          <Mark mark={mark} />
        </li>
      )}
    </Part>
    <Part id="told" heading="Changes that groups told us of" shown={told} all={`${paths.deadlines}?of=circumstance`} empty="No change waits to be looked at." of="changes">
      {(each) => (
        <li key={`${each.number} ${each.of} ${each.due}`}>
          <a href={`${wayTo(each)}#told`}>{each.provider}</a> <Quiet small>{each.mark?.criteria.join(", ")}</Quiet> by <Day day={each.due} />
        </li>
      )}
    </Part>
    <Part id="splits" heading="Splits to settle" shown={splits} all={paths.cases} empty="There is nothing to settle." of="cases">
      {(each) => (
        <li key={each.caseId}>
          <Case about={each} /> {each.toSettle} to settle {each.wide && <Tag tone="stop">Two or three apart</Tag>}
        </li>
      )}
    </Part>
    <Part id="ready" heading="Decisions ready" shown={ready} all={paths.cases} empty="Nothing is ready to be decided." of="cases">
      {(each) => (
        <li key={each.caseId}>
          <Case about={each} /> since <Day day={dayOfMoment(each.since)} /> {each.claims && <Tag>Claims to rule on first</Tag>}
        </li>
      )}
    </Part>
    <Part id="overdue" heading="Overdue" shown={overdue} all={paths.deadlines} empty="Nothing is late." of="deadlines">
      {(each) => (
        <li key={`${each.number} ${each.of} ${each.due}`}>
          <a href={wayTo(each)}>{each.provider}</a> <Quiet small>{each.number}</Quiet> {clockWords[each.of]}:{" "}
          {each.of === "reading" ? daysLeftWords(each.left) : `over since ${formatDay(each.due)}`}
        </li>
      )}
    </Part>
    <section aria-labelledby="worst">
      <h2 className="govuk-heading-m" id="worst">
        How far readers agree this quarter
      </h2>
      {worst.length === 0 && <p className="govuk-body">No criterion is below its aim with enough pairs to say so.</p>}
      <Worst worst={worst} />
      <p className="govuk-body">
        <a href={paths.reliability}>All figures, and guidance to look at</a> · <a href={paths.calibrations}>Practising together</a>
      </p>
    </section>
  </>
);

type PartProps<T> = { id: string; heading: string; shown: Shown<T>; all: string; empty: string; of: string; children: (each: T) => ReactNode };

/** One of the lists, with a way to all of it where there is more. */
const Part = <T,>({ id, heading, shown: { first, total }, all, empty, of, children }: PartProps<T>) => (
  <section aria-labelledby={id}>
    <h2 className="govuk-heading-m" id={id}>
      {heading} {total > 0 && <Quiet>{total}</Quiet>}
    </h2>
    {total === 0 ? <p className="govuk-body">{empty}</p> : <ul className="wm-tidy">{first.map(children)}</ul>}
    {total > first.length && (
      <p className="govuk-body">
        <a href={all}>
          All {total} {of}
        </a>
      </p>
    )}
  </section>
);

const Mark = ({ mark: { code, provider, standard } }: { mark: WatchedMark }) => (
  <>
    <a href={paths.heldMark(code)}>{provider}</a> <Quiet small>{standard}</Quiet>
  </>
);

const Case = ({ about: { caseId, provider, standard, number } }: { about: Ready | Split }) => (
  <>
    <a href={paths.case(caseId)}>{provider}</a> <Quiet small>{`${standard}, ${number}`}</Quiet>
  </>
);
