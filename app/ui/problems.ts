import type { Language } from "~/platform/words";
import { uiWords } from "./words/ui-words";

/** A page that says what went wrong, what became of what was sent, and what to do next. */
export type Problem = { title: string; what: string; next: string };

/** The words for an HTTP status. Statuses without words of their own get those of their family. */
export function problemOf(status: number, language: Language = "en"): Problem {
  const t = uiWords(language);
  const own = known.find((each) => each === String(status)) ?? (status >= 400 && status < 500 ? "refused" : "broken");
  return { title: t(`problem.${own}.title`), what: t(`problem.${own}.what`), next: t(`problem.${own}.next`) };
}

const known = ["403", "404", "405", "409", "413", "429", "503"] as const;
