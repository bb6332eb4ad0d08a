import { typedWarning } from "~/evidence/finding-words";
import { type FindingKind, findingKinds } from "~/evidence/personal-data";
import { statusNames } from "~/marks/status-words";
import { paths } from "~/platform/paths";
import { clockLeft, clockWords } from "~/review/clock-words";
import { BackLink } from "~/ui/back-link";
import { Moment } from "~/ui/date";
import { ErrorSummary } from "~/ui/error-summary";
import type { FieldErrors } from "~/ui/form";
import { Box, Code, Prose, Quiet } from "~/ui/layout";
import { SummaryList, type SummaryRow } from "~/ui/summary-list";
import { Tag } from "~/ui/tag";
import type { ConcernDesk } from "./concern-desk";
import { ConcernForms, type StepTyped } from "./concern-step-forms";
import { groupWords, stateTones, stateWords, stepWords } from "./concern-step-words";

export type ConcernPageProps = { desk: ConcernDesk; typed: StepTyped; errors: FieldErrors };

/** One concern: what was told, what was done, and what can be done next. */
export const ConcernPage = ({ desk, typed, errors }: ConcernPageProps) => (
  <>
    <BackLink href={paths.concerns}>All concerns</BackLink>
    <ErrorSummary errors={errors} />
    <h1 className="govuk-heading-l">
      Concern about {groupWords(desk.provider).replace(/^A/, "a")} <span className="wm-quiet">{desk.reference}</span>
    </h1>
    <Facts desk={desk} />
    <h2 className="govuk-heading-m">What they told us</h2>
    <Prose>
      <Box tone="quote">{desk.words}</Box>
    </Prose>
    {desk.found.length > 0 && (
      <p className="govuk-body">
        <Quiet>They were told: “{typedWarning(findingsIn(desk.found), "en")}”, and sent it as it is. Copy nothing of it into your notes.</Quiet>
      </p>
    )}
    <Steps desk={desk} />
    <ConcernForms desk={desk} typed={typed} errors={errors} />
    <Marks desk={desk} />
  </>
);

const findingsIn = (found: string[]) => findingKinds.filter((kind: FindingKind) => found.includes(kind)).map((kind) => ({ kind, result: "please_check" as const }));

function Facts({ desk }: Pick<ConcernPageProps, "desk">) {
  const { state, safeguarding, clocks, provider, groupKnown, groupTyped, code, seenAt, sentAt, contact, name, mayName, language } = desk;
  const rows: (SummaryRow | false)[] = [
    {
      term: "Stands at",
      value: (
        <>
          <Tag tone={stateTones[state]}>{stateWords[state]}</Tag> {safeguarding && state !== "agency_told" && <Tag tone="quiet">An agency was told</Tag>}
        </>
      ),
    },
    ...clocks.map((each): SummaryRow => ({ term: clockWords[each.of], value: `${clockLeft(each)}${each.left < 0 ? ". Late" : ""}` })),
    { term: "Told us", value: <Moment at={sentAt} /> },
    { term: "About", value: groupKnown ? provider : groupTyped ? `“${groupTyped}”, which is none of the groups we know by that name` : "No group was named" },
    code !== null && { term: "Came with the code", value: <Code>{code}</Code> },
    seenAt !== "" && { term: "Where they saw it", value: seenAt },
    { term: "Who", value: name || "They did not say" },
    { term: "Reach them", value: contact ? `${contact}${language === "cy" ? " (in Welsh)" : ""}` : "They left no way. Nobody is waiting to hear from us" },
    { term: "May the group know who?", value: mayName ? "Yes" : "No: never say who it was, nor anything that gives it away" },
  ];
  return <SummaryList rows={rows.filter((row): row is SummaryRow => row !== false)} />;
}

const Steps = ({ desk: { steps } }: Pick<ConcernPageProps, "desk">) => (
  <>
    <h2 className="govuk-heading-m">What was done</h2>
    {steps.length === 0 && <p className="govuk-body">Nothing yet. Nobody but moderators without a tie to the group can open this page.</p>}
    <ul className="wm-tidy">
      {steps.map(({ id, step, words, whom, named, by, at }) => (
        <li key={id}>
          <strong>
            {stepWords[step]}
            {whom && `: ${whom}`}
          </strong>
          {named && " (and who it was that told us)"}{" "}
          <Quiet small>
            {by}, <Moment at={at} />
          </Quiet>
          {words && <Box tone="quote">{words}</Box>}
        </li>
      ))}
    </ul>
  </>
);

const Marks = ({ desk: { marks, groupKnown } }: Pick<ConcernPageProps, "desk">) => (
  <>
    <h2 className="govuk-heading-m">Its marks</h2>
    <p className="govuk-body">
      Suspending protects people, and is no finding. It takes a second person, and is right within hours where somebody may be unsafe through the group’s own people or what they
      do.
    </p>
    {marks.length === 0 && <p className="govuk-body">{groupKnown ? "The group holds no mark that could be suspended." : "Say first which group it is about."}</p>}
    <ul className="wm-tidy">
      {marks.map(({ code, standard, status }) => (
        <li key={code}>
          {status === "suspended" ? <a href={paths.heldMark(code)}>{standard}</a> : <a href={`${paths.heldMark(code)}#kind`}>Propose to suspend its mark for {standard}</a>}{" "}
          <Quiet small>{statusNames[status]}</Quiet>
        </li>
      ))}
    </ul>
  </>
);
