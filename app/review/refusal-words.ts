import type { Refusal } from "~/assessments/workflow";
import { type RatingFault, reasonBounds } from "./rating";
import type { ReaderFault } from "./reader-choice";

/** What a page says when a move is refused. Each says what to do, or who can. */
export const refusalWords: Record<Refusal, string> = {
  wrong_state: "The case has moved on since you opened this page. Nothing was changed.",
  wrong_role: "This is for somebody with another part in the case.",
  of_provider: "You belong to this group, so somebody else must do this.",
  tied: "You have, or had not long ago, a tie to this group that bars you. Nothing was changed. Leave it to somebody else with your role: they see it on their own desk.",
  rated: "You rated this case, so somebody else must do this.",
  settled: "You settled a difference in this case, so somebody else must decide it.",
  judged: "You took the decision that was appealed against, or answer the appeal, so somebody else must decide this.",
  not_declared: "Say first whether you have a conflict of interest.",
  tie_waits: "A tie to this group was told. A moderator first allows it in writing, or chooses another reader.",
  objected: "The group has objected to who reads this case. A moderator answers that first.",
  complete: "The self-assessment is not complete.",
  declaration_made: "Every statement of the declaration must be ticked.",
  two_readers: "A case needs two readers who may read it.",
  both_declared: "Both readers must first say that they have no conflict of interest.",
  all_rated: "Not everything has been rated yet.",
  own_rated: "Not everything that is yours has been rated yet.",
  recommended: "Both readers have still to say that they are done.",
  differences: "There are no differences to settle.",
  no_differences: "There are differences to settle first.",
  nothing_to_settle: "There are differences to settle first.",
  untouched: "Something was changed since.",
  reader_to_leave: "Both readers may read this case.",
  objection_upheld: "No objection to a reader was upheld.",
  talk_open: "There is nothing to talk over here any more: you have agreed, or a moderator settles it now.",
  talk_over: "The two readers may still talk this over. It is yours when their five working days are over.",
  talk_to_end: "The readers may still talk it over.",
  nobody_awaited: "The group has still to answer the questions it was sent.",
  answers_read: "The group has answered. Its answers are still to be read.",
  report_to_check: "The group has seen the draft report already.",
  report_checked: "The group still has the draft report to check. It comes to you when that is done.",
  remarks_written: "Nothing has been written yet.",
  claims_over_cap: "No claims are waiting for a moderator.",
  claims_in_order: "So much was accepted as not applying that a moderator must confirm it first.",
  criteria_named: "Choose at least one criterion to look at again.",
  not_deferred_before: "The decision was put off before, and that happens once.",
  deferral_answered: "Nothing has been written yet.",
  in_time: "The last day for this has passed.",
  time_over: "The group may still answer.",
  appeal_changes: "No appeal has changed a level.",
  not_reopened: "It was decided, and an appeal has opened it again: it cannot be taken back.",
  reason_missing: "Write a reason",
};

const long = reasonBounds.most.toLocaleString("en-GB");

/** Beside the field of a reason. */
export const reasonWords = {
  reason_missing: "Write your reason",
  reason_short: `Write at least ${reasonBounds.least} characters: what you saw, and what follows from it`,
  reason_long: `Write no more than ${long} characters`,
} as const;

export const ratingWords: Record<RatingFault, string> = {
  ...reasonWords,
  unknown_test: "One of the tests you ticked is not in this version of the standard",
  not_claimed: "The group did not say that this does not apply to them. Choose a level",
};

export const readerFaultWords: Record<ReaderFault, string> = {
  nobody: "Choose a reader",
  not_an_assessor: "Choose somebody who is an assessor",
  reader_of_provider: "This person belongs to the group. Choose somebody else",
  was_of_provider: "This person belonged to the group within the last 24 months. Choose somebody else",
  has_tie: "This person has told us of a tie to the group that bars them. Choose somebody else",
  swap: "People of this group have read a case of this person’s own organisation within 12 months. Choose somebody else",
  assessed_twice: "This person was the assessor of this group’s last two cases. Choose somebody else",
  assessed_again: "This person was the assessor when the group sent this and when it sent it again. Choose somebody else",
  declared_conflict: "This person declared a conflict of interest in this case. Choose somebody else",
  objected_to: "The group objected to this person, and a moderator agreed. Choose somebody else",
  same_person: "The two readers must be different people",
  no_change: "These two are the readers already. Choose somebody else for one part, or go back",
};

/** When two moderators chose readers at once: to the later of them. */
export const readersChangedWords = "Somebody else has chosen readers since you opened this page. Nothing was changed. See who reads now, then choose again if you still want to";

/** When an award is not judged. */
export const evidenceWords = (why: Refusal | keyof typeof reasonWords | "award_expired"): string =>
  why === "award_expired"
    ? "This award is out of date, so it cannot be accepted"
    : why in reasonWords
      ? reasonWords[why as keyof typeof reasonWords]
      : refusalWords[why as Refusal];
