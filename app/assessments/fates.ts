import type { Change } from "#standards/changes-format";
import type { Facts, Standard } from "#standards/format";
import type { Language } from "~/platform/words";
import { applicable } from "~/standards/applies";
import { type CarriedAnswer, waits } from "./carried";
import type { Step } from "./migrate";
import { tidy } from "./parts";
import type { ShownCriterion, ShownStandard } from "./shown-criterion";

/**
 * `carried` as it is · `reread` as it is, and its words changed · `needs_you` something has to be chosen or confirmed · `new` was not asked before ·
 * `empty` not answered yet, before and after · `archived` not asked any more.
 */
export type FateName = "carried" | "reread" | "needs_you" | "new" | "empty" | "archived";
/** What becomes of one question. `sources` are the questions of the draft's version it comes from; `successors`, where it is archived, those of the new one that took it up. */
export type Fate = {
  criterion: string;
  title: string;
  /** The language of its title. Left out, English. */
  textIn: Language | undefined;
  fate: FateName;
  /** Not scored: it may be left empty. */
  optional: boolean;
  because: Change[];
  sources: string[];
  successors: { criterion: string; title: string; textIn: Language | undefined }[];
  moved: CarriedAnswer | undefined;
};

/** What a move means, question by question, as the new version asks them; then what is archived, as the old one did. Nothing that does not apply by rule is among them. */
export function fatesOf(facts: Facts, from: ShownStandard, to: ShownStandard, steps: readonly Standard[], { answers, origins }: Step): Fate[] {
  const asked: ShownCriterion[] = applicable(from, facts);
  const before = new Set(asked.map(({ id }) => id));
  const arriving = applicable(to, facts).map((criterion: ShownCriterion): Fate => {
    const { sources, changes } = origins[criterion.id]!;
    const moved = answers[criterion.id];
    const optional = criterion.weight === 0;
    const known = sources.some((id) => before.has(id));
    const fate = fateOf(moved, known, changes, optional);
    return { ...namedBy(criterion), fate, optional, because: changes, sources, successors: [], moved };
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

function goneFrom(criterion: ShownCriterion, to: ShownStandard, steps: readonly Standard[], origins: Step["origins"]): Fate {
  const { id } = criterion;
  const all = steps.flatMap(({ changes }) => changes?.changes ?? []);
  const because = all.filter(({ type, criteria }) => criteria.includes(id) && (type === "retired" || type === "split" || type === "merge"));
  const named = new Set(because.flatMap(({ successors }) => successors));
  const successors = to.criteria.filter((each) => origins[each.id]!.sources.includes(id) || named.has(each.id)).map(namedBy);
  return { ...namedBy(criterion), fate: "archived", optional: false, because, sources: [id], successors, moved: undefined };
}

const namedBy = ({ id, title, textIn }: ShownCriterion) => ({ criterion: id, title, textIn });
