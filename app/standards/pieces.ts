import { diffWords } from "diff";
import type { Change } from "#standards/changes-format";
import type { Criterion, Standard } from "#standards/format";
import type { Language } from "~/platform/words";
import { canonical } from "./canonical";
import { fieldWords } from "./field-words";
import { differing, type Field } from "./fields";
import { describeRule } from "./rule-words";
import type { Telling } from "./telling";
import { scoringLines } from "./words";

/** One text before and after, both in one language. Null where there was none, or is none any more. */
export type Piece = { criterion: string | null; field: Field | "scoring" | "gate"; old: string | null; new: string | null; textIn: Language };

/** A change with what it did to the text. `version` is the one that made it. */
export type ComparedChange = Omit<Change, "compliance_months"> & { version: string; compliance_months: number | undefined; pieces: Piece[] };

/** What is shown of a criterion that came or went as a whole. */
const whole: readonly Field[] = ["title", "statement", "met", "leading"];

/** The texts of one criterion in two versions: where it is in both, each field that differs and is `wanted`; else the whole of it. */
export function criterionPieces(id: string, before: Standard, after: Standard, telling: Telling, wanted: (field: Field) => boolean = () => true): Piece[] {
  const [was, is] = [find(before, id), find(after, id)];
  return was && is ? piecesBetween(was, is, telling).filter(({ field }) => wanted(field as Field)) : whole.map((field) => pieceOf(id, field, was, is, telling));
}

/** Every field in which one criterion differs from another that has its place. */
export const piecesBetween = (was: Criterion, is: Criterion, telling: Telling): Piece[] => differing(was, is).map((field) => pieceOf(was.id, field, was, is, telling));

const pieceOf = (criterion: string, field: Field, was: Criterion | undefined, is: Criterion | undefined, telling: Telling): Piece => ({
  criterion,
  field,
  old: was ? fieldWords(telling.of(was), field, telling) : null,
  new: is ? fieldWords(telling.of(is), field, telling) : null,
  textIn: telling.language,
});

/** What is different in how a mark is worked out, and in who may take the standard. */
export function rulesPieces(before: Standard, after: Standard, telling: Telling): Piece[] {
  const pieces: Piece[] = [];
  const { labels, language } = telling;
  if (canonical(before.scoring) !== canonical(after.scoring))
    pieces.push({ criterion: null, field: "scoring", old: scoringLines(before, after, language), new: scoringLines(after, before, language), textIn: language });
  if (canonical(before.gate) !== canonical(after.gate))
    pieces.push({ criterion: null, field: "gate", old: describeRule(before.gate, labels, language), new: describeRule(after.gate, labels, language), textIn: language });
  return pieces;
}

export const find = ({ criteria }: Pick<Standard, "criteria">, id: string | undefined) => criteria.find((each) => each.id === id);

/** Words that stayed, came and went, in reading order. */
export type Word = { text: string; is: "same" | "added" | "removed" };

/** A text before and after as one text, word by word. */
export const wordsChanged = ({ old, new: now }: Pick<Piece, "old" | "new">): Word[] =>
  diffWords(old ?? "", now ?? "").map(({ value, added, removed }) => ({ text: value, is: added ? "added" : removed ? "removed" : "same" }));
