import type { EvidenceShown } from "./show-evidence.server";
import type { Started } from "./start.server";
import type { Submitted } from "./submit.server";

type Why = Exclude<Extract<Submitted, { ok: false }>["why"] | Extract<EvidenceShown, { ok: false }>["why"] | Extract<Started, { ok: false }>["why"], "complete">;
/** Moves of a case; no command here can be refused for them. */
type OfCases = "of_provider" | "rated" | "settled" | "not_declared" | "two_readers" | "both_declared" | "all_rated" | "differences" | "no_differences" | "nothing_to_settle" | "reason_missing";

const words: Record<Exclude<Why, OfCases>, string> = {
  wrong_state: "This has been sent or given up, so it cannot be changed any more. Nothing was changed",
  wrong_role: "Only somebody who may send things for your group can do this. Ask them",
  declaration_made: "Tick every statement, or leave this for later",
  scope_missing: "Choose at least one activity or service that this covers",
  scope_unknown: "Choose from the activities or services on your list",
  not_offered: "This standard is not for what your group does, by your answers to the first questions",
  already_sent: "This has been sent already, for other activities. See what was sent",
  not_asked: "This question is not asked of your group any more, by your answers to the first questions",
  unknown_file: "We do not have the file you want to show. Choose it again",
  too_many: "You show five things already, which is the most. Remove one first",
  moved: "The list has changed since you opened the page. Here is how it stands now",
  no_such_standard: "There is no such standard",
  nothing_to_carry: "There are no answers of yours to carry over",
};

/** What a page says when something is refused, and what to do. */
export const refusalWords = (why: Why): string => (why in words ? words[why as Exclude<Why, OfCases>] : "This cannot be done now. Nothing was changed");

/** 409: it has moved on. 403: somebody else may. 422: what was sent was not right. */
export function refusalStatus(why: Why): 403 | 409 | 422 {
  if (why === "wrong_state" || why === "already_sent" || why === "moved") return 409;
  return why === "wrong_role" ? 403 : 422;
}
