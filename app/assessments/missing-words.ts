import { type Language, locales, type MessageKey } from "~/platform/words";
import { askingWords } from "./asking/words/asking-words";
import type en from "./asking/words/en.json";
import { type Bounds, bounds } from "./limits";
import type { Missing } from "./missing";
import { assessmentWords } from "./words/assessment-words";

/** The sentence beside the field, in words that say what to do. */
export function missingWords({ field, why }: Pick<Missing, "field" | "why">, language: Language): string {
  const t = askingWords(language);
  const [part = "", place, third] = field.split(".");
  const name = part === "evidence" ? (third ? `item ${third}` : part) : [part, place].filter(Boolean).join(".");
  if (why === "personal") return t(third === "file" ? "missing.personal_file" : "missing.personal");
  if (name === "still_true") return assessmentWords(language)("last_time.missing");
  const bound = bounded[name];
  return t(sentences[`${name} ${why}`] ?? "missing.again", bound && { least: numberIn(bound.least, language), most: numberIn(bound.most, language) });
}

/** A number as it is read: 1,500. */
export const numberIn = (count: number, language: Language) => count.toLocaleString(locales[language]);

const bounded: Record<string, Bounds> = { how: bounds.how, "na.words": bounds.naWords, "plan.what": bounds.planWhat, "item words": bounds.evidenceWords };

/** The most characters that may be sent in a part of an answer or of a thing shown, by where it stands in it. Undefined where as much may be sent as is kept. */
export function mostAllowed(path: readonly PropertyKey[]): number | undefined {
  const own = String(path.at(-1));
  return [path.slice(-2).join("."), own, `item ${own}`].flatMap((name) => bounded[name]?.most ?? [])[0];
}

const sentences: Record<string, MessageKey<typeof en>> = {
  "level empty": "missing.level",
  "how empty": "missing.how.empty",
  "how too_short": "missing.how.too_short",
  "how too_long": "missing.how.too_long",
  "evidence empty": "missing.evidence",
  "na.reason empty": "missing.na_reason.empty",
  "na.reason not_listed": "missing.na_reason.not_listed",
  "na.words empty": "missing.na_words.empty",
  "na.words too_short": "missing.na_words.length",
  "na.words too_long": "missing.na_words.length",
  "plan.what empty": "missing.plan_what.empty",
  "plan.what too_short": "missing.plan_what.length",
  "plan.what too_long": "missing.plan_what.length",
  "plan.who empty": "missing.plan_who",
  "plan.when empty": "missing.plan_when.empty",
  "plan.when not_a_date": "missing.plan_when.not_a_date",
  "plan.when passed": "missing.plan_when.passed",
  "plan.when too_far": "missing.plan_when.too_far",
  "item file empty": "missing.file.empty",
  "item file locked": "missing.file.locked",
  "item award empty": "missing.award",
  "item link empty": "missing.link.empty",
  "item link not_an_address": "missing.link.not_an_address",
  "item words empty": "missing.words.empty",
  "item words too_short": "missing.words.empty",
  "item words too_long": "missing.words.too_long",
  "item title empty": "missing.title",
  "item date not_a_date": "missing.date.not_a_date",
  "item date in_the_future": "missing.date.in_the_future",
  "item clean not_clean": "missing.clean",
};
