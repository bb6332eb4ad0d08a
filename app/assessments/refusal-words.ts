import type { Language, MessageKey } from "~/platform/words";
import { askingWords } from "./asking/words/asking-words";
import en from "./asking/words/en.json";
import type { Refusal } from "./workflow";

type Said = Exclude<MessageKey<typeof en.refused>, "other">;
/** Every way a command of this folder can refuse. Those of the move table that are only about cases have no sentence of their own: nothing here can meet them. */
type Why = Exclude<Said, "full"> | "too_many" | Refusal;

/** What a page says when something is refused, and what to do. */
export function refusalWords(why: Why, language: Language): string {
  // A name that ends in "many" would be the form of a plural.
  const name = why === "too_many" ? "full" : why;
  return askingWords(language)(isSaid(name) ? `refused.${name}` : "refused.other");
}
const isSaid = (name: string): name is Said => name in en.refused;

/** 409: it has moved on. 403: somebody else may. 422: what was sent was not right. */
export function refusalStatus(why: Why): 403 | 409 | 422 {
  if (why === "wrong_state" || why === "already_sent" || why === "moved" || why === "draft_there" || why === "untouched") return 409;
  return why === "wrong_role" ? 403 : 422;
}
