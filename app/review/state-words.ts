import type { CaseState } from "~/assessments/workflow";
import type { Tone } from "~/ui/tag";
import type { CaseMoveName } from "./standing";

/** Where a case stands, in words. */
export const stateWords: Record<CaseState, string> = {
  waiting: "Waiting for readers",
  declaring: "Readers to declare",
  assessing: "Being read",
  moderating: "Differences to settle",
  deciding: "Ready to decide",
  deferred: "Put off: the group may answer",
  decided: "Decided",
  withdrawn: "Taken back",
};

export const stateTones: Record<CaseState, Tone> = {
  waiting: "ask",
  declaring: "ask",
  assessing: "quiet",
  moderating: "ask",
  deciding: "ask",
  deferred: "quiet",
  decided: "good",
  withdrawn: "stop",
};

/** A move that was made, as the case's history says it: "Moira Keane chose the readers". Without a person it stands alone. */
export const historyWords: Record<CaseMoveName, string> = {
  assign: "chose the readers",
  declare: "said whether they have a conflict of interest",
  lose_reader: "A reader now belongs to the group, and reads this case no longer",
  begin: "Both readers have declared that they have no conflict of interest: reading began",
  step_aside: "stepped aside",
  rate: "rated a criterion",
  differ: "Both readers were done: there are differences to settle",
  agree: "Both readers were done: nothing to settle",
  talk_level: "proposed a level to the other reader",
  end_talk: "The readers’ five working days to talk it over were up: a moderator settles",
  settle: "settled a difference",
  settled: "Every difference was settled",
  decide: "decided",
  defer: "put the decision off",
  add: "added to an answer",
  resume: "sent what was missing",
  lapse: "Nothing was sent in time: it is decided on what is there",
  close: "took the submission back",
};
