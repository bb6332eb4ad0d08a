import type { Criterion } from "#standards/format";
import type { Answer } from "./answer";
import type { Carried } from "./carried";
import type { FileNames } from "./survey/from-survey";

/** One question as its pages show it: what crosses to the browser, and nothing of the people around it. */
export type ShownQuestion = {
  assessmentId: string;
  criterion: Criterion;
  section: string;
  place: number;
  of: number;
  previous: string | undefined;
  next: string | undefined;
  answer: Answer;
  privateNote: string;
  /** What it still asks, having come from elsewhere; `places` are the older assessments by version, to read the answers it was made from. */
  carried: { asks: Carried; places: Record<string, string> } | undefined;
  version: number;
  lastSaved: { at: string; by: string } | undefined;
  files: FileNames;
};
