import type { MarkStatus } from "~/marks/mark";
import type { Language } from "~/platform/words";
import type { Clock } from "~/review/clocks";
import type { ConcernState, StepName } from "./concern-moves";

/** One thing that was done about a concern. `whom`: the agency that was told, or the group that it is about. */
export type ConcernStep = { id: string; step: StepName; words: string; whom: string | null; named: boolean; by: string; at: string };

/** A concern as a moderator may see it. `provider`: the name of the group; empty where nothing is known. */
export type ConcernDesk = {
  id: string;
  reference: string;
  provider: string;
  groupKnown: boolean;
  code: string | null;
  groupTyped: string;
  seenAt: string;
  words: string;
  found: string[];
  name: string;
  contact: string;
  byMail: boolean;
  mayName: boolean;
  language: Language;
  sentAt: string;
  state: ConcernState;
  safeguarding: boolean;
  clocks: Clock[];
  marks: { code: string; standard: string; status: MarkStatus }[];
  steps: ConcernStep[];
  open: StepName[];
};

/** A line of a list of concerns. */
export type ConcernRow = { id: string; reference: string; provider: string; sentAt: string; state: ConcernState; clocks: Clock[] };
