import type { Tone } from "~/ui/tag";
import { reasonWords } from "../refusal-words";
import type { PointFault } from "./answer-given";
import type { Ground, Seat } from "./appeal";
import type { AppealRefusal, AppealState } from "./appeal-moves";
import type { SeatFault } from "./panel-choice";

/** What the scheme's own people read of an appeal. */
export const appealStateWords: Record<AppealState, string> = {
  drafting: "Being written",
  sent: "Waiting for a moderator",
  taken: "With a moderator",
  answered: "Answered: the group may go on to the panel",
  with_panel: "Panel to be named, or to declare",
  deliberating: "With the panel",
  closed: "Closed",
  withdrawn: "Taken back",
};

export const appealStateTones: Record<AppealState, Tone> = {
  drafting: "quiet",
  sent: "ask",
  taken: "ask",
  answered: "quiet",
  with_panel: "ask",
  deliberating: "ask",
  closed: "good",
  withdrawn: "stop",
};

export const groundWords: Record<Ground, string> = {
  facts_wrong: "Facts were wrong",
  evidence_overlooked: "Evidence was overlooked",
  process: "We did not follow our own steps",
  conflict: "Conflict of interest, or unfair",
};

export const seatWords: Record<Seat, string> = {
  voluntary_sector: "From the voluntary sector",
  gp_or_link_worker: "A GP or link worker",
  lay: "A lay person",
};

/** When a move is refused. Each says what to do, or who can. */
export const appealRefusalWords: Record<AppealRefusal, string> = {
  wrong_state: "The appeal has moved on since you opened this page. Nothing was changed.",
  wrong_role: "This is for somebody else in this appeal.",
  of_provider: "You belong to this group, or did in the last 24 months, so somebody else must do this.",
  involved: "You had a part in what is appealed against, so somebody else must do this.",
  judged: "You gave the first answer, so somebody else must do this.",
  not_declared: "Say first whether you have a conflict of interest.",
  appealable: "There is nothing here to appeal against.",
  in_time: "The last day for this has passed.",
  time_over: "The group may still go on to the panel.",
  every_ground: "The appeal is not complete.",
  every_point: "Every point needs an answer and a reason.",
  case_decided: "The case is being decided anew. Levels can be changed once that is done.",
  right_seats: "The panel needs three people who may sit on it.",
  all_declared: "All three must first say that they have no conflict of interest.",
  written_down: "Nothing is written down that you could confirm. Write down what you have come to.",
  two_of_three: "All three must have spoken, and two of them agree.",
  reason_missing: "Write a reason",
};

export const seatFaultWords: Record<SeatFault, string> = {
  nobody: "Choose somebody for this seat",
  not_panel: "Choose somebody who may sit on panels",
  of_provider: "This person belongs to the group, or did in the last 24 months. Choose somebody else",
  involved: "This person had a part in what is appealed against. Choose somebody else",
  judged: "This person gave the first answer. Choose somebody else",
  conflict: "This person declared a conflict of interest in this appeal. Choose somebody else",
  twice: "One person cannot have two seats",
  no_change: "These three are the panel already. Choose somebody else for one seat, or go back",
};

/** Beside a field of an answer. */
export const pointFaultWords: Record<PointFault, string> = { ...reasonWords, no_choice: "Choose one" };
