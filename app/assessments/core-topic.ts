import type { Criterion, Standard } from "#standards/format";
import type { Answer, EvidenceItem } from "./answer";
import { type Carried, mostAsked } from "./carried";
import { sentParts, tidy, waysOffered } from "./parts";

/** An answer of the same organisation. `version` is that of the answer, `standard` a title. */
export type Given = { assessmentId: string; standard: string; criterion: Criterion; answer: Answer; version: number; savedAt: Date };
/** The question that is open: with its answer so far, and the awards of others that count for it. */
export type Open = { assessmentId: string; criterion: Criterion; answer: Answer; awards: readonly { id: string }[] };
/** Words and evidence that could be used again, with where they stand. Never a level. */
export type Offered = { assessmentId: string; criterion: string; title: string; standard: string; version: number; how: string | undefined; evidence: EvidenceItem[] };

/** Nothing in it was said yet: no level, no words, nothing shown, no plan and no claim. */
export const saysNothing = (answer: Answer): boolean => Object.keys(tidy(answer)).length === 0;

/**
 * What may be used again for a question with a core topic (Standard rules §B, "Ask once"): the newest answer of the same organisation to another question with this topic.
 * Only what counts in that answer and could be shown here. Undefined where something is answered already: nothing is ever offered over it.
 */
export function offeredFor(open: Open, given: readonly Given[]): Offered | undefined {
  const { core_topic, id } = open.criterion;
  if (core_topic === undefined || !saysNothing(open.answer)) return undefined;
  const others = given.filter(({ criterion }) => criterion.core_topic === core_topic && criterion.id !== id);
  const newestFirst = others.sort((a, b) => b.savedAt.getTime() - a.savedAt.getTime() || (a.criterion.id < b.criterion.id ? -1 : 1));
  return newestFirst.map((each) => usable(open, each)).find(({ how, evidence }) => how !== undefined || evidence.length > 0);
}

function usable({ criterion, awards }: Open, { assessmentId, standard, criterion: source, answer, version }: Given): Offered {
  const { how, evidence = [] } = sentParts(source, answer);
  const ways = waysOffered(criterion, awards);
  const fits = ({ kind, award }: EvidenceItem) => ways.includes(kind) && (kind !== "award" || awards.some(({ id }) => id === award));
  return { assessmentId, criterion: source.id, title: source.title, standard, version, how: how?.trim() ? how : undefined, evidence: evidence.filter(fits) };
}

/** The answer that using it makes: its words and its evidence, without a level. */
export const copyOf = ({ how, evidence }: Offered): Answer => tidy({ how, evidence });

/** Whether a standard is about sessions: it is only for groups that run activities. */
export const isAboutSessions = ({ gate }: Pick<Standard, "gate">): boolean => typeof gate === "object" && "fact" in gate && gate.fact === "runs_activities";

/** What is kept with it until it is saved again; what was asked before is still asked. */
export const noteOf = ({ criterion, title, standard }: Pick<Offered, "criterion" | "title" | "standard">, before: Carried | undefined): Carried => ({
  from: [],
  changes: [],
  ...before,
  needs: mostAsked("copied", before?.needs) ?? "copied",
  copied: { criterion, title, standard },
});
