import type { Criterion } from "#standards/format";
import { formatDay, isDay } from "~/ui/dates";
import { SummaryList, type SummaryRow } from "~/ui/summary-list";
import type { Answer } from "./answer";
import { EvidenceList } from "./evidence-list";
import { claimsNa, sentParts } from "./parts";
import { questionsOf } from "./questions";
import type { FileNames } from "./survey/from-survey";

export type AnswerSummaryProps = {
  criterion: Criterion;
  answer: Answer;
  files: FileNames;
  privateNote?: string /** Everything that was typed, also what would not be sent. */;
  whole?: boolean;
};

/** An answer to be read: only what is or would be sent, and with it the private note when it is given here. */
export function AnswerSummary({ criterion, answer, files, privateNote, whole = false }: AnswerSummaryProps) {
  const sent = sentParts(criterion, answer);
  const claimed = claimsNa(criterion, answer);
  const rows = whole
    ? [...(answer.na ? claimRows(answer, claimed) : []), ...answerRows(criterion, answer, files)]
    : claimed
      ? claimRows(sent, true)
      : answerRows(criterion, sent, files);
  return <SummaryList rows={privateNote ? [...rows, { term: "Private note", value: <Lines text={privateNote} /> }] : rows} />;
}

const claimRows = ({ na }: Answer, claimed: boolean): SummaryRow[] => [
  { term: claimed ? "Does not apply" : "Does not apply (not claimed)", value: na?.reason || "No reason chosen yet" },
  { term: "Why", value: <Lines text={na?.words} /> },
];

function answerRows(criterion: Criterion, { level, how, evidence, plan }: Answer, files: FileNames): SummaryRow[] {
  const chosen = questionsOf(criterion).level.choices.find(({ value }) => value === level);
  return [
    { term: "Nearest to us", value: chosen?.label ?? "Not answered yet" },
    { term: "How we do it", value: <Lines text={how} /> },
    ...(evidence ? [{ term: "What we show", value: <EvidenceList items={evidence} files={files} /> }] : []),
    ...(plan
      ? [
          { term: "What we will do", value: <Lines text={plan.what} /> },
          { term: "Who, by when", value: [plan.who, plan.when && isDay(plan.when) ? `by ${formatDay(plan.when)}` : undefined].filter(Boolean).join(", ") || "Nothing yet" },
          ...(plan.help ? [{ term: "What would help", value: <Lines text={plan.help} /> }] : []),
        ]
      : []),
  ];
}

/** Typed text with its line ends. */
export const Lines = ({ text }: { text: string | undefined }) => (text ? <span className="wm-lines">{text}</span> : <>Nothing yet</>);
