import type { Change } from "#standards/changes-format";
import type { Criterion, Facts, Standard } from "#standards/format";
import { applicable } from "~/standards/applies";
import { type CarriedAnswer, waits } from "./carried";
import type { Step } from "./migrate";
import { tidy } from "./parts";

/**
 * `carried` as it is · `reread` as it is, and its words changed · `needs_you` something has to be chosen or confirmed · `new` was not asked before ·
 * `empty` not answered yet, before and after · `archived` not asked any more.
 */
export type FateName = "carried" | "reread" | "needs_you" | "new" | "empty" | "archived";
/** What becomes of one question. `sources` are the questions of the draft's version it comes from; `successors`, where it is archived, those of the new one that took it up. */
export type Fate = {
  criterion: string;
  title: string;
  fate: FateName;
  /** Not scored: it may be left empty. */
  optional: boolean;
  because: Change[];
  sources: string[];
  successors: { criterion: string; title: string }[];
  moved: CarriedAnswer | undefined;
};

/** What a move means, question by question, as the new version asks them; then what is archived, as the old one did. Nothing that does not apply by rule is among them. */
export function fatesOf(facts: Facts, from: Standard, to: Standard, steps: readonly Standard[], { answers, origins }: Step): Fate[] {
  const asked = applicable(from, facts);
  const before = new Set(asked.map(({ id }) => id));
  const arriving = applicable(to, facts).map((criterion): Fate => {
    const { sources, changes } = origins[criterion.id]!;
    const moved = answers[criterion.id];
    const optional = criterion.weight === 0;
    const known = sources.some((id) => before.has(id));
    return { criterion: criterion.id, title: criterion.title, fate: fateOf(moved, known, changes, optional), optional, because: changes, sources, successors: [], moved };
  });
  const gone = asked.filter(({ id }) => !to.criteria.some((each) => each.id === id)).map((criterion) => goneFrom(criterion, to, steps, origins));
  return [...arriving, ...gone];
}

function fateOf(moved: CarriedAnswer | undefined, known: boolean, changes: readonly Change[], optional: boolean): FateName {
  const need = moved?.carried?.needs;
  if (waits(need)) return "needs_you";
  const blank = !moved || Object.keys(tidy(moved.answer)).length === 0;
  if (blank && !known) return "new";
  if (blank && !optional && changes.some(({ type }) => type === "advisory_to_scored")) return "needs_you";
  if (blank) return "empty";
  return need === "reread" ? "reread" : "carried";
}

function goneFrom({ id, title }: Criterion, to: Standard, steps: readonly Standard[], origins: Step["origins"]): Fate {
  const all = steps.flatMap(({ changes }) => changes?.changes ?? []);
  const because = all.filter(({ type, criteria }) => criteria.includes(id) && (type === "retired" || type === "split" || type === "merge"));
  const named = new Set(because.flatMap(({ successors }) => successors));
  const successors = to.criteria.filter((each) => origins[each.id]!.sources.includes(id) || named.has(each.id)).map((each) => ({ criterion: each.id, title: each.title }));
  return { criterion: id, title, fate: "archived", optional: false, because, sources: [id], successors, moved: undefined };
}
