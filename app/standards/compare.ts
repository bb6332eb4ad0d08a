import type { Change, ChangeType } from "#standards/changes-format";
import type { Standard } from "#standards/format";
import { changesBetween } from "./changes-between";
import { explains } from "./explains";
import type { Field } from "./fields";
import { type Net, netOf } from "./net";
import { type ComparedChange, criterionPieces, type Piece, rulesPieces } from "./pieces";
import type { Teller, Telling } from "./telling";

/** `net` is what came of every criterion in the end. */
export type Comparison = { from: string; to: string; changes: ComparedChange[]; net: Net };

/**
 * What is different between any two versions of a standard: every change on the way, the earliest first, with its text before and after.
 * Which criteria and fields differ is decided by the versions themselves; `teller` says in which language their texts are told. Undefined where no way leads from the one to the other.
 */
export function compare(versions: readonly Standard[], from: string, to: string, teller: Teller): Comparison | undefined {
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
        pieces: piecesOf(change, step.changes, before, after, teller(before, after)),
      }),
    );
  });
  return { from, to, changes, net: netOf([from, ...steps.map((step) => step.to)].map(at), changes, teller) };
}

/** The texts of a change before and after, one below the other, each with what it is when there are several. */
export function textsOf(pieces: readonly Piece[], which: "old" | "new"): string | null {
  const there = pieces.filter((piece) => piece[which] !== null);
  if (there.length === 0) return null;
  return there.map((piece) => (pieces.length === 1 ? piece[which] : `${piece.criterion ?? "all"} ${piece.field}: ${piece[which]}`)).join("\n");
}

function piecesOf(change: Change, all: readonly Change[], before: Standard, after: Standard, telling: Telling): Piece[] {
  if (change.type === "award_rule") return rulesPieces(before, after, telling);
  return [...change.criteria, ...change.successors].flatMap((id) => criterionPieces(id, before, after, telling, (field) => tellingChange(all, id, field) === change));
}

/** A field that several changes of a criterion may explain is shown at one of them: at what it is the core of. */
function tellingChange(all: readonly Change[], id: string, field: Field): Change | undefined {
  const of = all.filter(({ criteria }) => criteria.includes(id));
  const says = (part: "core" | "also") => of.find(({ type }: { type: ChangeType }) => explains[type][part]?.includes(field));
  return says("core") ?? says("also");
}
