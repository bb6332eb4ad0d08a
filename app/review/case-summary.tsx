import { paths } from "~/platform/paths";
import { Moment } from "~/ui/date";
import { SummaryList, type SummaryRow } from "~/ui/summary-list";
import { Tag } from "~/ui/tag";
import { TaskList } from "~/ui/task-list";
import { cameWords } from "./came-words";
import type { CaseView, CriterionStand, HistoryLine } from "./case-view";
import { clockLeft, clockWords } from "./clock-words";
import { levelWord } from "./level-word";
import { outcomeWords } from "./outcome-words";
import { partWords } from "./part";
import { ReadTwice } from "./read-twice";
import { historyWords, stateTones, stateWords } from "./state-words";

/** Who, what, when. */
export function CaseFacts({ view }: { view: CaseView }) {
  const readers = view.readers.map(
    ({ part, name, declaredAt, rated, of }): SummaryRow => ({
      term: partWords[part].replace(/^./, (first) => first.toUpperCase()),
      value: (
        <>
          {name}.{" "}
          {declaredAt ? (
            <>
              Declared no conflict, <Moment at={declaredAt} />.
            </>
          ) : (
            "Has not declared yet."
          )}{" "}
          {rated} of {of} rated.
        </>
      ),
    }),
  );
  return (
    <SummaryList
      rows={[
        { term: "Stands at", value: <Tag tone={stateTones[view.state]}>{stateWords[view.state]}</Tag> },
        ...view.clocks.map((clock) => ({ term: clockWords[clock.of], value: clockLeft(clock) })),
        { term: "Standard", value: <a href={paths.standardVersion(view.standard.key, view.standard.version)}>{`${view.standard.title} ${view.standard.version}`}</a> },
        { term: "Would cover", value: view.scope.join("; ") },
        { term: "Sent", value: <Moment at={view.submittedAt} /> },
        ...(readers.length > 0 ? readers : [{ term: "Readers", value: "None yet" }]),
        { term: "Read twice", value: <ReadTwice depth={view.depth} /> },
        ...(view.decision
          ? [
              {
                term: "Decided",
                value: (
                  <>
                    <strong>{outcomeWords[view.decision.outcome]}</strong>, by {view.decision.by}, <Moment at={view.decision.at} />. {view.decision.reason}
                  </>
                ),
              },
            ]
          : []),
      ]}
    />
  );
}

/** Every criterion that applies, with where it stands for whoever looks. */
export const CaseCriteria = ({ view }: { view: CaseView }) => (
  <>
    {view.sections
      .map((section) => ({ ...section, criteria: view.criteria.filter((each) => each.section === section.id) }))
      .filter(({ criteria }) => criteria.length > 0)
      .map(({ id, title, criteria }) => (
        <section key={id} aria-labelledby={`section-${id}`}>
          <h3 className="govuk-heading-s" id={`section-${id}`}>
            {title}
          </h3>
          <TaskList
            tasks={criteria.map((each) => ({
              id: `criterion-${each.id}`,
              title: `${each.id} ${each.title}`,
              hint: each.mustHave ? "Must-have" : undefined,
              href: hrefOf(view, each),
              status: statusOf(view, each),
            }))}
          />
        </section>
      ))}
  </>
);

function hrefOf(view: CaseView, stand: CriterionStand) {
  if (stand.open?.toSettle && view.moves.includes("settle")) return paths.settle(view.id, stand.id);
  if (stand.open?.toTalk && view.moves.includes("talk_level")) return paths.talk(view.id, stand.id);
  return view.part && !stand.open && !stand.toRate ? undefined : paths.rate(view.id, stand.id);
}

function statusOf(view: CaseView, { open, mine, toRate }: CriterionStand) {
  if (open?.toSettle) return { words: `To settle: ${levelWord(open.assessor ?? null)} or ${levelWord(open.second_reader ?? null)}`, tone: "ask" as const };
  if (open?.toTalk) return { words: `To talk over: ${levelWord(open.assessor ?? null)} or ${levelWord(open.second_reader ?? null)}`, tone: "ask" as const };
  if (open?.came) return `${levelWord(open.agreed ?? null)}. ${cameWords[open.came]}`;
  if (mine !== undefined) return `You said: ${levelWord(mine)}`;
  if (toRate) return view.state === "assessing" ? { words: "To rate", tone: "ask" as const } : "Not rated yet";
  return view.part ? "Read by the assessor alone" : "Being read";
}

/** What happened, in the order it did. */
export const CaseHistory = ({ history }: { history: HistoryLine[] }) => (
  <ol className="wm-tidy">
    {history.map(({ at, by, move, reason }) => (
      <li key={`${at} ${by} ${move}`}>
        <Moment at={at} />: {by && `${by} `}
        {historyWords[move]}
        {reason && move !== "decide" ? `: “${reason}”` : "."}
      </li>
    ))}
  </ol>
);
