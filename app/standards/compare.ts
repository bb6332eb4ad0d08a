import { diffWords } from "diff";
import type { Change, ChangeType } from "#standards/changes-format";
import type { Criterion, Standard } from "#standards/format";
import { changesBetween } from "./changes-between";
import { explains } from "./explains";
import { fieldWords } from "./field-words";
import { differing, type Field } from "./fields";
import { scoringLines } from "./words";

/** One text before and after. Null where there was none, or is none any more. */
export type Piece = { criterion: string | null; field: Field | "scoring"; old: string | null; new: string | null };
/** A change with what it did to the text. `version` is the one that made it. */
export type ComparedChange = Omit<Change, "compliance_months"> & { version: string; compliance_months: number | undefined; pieces: Piece[] };
export type Comparison = { from: string; to: string; changes: ComparedChange[] };

/**
 * What is different between any two versions of a standard: every change on the way, the earliest first, with its text before and after.
 * `labels` name the facts. Undefined where no way leads from the one to the other.
 */
export function compare(versions: readonly Standard[], from: string, to: string, labels: Record<string, string>): Comparison | undefined {
  const steps = changesBetween(versions, from, to);
  if (!steps) return undefined;
  const at = (version: string) => versions.find((each) => each.version === version)!;
  const changes = steps.flatMap((step) => {
    const [before, after] = [at(step.from), at(step.to)];
    return step.changes.map(
      (change): ComparedChange => ({
        ...change,
        compliance_months: change.compliance_months,
        version: step.to,
        pieces: piecesOf(change, step.changes, before, after, labels),
      }),
    );
  });
  return { from, to, changes };
}

/** Words that stayed, came and went, in reading order. */
export type Word = { text: string; is: "same" | "added" | "removed" };

/** A text before and after as one text, word by word. */
export const wordsChanged = ({ old, new: now }: Pick<Piece, "old" | "new">): Word[] =>
  diffWords(old ?? "", now ?? "").map(({ value, added, removed }) => ({ text: value, is: added ? "added" : removed ? "removed" : "same" }));

/** The texts of a change before and after, one below the other, each with what it is when there are several. */
export function textsOf(pieces: readonly Piece[], which: "old" | "new"): string | null {
  const there = pieces.filter((piece) => piece[which] !== null);
  if (there.length === 0) return null;
  return there.map((piece) => (pieces.length === 1 ? piece[which] : `${piece.criterion ?? "all"} ${piece.field}: ${piece[which]}`)).join("\n");
}

const whole: readonly Field[] = ["title", "statement", "met", "leading"];

function piecesOf(change: Change, all: readonly Change[], before: Standard, after: Standard, labels: Record<string, string>): Piece[] {
  if (change.type === "award_rule") return [{ criterion: null, field: "scoring", old: scoringLines(before, after), new: scoringLines(after, before) }];
  const find = ({ criteria }: Standard, id: string) => criteria.find((each) => each.id === id);
  const text = (one: Criterion | undefined, field: Field) => (one ? fieldWords(one, field, labels) : null);
  return [...change.criteria, ...change.successors].flatMap((id) => {
    const [was, is] = [find(before, id), find(after, id)];
    const shown = was && is ? differing(was, is).filter((field) => teller(all, id, field) === change) : whole;
    return shown.map((field): Piece => ({ criterion: id, field, old: text(was, field), new: text(is, field) }));
  });
}

/** A field that several changes of a criterion may explain is shown at one of them: at what it is the core of. */
function teller(all: readonly Change[], id: string, field: Field): Change | undefined {
  const of = all.filter(({ criteria }) => criteria.includes(id));
  const says = (part: "core" | "also") => of.find(({ type }: { type: ChangeType }) => explains[type][part]?.includes(field));
  return says("core") ?? says("also");
}
