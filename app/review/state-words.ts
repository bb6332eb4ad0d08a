import type { CaseState } from "~/assessments/workflow";
import type { Tone } from "~/ui/tag";
import type { CaseMoveName } from "./standing";

/** Where a case stands, in words. */
export const stateWords: Record<CaseState, string> = {
  waiting: "Waiting for readers",
  declaring: "Readers to declare",
  assessing: "Being read",
  moderating: "Differences to settle",
  checking: "Draft report with the group",
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
  checking: "quiet",
  deciding: "ask",
  deferred: "quiet",
  decided: "good",
  withdrawn: "stop",
};

/** A move that was made, as the case's history says it: "Moira Keane chose the readers". Without a person it stands alone. */
export const historyWords: Record<CaseMoveName, string> = {
  assign: "chose the readers",
  declare: "said whether they have a conflict of interest",
  lose_reader: "A reader now belongs to the group or has another tie to it, and reads this case no longer",
  let_go: "agreed with the group’s objection: somebody else reads",
  begin: "Both readers have declared that they have no conflict of interest: reading began",
  step_aside: "stepped aside",
  rate: "rated a criterion",
  recommend: "said that what they rated may go on",
  differ: "Both readers were done: there are differences to settle",
  agree: "Both readers were done: nothing to settle",
  talk_level: "proposed a level to the other reader",
  end_talk: "The readers’ five working days to talk it over were up: a moderator settles",
  settle: "settled a difference",
  rate_third: "rated a difference as a third reader",
  settled: "Every difference was settled",
  confirm_claims: "confirmed that so much does not apply",
  refuse_claims: "asked the readers to rate what was claimed not to apply",
  send_report: "The draft report went to the group, to say what is wrong in it",
  note: "noted something in the draft report",
  confirm: "found the draft report right",
  remark: "said what is wrong in the draft report: its readers look at that again",
  let_stand: "The group’s ten working days to check the draft report were up",
  send_back: "sent the case back to its readers",
  decide: "decided",
  defer: "put the decision off",
  add: "added to an answer",
  resume: "sent what was missing",
  lapse: "Nothing was sent in time: it is decided on what is there",
  reopen: "An appeal has changed levels: it is decided anew",
  close: "took the submission back",
};
