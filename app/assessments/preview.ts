import type { Level, Standard } from "#standards/format";
import type { Language } from "~/platform/words";
import { applicable } from "~/standards/applies";
import { type Outcome, score } from "~/standards/score";
import { levelWords } from "./answer";
import { type CarriedAnswer, lowest, type Said } from "./carried";
import type { Draft, Step } from "./migrate";
import { claimsNa } from "./parts";
import type { ShownStandard } from "./shown-criterion";

/** A must-have below Met that was none before, or of which a part was none: at this level there is no mark. */
export type NowInTheWay = { title: string /** The language of the title. Left out, English. */; textIn: Language | undefined; level: Level; part: boolean };
/** What the sums of the version make of the provider's own levels. `open` questions have no level yet: they are counted as Met. */
export type Foreseen = { outcome: Outcome; open: number };
export type Preview = { before: Foreseen; after: Foreseen; nowInTheWay: NowInTheWay[] };

/** What the provider's own levels would come to, before a move and after it: a suggested level counts as said, a cleared one as it was, and what was not answered as Met. */
export function previewOf(draft: Draft, from: ShownStandard, to: Standard, step: Step): Preview {
  const after = foreseen(to, { facts: draft.facts, answers: step.answers });
  return { before: foreseen(from, draft), after, nowInTheWay: nowInTheWay(draft, from, to, step, after.outcome) };
}

/** The sums of one version over a provider’s own levels. */
export function foreseen(standard: Standard, { facts, answers }: Draft): Foreseen {
  const ratings: Record<string, Level> = {};
  const na_claims: Record<string, "accepted"> = {};
  let open = 0;
  for (const criterion of applicable(standard, facts)) {
    const answer = answers[criterion.id];
    const said = claimsNa(criterion, answer?.answer ?? {}) ? "does-not-apply" : saidOf(answer);
    if (said === "does-not-apply") na_claims[criterion.id] = "accepted";
    else ratings[criterion.id] = said ? asLevel(said) : 2;
    if (!said && criterion.weight > 0) open += 1;
  }
  return { outcome: score(standard, { facts, ratings, na_claims }), open };
}

/** What the answer says, or said when its level was cleared. */
function saidOf(answer: CarriedAnswer | undefined): Said | undefined {
  if (!answer) return undefined;
  const cleared = lowest(answer.carried?.from.map(({ said }) => said) ?? []);
  return answer.answer.level ?? answer.carried?.suggested ?? (cleared === "does-not-apply" ? undefined : cleared);
}

function nowInTheWay({ answers }: Draft, from: ShownStandard, to: Standard, { origins }: Step, outcome: Outcome): NowInTheWay[] {
  if (!("criteria" in outcome) || (outcome.outcome !== "not_awarded" && outcome.outcome !== "deferred")) return [];
  return outcome.criteria.flatMap((id) =>
    from.criteria
      .filter(({ id: source, must_have }) => origins[id]!.sources.includes(source) && !must_have)
      .flatMap(({ id: source, title, textIn }): NowInTheWay[] => {
        const said = saidOf(answers[source]);
        return said && said !== "does-not-apply" && asLevel(said) < 2 ? [{ title, textIn, level: asLevel(said), part: !to.criteria.some((each) => each.id === source) }] : [];
      }),
  );
}

const asLevel = (said: Exclude<Said, "does-not-apply">): Level => levelWords.indexOf(said) as Level;
