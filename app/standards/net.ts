import { type ChangeType, changeTypes } from "#standards/changes-format";
import type { Criterion, Standard } from "#standards/format";
import type { Language } from "~/platform/words";
import { addingTypes, explains } from "./explains";
import { differing, type Field } from "./fields";
import { type Line, linesThrough } from "./lineage";
import { type ComparedChange, criterionPieces, find, type Piece, piecesBetween, rulesPieces } from "./pieces";
import type { Teller } from "./telling";

/** What became of something. `replaced`: others took its place; `came_and_went`: it is in neither of the two versions. */
export type Fate = "stayed" | "changed" | "changed_back" | "replaced" | "retired" | "added" | "came_and_went";
/** `holds` is false for a change that a later one took back. */
export type NetChange = Omit<ComparedChange, "pieces"> & { holds: boolean };
type Came = { changes: NetChange[]; what_to_do: string | null; compliance_months: number | undefined; pieces: Piece[] };
export type NetLine = Line & Came & { fate: Fate; title: string /** Of the title. */; textIn: Language };
/** `rules`: how a mark is worked out, and whatever else is said of no criterion. None where nothing was. */
export type Net = { criteria: NetLine[]; rules: (Came & { fate: "changed" | "changed_back" }) | undefined };

/**
 * What is different between the first and the last of several versions in the end: text against text, whatever happened on the way.
 * Every criterion of the first has a fate and every one of the last an origin; what was changed and changed back is said to be so.
 * `path`: the versions one after the other, the oldest first; `changes`: all that they changed.
 */
export function netOf(path: readonly Standard[], changes: readonly ComparedChange[], teller: Teller): Net {
  const [before, after] = [path[0]!, path.at(-1)!];
  const telling = teller(before, after);
  const at = (version: string) => path.findIndex((each) => each.version === version);
  const steps = changes.map((change) => ({ change, was: path[at(change.version) - 1]!, is: path[at(change.version)]! }));
  const lineOf = (line: Line): NetLine => {
    const ids = new Set([...line.was, ...line.is, ...line.between]);
    const own = steps.filter(({ change: { criteria, successors } }) => [...criteria, ...successors].some((id) => ids.has(id)));
    const [was, is] = [find(before, line.was[0]), find(after, line.is[0])];
    const alone = line.was.length === 1 && line.is.length === 1;
    const pieces = alone && was && is ? piecesBetween(was, is, telling) : [...new Set([...line.was, ...line.is])].flatMap((id) => criterionPieces(id, before, after, telling));
    const still = alone && was && is && was.id === is.id ? differing(was, is) : undefined;
    const came = own.map((step) => netChange(step, !still || stillDiffers(step, was!.id, still)));
    const titled = is ?? was;
    return { ...line, title: titled ? telling.of(titled).title : "", textIn: telling.language, fate: fateOf(line, still, came), pieces, ...asksOf(line, came) };
  };
  return { criteria: linesThrough(path).map(lineOf), rules: rulesOf(steps, rulesPieces(before, after, telling)) };
}

type Step = { change: ComparedChange; was: Standard; is: Standard };

function netChange({ change: { pieces: _, ...change } }: Step, holds: boolean): NetChange {
  return { ...change, holds };
}

/** Of what the step changed, and says that it changed, something is still not what it was. */
function stillDiffers({ change, was, is }: Step, id: string, still: readonly Field[]): boolean {
  const [before, after]: (Criterion | undefined)[] = [find(was, id), find(is, id)];
  const { core } = explains[change.type];
  return !before || !after || differing(before, after).some((field) => core.includes(field) && still.includes(field));
}

function fateOf({ was, is }: Line, still: readonly Field[] | undefined, came: readonly NetChange[]): Fate {
  if (was.length === 0) return is.length === 0 ? "came_and_went" : "added";
  if (is.length === 0) return "retired";
  if (!still) return "replaced";
  return still.length > 0 ? "changed" : came.length > 0 ? "changed_back" : "stayed";
}

/** What it asks of people in the end: what the heaviest change asks that still holds, the later of two alike. */
function asksOf({ was, is }: Line, changes: NetChange[]): Omit<Came, "pieces"> {
  const hold = is.length === 0 && was.length === 0 ? [] : changes.filter(({ holds }) => holds);
  // To whom comes from a version without it, a new criterion is new, whatever was done to it since: only that its advice counts now matters.
  const asked = was.length === 0 ? hold.filter(({ type }) => type === "advisory_to_scored" || addingTypes.includes(type)).slice(-1) : heaviest(hold, is.length > 0);
  const months = is.length > 0 && was.length > 0 ? hold.findLast(({ type }) => type === "critical_on")?.compliance_months : undefined;
  return { changes, what_to_do: asked[0]?.what_to_do ?? null, compliance_months: months };
}

/** Of what goes on, nobody has to know first that a part was retired. */
function heaviest(changes: readonly NetChange[], goesOn: boolean): NetChange[] {
  const others = goesOn ? changes.filter(({ type }) => type !== "retired") : changes;
  return [...(others.length > 0 ? others : changes)].sort((a, b) => weightOf(a.type) - weightOf(b.type)).slice(-1);
}

const weightOf = (type: ChangeType) => changeTypes.indexOf(type);

function rulesOf(steps: readonly Step[], pieces: Piece[]): Net["rules"] {
  const own = steps.filter(({ change: { criteria, successors } }) => criteria.length + successors.length === 0);
  if (own.length === 0) return undefined;
  const changes = own.map((step) => netChange(step, step.change.type !== "award_rule" || pieces.length > 0));
  const hold = changes.filter(({ holds }) => holds);
  return { changes, fate: hold.length > 0 ? "changed" : "changed_back", what_to_do: heaviest(hold, true)[0]?.what_to_do ?? null, compliance_months: undefined, pieces };
}
