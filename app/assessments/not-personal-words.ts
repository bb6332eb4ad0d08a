import { type NotTaken, reasonBounds } from "./not-personal";
import { refusalStatus, refusalWords } from "./refusal-words";
import type { Refusal } from "./workflow";

type Why = NotTaken | Refusal;

const words: Record<NotTaken, string> = {
  changed_meanwhile: "The answer was changed meanwhile. Read it again, as it stands now",
  nothing_there: "Nothing there looks like details of a person any more",
  never: "The number of a certificate can never be sent. Take it out",
  reason_short: `Say in at least ${reasonBounds.least} characters what it is instead`,
  reason_long: `Say it in ${reasonBounds.most} characters or fewer`,
};
const isOwn = (why: Why): why is NotTaken => why in words;

/** Why it was not taken, and what to do. */
export const notPersonalWords = (why: Why): string => (isOwn(why) ? words[why] : refusalWords(why));
export const notPersonalStatus = (why: Why) => (why === "changed_meanwhile" || why === "nothing_there" ? 409 : isOwn(why) ? 422 : refusalStatus(why));
