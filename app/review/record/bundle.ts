import type { Fact } from "#standards/facts-format";
import type { Level } from "#standards/format";
import { type Answer, type EvidenceItem, levelOf, type SubmissionContent } from "~/assessments/answer";
import { caseStates } from "~/assessments/workflow";
import type { Day } from "~/platform/calendar";
import { applicable } from "~/standards/applies";
import { formatDay, formatMoment, isDay } from "~/ui/dates";
import { cameWords } from "../came-words";
import { agreedOn, type CaseFile, currentRatings, currentSettlements, filesShown } from "../case-file";
import { caseNumber } from "../case-number";
import { type FactLine, factLines } from "../fact-lines";
import { levelWord } from "../level-word";
import { type Part, parts } from "../part";
import { stateWords } from "../state-words";
import { supplementWords } from "../supplement";
import { moveRows } from "../workflow-diagram";
import { workflows } from "../workflows";
import type { CaseRecord } from "./case-record";
import type { RecordLine } from "./line";
import { byDay, happened, type RecordDay } from "./record-view";

/** The letter about one decision, a paragraph each. `sha256`: of its PDF, once that is made. */
export type RecordLetter = { day: Day; sha256: string | null; paragraphs: LetterParagraph[] };
export type LetterParagraph = { words: string; strong: boolean };
type Heading = { id: string; title: string; mustHave: boolean };
export type BundleAnswer = Heading & { said: { term: string; words: string }[] };
export type BundleRating = { level: Level | null; by: string; reason: string };
export type BundleReading = Heading & { given: Record<Part, BundleRating | null>; stands: { level: Level | null; how: string; reason: string | null } | null };

/** Everything that the record of a case says on paper. */
export type Bundle = {
  number: string;
  provider: { name: string; area: string };
  standard: string;
  state: string;
  sent: { at: string; by: string; title: string; sha256: string };
  asked: { by: string; at: string };
  states: { name: string; words: string }[];
  rules: string[][];
  scope: string[];
  statements: string[];
  facts: FactLine[];
  warnings: NonNullable<SubmissionContent["plausibility"]>;
  answers: BundleAnswer[];
  days: RecordDay[];
  /** Null while it is being rated. */
  readings: BundleReading[] | null;
  letters: RecordLetter[];
  looks: RecordLine[];
};

/** `locked`: files that nobody may know more of than their hash. `facts`, `awards`: what those are called. */
export type BundleWith = {
  asked: Bundle["asked"];
  letters: RecordLetter[];
  locked: ReadonlySet<string>;
  facts: readonly Fact[];
  awards: readonly { key: string; name: string }[];
};

/** The record of a case, to be printed for somebody who was not there. What was never sent (private notes, comments, drafts) is not known here, and what is inside a file stays there. */
export function bundleOf({ file, viewer, lines }: CaseRecord, given: BundleWith): Bundle {
  const { content, submittedAt, sha256 } = file.submission;
  return {
    number: caseNumber(file.number),
    provider: file.provider,
    standard: `${file.standard.title} ${file.standard.version}`,
    state: stateWords[file.state],
    sent: { at: submittedAt.toISOString(), by: content.declaration.by, title: content.declaration.title, sha256 },
    asked: given.asked,
    states: caseStates.map((name) => ({ name, words: stateWords[name] })),
    rules: moveRows(workflows.find(({ of }) => of === "case")!),
    scope: content.scope,
    statements: content.declaration.statements,
    facts: factLines(
      given.facts.flatMap(({ key }) => (Object.hasOwn(content.facts, key) ? [key] : [])),
      given.facts,
      content.facts,
    ),
    warnings: content.plausibility ?? [],
    answers: answersOf(file, given),
    days: byDay(happened(lines)),
    readings: viewer.ratingsOpen ? readingsOf(file) : null,
    letters: given.letters,
    looks: lines.filter(({ kind }) => kind === "looks"),
  };
}

const headingOf = ({ id, title, must_have }: { id: string; title: string; must_have: boolean }): Heading => ({ id, title, mustHave: must_have });

