import type { Answered } from "./appeal-file";
import type { ShownAnswer } from "./own-appeal";

/** An answer with who gave it, who confirmed it, and what was said against it. */
export const shownAnswer = ({ outcome, byName, at, content, voices }: Answered): ShownAnswer => ({
  outcome,
  by: byName,
  at: at.toISOString(),
  content,
  agree: voices.filter(({ agrees }) => agrees).map(({ name }) => name),
  dissent: voices.filter(({ agrees }) => !agrees).map(({ name, words }) => ({ name, words })),
});
