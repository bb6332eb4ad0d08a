import type { Criterion } from "#standards/format";
import { claimsNa } from "~/assessments/parts";
import { bearsOn, plausibilityChecks } from "~/assessments/plausibility";
import { londonDay } from "~/platform/calendar";
import type { Clock } from "~/platform/clock";
import { structuredFacts } from "~/standards/facts.server";
import { answerToRead } from "./blind";
import { type CaseFile, currentRatings, currentReaders } from "./case-file";
import { caseNumber } from "./case-number";
import { daysLeft } from "./days-left";
import type { DeskCase, RatingLine, Reading } from "./desk";
import { factLines } from "./fact-lines";
import { parts } from "./part";

export const deskCase = (clock: Clock, file: CaseFile): DeskCase => ({
  id: file.id,
  number: caseNumber(file.number),
  provider: file.provider.name,
  area: file.provider.area,
  standard: `${file.standard.title} ${file.standard.version}`,
  state: file.state,
  daysLeft: ["waiting", "declaring", "assessing"].includes(file.state) ? daysLeft(londonDay(file.openedAt), londonDay(clock.now())) : null,
});

/** One criterion with its answer, the facts it rests on and the files shown. `rated` says whether the provider's rating of itself may be seen. */
export function readingOf({ submission: { content } }: CaseFile, criterion: Criterion, rated: boolean): Reading {
  const sent = content.answers[criterion.id] ?? {};
  const answer = answerToRead(sent, rated);
  const ids = (answer.evidence ?? []).flatMap(({ file }) => (file ? [file] : []));
  const files = ids.flatMap((id) => (content.files[id] ? [{ id, name: content.files[id].name, kind: content.files[id].media_type, bytes: content.files[id].bytes }] : []));
  const { id, title, statement, good, levels, evidence, must_have } = criterion;
  return {
    criterion: { id, title, statement, good, levels, evidence, mustHave: must_have },
    answer,
    claimsNa: claimsNa(criterion, sent),
    facts: factLines(criterion.facts, structuredFacts(), content.facts),
    files,
    warnings: (content.plausibility ?? []).filter(({ check }) => plausibilityChecks.some((known) => known === check && bearsOn(known, criterion))),
  };
}

/** Both readers' newest ratings of one criterion, with their names. For those who may see them. */
export const ratingLines = (file: CaseFile, criterion: string): RatingLine[] =>
  parts.flatMap((part) => {
    const rating = currentRatings(file, part)[criterion];
    const by = currentReaders(file).find((reader) => reader.part === part)?.name;
    return rating && by ? [{ part, by, level: rating.level, ticks: rating.ticks, reason: rating.reason, at: rating.ratedAt.toISOString() }] : [];
  });
