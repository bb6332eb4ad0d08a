import type { Refusal } from "./workflow";

const words = {
  wrong_state: "This has been sent or given up, so it cannot be changed any more. Nothing was changed",
  wrong_role: "Only somebody who may send things for your group can do this. Ask them",
  declaration_made: "Tick every statement, or leave this for later",
  complete: "Some answers are not finished yet. Finish them first",
  scope_missing: "Choose at least one activity or service that this covers",
  scope_unknown: "Choose from the activities or services on your list",
  not_offered: "This standard is not for what your group does, by your answers to the first questions",
  already_sent: "This has been sent already, for other activities. See what was sent",
  not_asked: "This question is not asked of your group any more, by your answers to the first questions",
  unknown_file: "We do not have the file you want to show. Choose it again",
  unknown_award: "This award is not on your list any more, or does not count here. Look at your evidence library",
  too_many: "You show five things already, which is the most. Remove one first",
  moved: "The list has changed since you opened the page. Here is how it stands now",
  no_such_standard: "There is no such standard",
  no_such_section: "There are no questions for your group in this section any more. Here is how things stand now",
  not_in_group: "This person is not in your group any more. Choose somebody else",
  untouched: "You have changed an answer since you moved, so you cannot go back. Your older answers can still be read",
  newest_already: "Your answers are under the newest version already",
  draft_there: "You have a draft of the newest version already. Send it or give it up first",
  not_moved: "These answers were not moved from an older version, so there is nothing to go back to",
  past_sunset: "This version can no longer be sent. Move your answers to the newest version, and send those",
  nothing_to_carry: "There are no answers of yours to carry over",
};
/** Every way a command of this folder can refuse. Those of the move table that are only about cases have no sentence of their own: nothing here can meet them. */
type Why = keyof typeof words | Refusal;

/** What a page says when something is refused, and what to do. */
export const refusalWords = (why: Why): string => (why in words ? words[why as keyof typeof words] : "This cannot be done now. Nothing was changed");

/** 409: it has moved on. 403: somebody else may. 422: what was sent was not right. */
export function refusalStatus(why: Why): 403 | 409 | 422 {
  if (why === "wrong_state" || why === "already_sent" || why === "moved" || why === "draft_there" || why === "untouched") return 409;
  return why === "wrong_role" ? 403 : 422;
}
