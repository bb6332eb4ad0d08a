/** What a page answers a refusal with: 409 where the case has moved on, 403 where it is for somebody else, 400 where what was sent was not right. */
export function refusalStatus(why: string): 400 | 403 | 409 {
  if (conflicts.includes(why)) return 409;
  return forbidden.includes(why) ? 403 : 400;
}

const conflicts = [
  "wrong_state",
  "being_read",
  "room_for_one",
  "in_time",
  "already_decided",
  "readers_changed",
  "nothing_to_settle_here",
  "third_given",
  "talk_open",
  "objected",
  "tie_waits",
  "talk_over",
  "ratings_missing",
  "differences_open",
  "incomplete",
  "invalid_na",
  "not_offered",
  "na_over_cap",
  "mark_suspended",
  "cannot_be_printed",
];
const forbidden = ["wrong_role", "of_provider", "tied", "rated", "settled", "judged", "not_declared"];