function answersOf(file: CaseFile, given: BundleWith): BundleAnswer[] {
  const { content } = file.submission;
  const shown = { ...content, files: filesShown(file) };
  return applicable(file.standard, content.facts).map((criterion) => {
    const since = file.supplements.filter((each) => each.criterion === criterion.id);
    return {
      ...headingOf(criterion),
      said: [
        ...answerSaid(content.answers[criterion.id] ?? {}, shown, given),
        ...since.map(({ why, sentAt, content: { words, evidence, links } }) => ({
          term: `${supplementWords[why]}, ${formatMoment(sentAt.toISOString())}`,
          words: [words, ...evidence.map((item) => evidenceSaid(item, { ...shown, links }, given))].filter(Boolean).join("\n"),
        })),
      ],
    };
  });
}

function answerSaid({ level, how, evidence = [], na, plan }: Answer, shown: SubmissionContent, given: BundleWith): BundleAnswer["said"] {
  const when = plan?.when && (isDay(plan.when) ? `by ${formatDay(plan.when)}` : plan.when);
  const all: [string, string | undefined][] = [
    ["Does not apply, they say", na?.claimed ? [na.reason, na.words].filter(Boolean).join(". ") || "No reason given" : undefined],
    ["They rate themselves", level && levelWord(levelOf(level))],
    ["How they do it", how],
    ["What they showed", evidence.map((item) => evidenceSaid(item, shown, given)).join("\n")],
    ["Their plan", plan && [plan.what, plan.who, when, plan.help].filter(Boolean).join("; ")],
  ];
  const said = all.flatMap(([term, words]) => (words?.trim() ? [{ term, words }] : []));
  return said.length > 0 ? said : [{ term: "They say", words: "Nothing" }];
}

/** One thing that was shown, in a line: what it is, its date, and its hash. */
function evidenceSaid(item: EvidenceItem, { files, links = {}, awards = {} }: Pick<SubmissionContent, "files" | "links" | "awards">, given: BundleWith): string {
  const dated = item.date && isDay(item.date) ? `, dated ${formatDay(item.date)}` : "";
  switch (item.kind) {
    case "file": {
      const file = item.file === undefined ? undefined : files[item.file];
      if (!file) return "A file";
      if (given.locked.has(item.file!)) return `A file that was locked because it holds personal details. sha256 ${file.sha256}`;
      return `File: ${item.title ? `${item.title} (${file.name})` : file.name}${dated}. sha256 ${file.sha256}`;
    }
    case "link": {
      const kept = item.link === undefined ? undefined : links[item.link];
      return `Web page: ${item.title ? `${item.title}, ` : ""}${item.link ?? ""}${kept ? `. As it was ${formatMoment(kept.at)}: sha256 ${kept.sha256}` : ""}`;
    }
    case "award": {
      const award = item.award === undefined ? undefined : awards[item.award];
      const name = given.awards.find(({ key }) => key === award?.award)?.name ?? award?.award;
      return award ? `An award of somebody else’s: ${name}, number ${award.number}, until ${formatDay(award.expires_on)}` : "An award of somebody else’s";
    }
    case "call":
      return `To be shown on a call${item.title ? `: ${item.title}` : ""}`;
    case "words":
      return `In their words${item.title ? `, ${item.title}` : ""}: ${item.words ?? ""}`;
  }
}

/** What each reader gave, side by side, and what stands. */
function readingsOf(file: CaseFile): BundleReading[] {
  const { ratings, came } = agreedOn(file);
  const current = Object.fromEntries(parts.map((part) => [part, currentRatings(file, part)])) as Record<Part, ReturnType<typeof currentRatings>>;
  const settled = currentSettlements(file);
  const nameOf = (id: string) => file.assignments.find(({ personId }) => personId === id)?.name ?? "";
  const reasonFor = (id: string) => {
    if (came[id] === "settled") return settled.findLast(({ criterion }) => criterion === id)?.reason ?? null;
    return came[id] === "talked" ? (file.talks.findLast(({ criterion }) => criterion === id)?.reason ?? null) : null;
  };
  return applicable(file.standard, file.submission.content.facts).map((criterion) => {
    const givenBy = (part: Part): BundleRating | null => {
      const rating = current[part][criterion.id];
      return rating ? { level: rating.level, by: nameOf(rating.ratedBy), reason: rating.reason } : null;
    };
    const how = came[criterion.id];
    return {
      ...headingOf(criterion),
      given: { assessor: givenBy("assessor"), second_reader: givenBy("second_reader") },
      stands: how ? { level: ratings[criterion.id] ?? null, how: cameWords[how], reason: reasonFor(criterion.id) } : null,
    };
  });
}
