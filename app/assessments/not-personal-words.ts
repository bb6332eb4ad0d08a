import type { Language } from "~/platform/words";
import { askingWords } from "./asking/words/asking-words";
import { type NotTaken, reasonBounds } from "./not-personal";
import { refusalStatus, refusalWords } from "./refusal-words";
import type { Refusal } from "./workflow";

type Why = NotTaken | Refusal;
const own: readonly string[] = ["changed_meanwhile", "nothing_there", "never", "reason_short", "reason_long"] satisfies NotTaken[];
const isOwn = (why: Why): why is NotTaken => own.includes(why);

/** Why it was not taken, and what to do. */
export function notPersonalWords(why: Why, language: Language): string {
  if (!isOwn(why)) return refusalWords(why, language);
  return askingWords(language)(`not_personal.refused.${why}`, { least: String(reasonBounds.least), most: String(reasonBounds.most) });
}
export const notPersonalStatus = (why: Why) => (why === "changed_meanwhile" || why === "nothing_there" ? 409 : isOwn(why) ? 422 : refusalStatus(why));
