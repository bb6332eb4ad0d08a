import type { Answer } from "./answer";
import type { Carried } from "./carried";
import type { Offered } from "./core-topic";
import type { Passed } from "./last-time";
import type { NewIn } from "./new-in-version";
import type { Places } from "./older-answers";
import type { HeldAward } from "./questions";
import type { ShownCriterion } from "./shown-criterion";
import type { FileNames, Have } from "./survey/from-survey";

/** One question as its pages show it: what crosses to the browser, and nothing of the people around it. */
export type ShownQuestion = {
  assessmentId: string;
  criterion: ShownCriterion;
  section: string;
  place: number;
  of: number;
  previous: string | undefined;
  next: string | undefined;
  answer: Answer;
  privateNote: string;
  /** What it still asks, having come from elsewhere; `places` are the assessments in which the answers it was made from were given, by the version named in `from`; whether its standard is about sessions; from last time, who sent it and what has passed. */
  carried: { asks: Carried; sessions: boolean; places: Places; sentBy: string | undefined; passed: Passed[] } | undefined;
  /** While it is empty: what the group said to another question about the same. */
  offer: Offered | undefined;
  /** It is new to its people in this version. */
  newIn: NewIn | undefined;
  version: number;
  lastSaved: { at: string; by: string } | undefined;
  files: FileNames;
  /** What the group has stored already and can show here too. */
  have: readonly Have[];
  /** Awards of others that count for this question. */
  awards: readonly HeldAward[];
};
