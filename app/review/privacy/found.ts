import { type CaseFile, filesShown } from "../case-file";
import type { LockKind } from "./locks";

/** Stands for a criterion where something was about none in particular. */
export const ofWhole = "whole";

/** What an address of a lock means: `answer`, or the id of something that was sent, or told of a visit, about this criterion. */
export type Found = { kind: LockKind; target: string };

/** Finds in a case what somebody wants to lock. Undefined when nothing of the kind was sent. */
export function foundIn(file: CaseFile, criterion: string, what: string): Found | undefined {
  const { answers, links = {} } = file.submission.content;
  const visit = file.visits.find(({ id }) => id === what);
  if (visit) return whereOf(visit).includes(criterion) ? { kind: "visit", target: what } : undefined;
  // What a newer version asks of a mark need not stand in the version of its case.
  if (![...file.standard.criteria.map(({ id }) => id), ...file.supplements.map((each) => each.criterion)].includes(criterion)) return undefined;
  if (what === "answer") return answers[criterion] && { kind: "answer", target: criterion };
  if (Object.hasOwn(filesShown(file), what)) return { kind: "file", target: what };
  if (file.supplements.some((each) => each.id === what && each.criterion === criterion)) return { kind: "supplement", target: what };
  const pages = [links, ...file.supplements.map(({ content }) => content.links ?? {})].flatMap((each) => Object.values(each));
  return pages.some(({ capture }) => capture === what) ? { kind: "page", target: what } : undefined;
}

/** The criteria that a visit was about, or that it was about the whole. */
export const whereOf = ({ criteria }: { criteria: readonly string[] }): readonly string[] => (criteria.length > 0 ? criteria : [ofWhole]);

/** Where something was seen, as it is said. */
export const whereWords = (criterion: string): string => (criterion === ofWhole ? "about the whole" : criterion);

/** What a thing is called, without a word of what is in it. */
export const kindWords: Record<LockKind, string> = {
  file: "a file",
  page: "a web page as it was kept",
  answer: "the words of an answer",
  supplement: "the words of what was added since",
  visit: "what was written of a conversation or a visit",
};
