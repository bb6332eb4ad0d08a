import type { Facts, Standard } from "#standards/format";
import { listed } from "~/evidence/finding-words";
import { type Finding, type FindingKind, resultOf } from "~/evidence/personal-data";
import type { Language } from "~/platform/words";
import { applicable } from "~/standards/applies";
import type { Answer } from "./answer";
import { askingWords } from "./asking/words/asking-words";
import { sentParts } from "./parts";
import { personalIn } from "./personal";

/** Never let through, whatever its people say: the number of a certificate has no business in an answer (Standard rules §G.3). */
const always: readonly FindingKind[] = ["dbs_certificate"];

/** Typed words that are surely personal details to us, and that their own people may say are none. `version`: of the answer they stand in. */
export type Doubt = { criterion: string; title: string; field: string; version: number; words: string; findings: Finding[]; mayBeSaid: boolean };

type Held = { criterion: string; answer: Answer; version: number };

/** Every part of the answers that stops sending by its words, in reading order. */
export function doubtsIn(standard: Standard, facts: Facts, held: readonly Held[]): Doubt[] {
  return applicable(standard, facts).flatMap((criterion) => {
    const found = held.find((each) => each.criterion === criterion.id);
    if (!found) return [];
    const answer = sentParts(criterion, found.answer);
    return personalIn(answer)
      .filter(({ findings }) => resultOf(findings) === "blocked")
      .map(({ field, findings }): Doubt => {
        const mayBeSaid = !findings.some(({ kind }) => always.includes(kind));
        return { criterion: criterion.id, title: criterion.title, field, version: found.version, words: wordsAt(answer, field), findings, mayBeSaid };
      });
  });
}

/** What is said holds for the words it was said of: for this version of the answer, and no other. */
export const doubtKey = ({ criterion, field, version }: Pick<Doubt, "criterion" | "field" | "version">) => `personal:${criterion}:${field}:${version}`;

/** Whether a key of a warning is one of these, about this criterion. */
export const isDoubtAbout = (key: string, criterion: string) => key.startsWith(`personal:${criterion}:`);

/** What a reader is told of it. Nothing of the words themselves. */
export const doubtWords = ({ title, field, findings }: Pick<Doubt, "title" | "field" | "findings">, language: Language = "en") =>
  askingWords(language)("not_personal.asked", { title, part: fieldWords(field, language), what: listed(findings, language) });

/** A typed part of an answer, as its people know it. */
export function fieldWords(field: string, language: Language = "en"): string {
  const t = askingWords(language);
  const [part = "", place = "", what] = field.split(".");
  if (part === "evidence") return t(what === "title" ? "not_personal.part.evidence_title" : "not_personal.part.evidence_words", { place: String(Number(place) + 1) });
  return t(part === "na" || part === "plan" ? `not_personal.part.${part}` : "not_personal.part.how");
}

/** Why a group's word on its words is not taken, besides what stands in the way of any change. */
export type NotTaken = "changed_meanwhile" | "nothing_there" | "never" | "reason_short" | "reason_long";
export const reasonBounds = { least: 10, most: 500 };

const wordsAt = (answer: unknown, field: string): string =>
  String(field.split(".").reduce<unknown>((value, key) => (typeof value === "object" && value !== null ? (value as Record<string, unknown>)[key] : undefined), answer) ?? "");
