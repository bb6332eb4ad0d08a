import type { DraftMoveName, DraftRefusal, DraftState } from "./moves";
import { criterionIn } from "./version-files";

export const stateWords: Record<DraftState, { words: string; tone: "ask" | "good" | "stop" | "quiet" }> = {
  draft: { words: "Being written", tone: "ask" },
  consultation: { words: "In consultation", tone: "ask" },
  published: { words: "Published", tone: "good" },
  discarded: { words: "Given up", tone: "quiet" },
};

/** What is in the way of a move, as a sentence. */
export const draftRefusalWords: Record<DraftRefusal, string> = {
  wrong_state: "This can no longer be done: the draft is not where it was. Somebody may have been quicker.",
  wrote: "You wrote part of it, so another editor publishes it.",
  faultless: "There is still something to put right first, or nothing is different yet.",
  day_ahead: "Give your readers at least 7 days, and at most a year.",
  heard: "Its readers are asked first. It can be published on the day after the consultation has ended.",
  newest_base: "A newer version was published since this draft was begun. Move it onto that one first.",
};

/** What somebody did, in the history. */
export const editWords = (name: string, path: string | null): string => did[name] ?? `wrote ${path === null ? "" : fileWords(path)}`;
const did: Record<string, string> = {
  started: "began the draft",
  consulted: "opened the consultation",
  reopened: "took it back to be written again",
  published: "published it",
  discarded: "gave it up",
  moved: "moved it onto a newer version",
};

/** A file of a version, as a person calls it. */
export function fileWords(path: string): string {
  if (path === "standard.yaml") return "the standard as a whole";
  if (path === "changes.yaml") return "the list of changes";
  return criterionIn(path) ?? path;
}

export const buttonWords: Record<Exclude<DraftMoveName, "write">, string> = {
  consult: "Ask the readers until this day",
  reopen: "Take it back to be written again",
  publish: "Publish it for ever",
  discard: "Give this draft up",
};

export const withdrawalWords = {
  already_proposed: "Somebody proposed it already.",
  not_proposed: "Nobody has proposed it, or it is done already.",
  own_proposal: "You proposed it, so another editor confirms it.",
  reason_missing: "Say why, in a sentence. Everybody can read it.",
} as const;

/** Why a draft was not moved onto the newest version. */
export const ontoWords = {
  wrong_state: "Not moved: it can only be moved while it is being written. Take it back first.",
  up_to_date: "It begins from the newest version already.",
  changed_meanwhile: "Not moved: the draft or the newest version changed meanwhile. This is how they stand now.",
  number_taken: "Not moved: another draft has the number it would get. Publish that one, or give it up, first.",
  undecided: "Choose which one to take",
} as const;
