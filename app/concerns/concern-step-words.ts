import { reasonWords } from "~/review/refusal-words";
import type { Tone } from "~/ui/tag";
import type { ConcernState, MoveName, StepName, StepRefusal } from "./concern-moves";

/** What moderators read of a concern; in English, as their pages are. */
export const stateWords: Record<ConcernState, string> = {
  received: "To be read",
  unsafe: "Unsafe: tell an agency",
  agency_told: "An agency is told, and leads",
  looking: "Being looked into",
  with_group: "With the group’s own complaints",
  upheld: "Closed: upheld",
  not_upheld: "Closed: not upheld",
};

export const stateTones: Record<ConcernState, Tone> = {
  received: "ask",
  unsafe: "stop",
  agency_told: "ask",
  looking: "ask",
  with_group: "ask",
  upheld: "quiet",
  not_upheld: "quiet",
};

/** What can be chosen next, and what it is for. */
export const moveChoices: Record<MoveName, { label: string; hint: string }> = {
  unsafe: { label: "Somebody may be unsafe", hint: "An agency is told today: the council’s adult or children’s team, or the police. We do not look into abuse ourselves." },
  looking: { label: "It is about the standards or a mark", hint: "We look into it." },
  with_group: {
    label: "It is about how a service was, and nobody is unsafe",
    hint: "The group’s own complaints come first. Tell whoever wrote to us how, and that they can come back.",
  },
  tell_agency: { label: "An agency has been told", hint: "Say below which one, whom you spoke to and when, and what they asked of us. They lead from now on." },
  uphold: { label: "Close it: upheld", hint: "It was so. It counts for 24 months when we choose how closely the group’s next case is read." },
  turn_down: { label: "Close it: not upheld", hint: "It was not so, or it could not be shown." },
  set_aside: { label: "It is no concern at all", hint: "An advertisement, or a test. Nobody is written to." },
  reopen: { label: "Open it again", hint: "Something new has come up." },
};

/** What was done, for the history. */
export const stepWords: Record<StepName, string> = {
  unsafe: "Found that somebody may be unsafe",
  looking: "Took it up as about the standards or a mark",
  with_group: "Found it to be about the service",
  tell_agency: "Told an agency",
  uphold: "Closed: upheld",
  turn_down: "Closed: not upheld",
  set_aside: "Set aside as no concern",
  reopen: "Opened again",
  reply: "Wrote to whoever told us",
  tell_group: "Told the group",
  name_group: "Named the group",
  note: "Noted",
};

/** When a step is refused. Each says what to do. */
export const stepRefusalWords: Record<StepRefusal, string> = {
  ...reasonWords,
  wrong_state: "The concern has moved on since you opened this page. Nothing was changed.",
  wrong_role: "This is for a moderator.",
  agency_named: "Say which agency was told",
  agency_long: "Write no more than 200 characters for the agency",
  heard: "Write first to whoever told us: we have promised that they hear from us",
  reachable: "Whoever told us left no way to reach them.",
  group_known: "Say first which group it is about",
  group_found: "There is no such group, or there are several. Type its whole name, or the code of its mark",
  not_allowed: "Whoever told us did not allow us to say who they are",
  names_somebody: "This gives away who told us. Write it without their name, and without how to reach them",
  personal: "This has somebody’s personal details in it, such as a number or a date of birth. Take them out",
};

/** The group that a concern is about, where a list needs a name. */
export const groupWords = (provider: string): string => provider || "A group that is not known yet";
