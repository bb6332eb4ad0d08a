import { useWords } from "~/platform/language";
import type { Language } from "~/platform/words";
import { formatDay, isDay } from "~/ui/dates";
import { SummaryList, type SummaryRow } from "~/ui/summary-list";
import type { Answer } from "./answer";
import { askingWords } from "./asking/words/asking-words";
import { EvidenceList } from "./evidence-list";
import { claimsNa, sentParts } from "./parts";
import { questionsOf } from "./questions";
import { reasonsOf, type ShownCriterion } from "./shown-criterion";
import type { FileNames } from "./survey/from-survey";

export type AnswerSummaryProps = {
  criterion: ShownCriterion;
  answer: Answer;
  files: FileNames;
  privateNote?: string /** Everything that was typed, also what would not be sent. */;
  whole?: boolean;
};

/** An answer to be read: only what is or would be sent, and with it the private note when it is given here. */
export function AnswerSummary({ criterion, answer, files, privateNote, whole = false }: AnswerSummaryProps) {
  const { t, language } = useWords(askingWords);
  const sent = sentParts(criterion, answer);
  const claimed = claimsNa(criterion, answer);
  const rows = whole
    ? [...(answer.na ? claimRows(criterion, answer, claimed, language) : []), ...answerRows(criterion, answer, files, language)]
    : claimed
      ? claimRows(criterion, sent, true, language)
      : answerRows(criterion, sent, files, language);
  return <SummaryList rows={privateNote ? [...rows, { term: t("answer.private_note"), value: <Lines text={privateNote} /> }] : rows} />;
}

function claimRows(criterion: ShownCriterion, { na }: Answer, claimed: boolean, language: Language): SummaryRow[] {
  const t = askingWords(language);
  return [
    { term: t(claimed ? "answer.na" : "answer.na_not_claimed"), value: reasonWords(criterion, na?.reason) || t("answer.na_reason_none") },
    { term: t("answer.na_why"), value: <Lines text={na?.words} /> },
  ];
}

/** A reason for not applying, in the words of whoever reads it. */
export const reasonWords = (criterion: ShownCriterion, kept: string | undefined) => reasonsOf(criterion).find(({ value }) => value === kept)?.label ?? kept;

function answerRows(criterion: ShownCriterion, { level, how, evidence, plan }: Answer, files: FileNames, language: Language): SummaryRow[] {
  const t = askingWords(language);
  const chosen = questionsOf(criterion, language).level.choices.find(({ value }) => value === level);
  return [
    { term: t("answer.level"), value: chosen?.label ?? t("answer.level_none") },
    { term: t("answer.how"), value: <Lines text={how} /> },
    ...(evidence ? [{ term: t("answer.evidence"), value: <EvidenceList items={evidence} files={files} /> }] : []),
    ...(plan
      ? [
          { term: t("answer.plan_what"), value: <Lines text={plan.what} /> },
          { term: t("answer.plan_who_when"), value: whoWhen(plan, language) },
          ...(plan.help ? [{ term: t("answer.plan_help"), value: <Lines text={plan.help} /> }] : []),
        ]
      : []),
  ];
}

function whoWhen({ who, when }: NonNullable<Answer["plan"]>, language: Language): string {
  const t = askingWords(language);
  if (!when || !isDay(when)) return who || t("answer.nothing");
  const day = formatDay(when, language);
  return who ? t("answer.who_by_day", { who, day }) : t("answer.by_day", { day });
}

/** Typed text with its line ends. */
export function Lines({ text }: { text: string | undefined }) {
  const { t } = useWords(askingWords);
  return text ? <span className="wm-lines">{text}</span> : t("answer.nothing");
}
