import type { Criterion, Facts, Standard } from "#standards/format";
import { addMonths, type Day } from "~/platform/calendar";
import { applicable } from "~/standards/applies";
import { isDay } from "~/ui/dates";
import type { Answer, Answers, EvidenceItem } from "./answer";
import { type Bounds, bounds, isWebAddress, lengthOf } from "./limits";
import { claimsNa, needsEvidence, needsPlan, wantsPlan, waysToShow } from "./parts";
import { reasonsOf } from "./shown-criterion";

/** What is wrong with one part, in a word. `missing-words.ts` says it in a sentence. */
export type MissingWhy =
  | "empty"
  | "too_short"
  | "too_long"
  | "not_listed"
  | "not_a_date"
  | "passed"
  | "too_far"
  | "in_the_future"
  | "not_an_address"
  | "not_clean"
  | "personal"
  | "locked"
  | "not_said";
/** `still_true`, `level`, `how`, `evidence`, `evidence.0.file`, `na.reason`, `na.words`, `plan.what`, `plan.who`, `plan.when`. */
export type Missing = { criterion: string; field: string; why: MissingWhy };

/**
 * Everything a submission still needs, criterion by criterion in reading order. Empty when it could be sent on this day.
 * `fromLastTime`: the criteria whose answers came from last time, and nobody has said yet that they are still true.
 */
export function missingFrom(standard: Standard, facts: Facts, answers: Answers, today: Day, fromLastTime: ReadonlySet<string> = new Set()): Missing[] {
  return applicable(standard, facts).flatMap((criterion) => missingIn(criterion, answers[criterion.id], today, fromLastTime.has(criterion.id)));
}

/** What one answer still needs, in the order of the page: the one pattern for every criterion. */
export function missingIn(criterion: Criterion, answer: Answer = {}, today: Day, fromLastTime = false): Missing[] {
  const parts = claimsNa(criterion, answer) ? missingFromClaim(criterion, answer) : [...missingFromAnswer(criterion, answer, today), ...missingFromPlan(criterion, answer, today)];
  return [...at("still_true", fromLastTime ? ["not_said"] : []), ...parts].map((each) => ({ criterion: criterion.id, ...each }));
}

type Found = Omit<Missing, "criterion">;

function missingFromClaim(criterion: Criterion, { na }: Answer): Found[] {
  const reason: MissingWhy[] = !na?.reason ? ["empty"] : reasonsOf(criterion).some(({ value }) => value === na.reason) ? [] : ["not_listed"];
  return [...at("na.reason", reason), ...at("na.words", length(na?.words, bounds.naWords))];
}

/** What is advice may be left without a level. */
function missingFromAnswer(criterion: Criterion, { level, how, evidence = [] }: Answer, today: Day): Found[] {
  if (!level && criterion.weight > 0) return at("level", ["empty"]);
  const mayBeBlank = (!level || level === "not-yet") && !how?.trim();
  const proven = level === "met" || level === "leading";
  return [
    ...at("how", mayBeBlank ? [] : length(how, bounds.how)),
    ...at("evidence", proven && needsEvidence(criterion) && evidence.length === 0 ? ["empty"] : []),
    ...(waysToShow(criterion).length > 0
      ? evidence.flatMap((item, index) => missingFromItem(item, today).map(({ field, why }) => ({ field: `evidence.${index}.${field}`, why })))
      : []),
  ];
}

/** What one piece of evidence still needs, by its own fields: `file`, `link`, `words`, `award`, `title`, `date`, `clean`. */
export function missingFromItem(item: EvidenceItem, today: Day): Found[] {
  const dated = item.kind === "file" || item.kind === "link";
  return [
    ...(item.kind === "file" ? at("file", item.file ? [] : ["empty"]) : []),
    ...(item.kind === "link" ? at("link", !item.link ? ["empty"] : isWebAddress(item.link) ? [] : ["not_an_address"]) : []),
    ...(item.kind === "words" ? at("words", length(item.words, bounds.evidenceWords)) : []),
    ...(item.kind === "award" ? at("award", item.award ? [] : ["empty"]) : []),
    ...at("title", item.title?.trim() ? [] : ["empty"]),
    ...(dated && item.date ? at("date", !isDay(item.date) ? ["not_a_date"] : item.date > today ? ["in_the_future"] : []) : []),
    ...(item.kind === "file" ? at("clean", item.clean ? [] : ["not_clean"]) : []),
  ];
}

/** Asked for where a must-have is below Met. Elsewhere it may be left out, and only what is there must be right. */
function missingFromPlan(criterion: Criterion, answer: Answer, today: Day): Found[] {
  if (!wantsPlan(criterion, answer)) return [];
  const { what, who, when } = answer.plan ?? {};
  const asked = needsPlan(criterion, answer);
  return [
    ...at("plan.what", asked || what?.trim() ? length(what, bounds.planWhat) : []),
    ...at("plan.who", asked && !who?.trim() ? ["empty"] : []),
    ...at("plan.when", asked || when ? nextTwelveMonths(when, today) : []),
  ];
}

/** The last day a plan may name. */
export const lastPlanDay = (today: Day): Day => addMonths(today, 12);

function nextTwelveMonths(when: string | undefined, today: Day): MissingWhy[] {
  if (!when) return ["empty"];
  if (!isDay(when)) return ["not_a_date"];
  if (when < today) return ["passed"];
  return when > lastPlanDay(today) ? ["too_far"] : [];
}

function length(text: string | undefined, { least, most }: Bounds): MissingWhy[] {
  const count = lengthOf(text);
  if (count === 0) return ["empty"];
  if (count < least) return ["too_short"];
  return count > most ? ["too_long"] : [];
}

const at = (field: string, why: MissingWhy[]): Found[] => why.map((each) => ({ field, why: each }));
