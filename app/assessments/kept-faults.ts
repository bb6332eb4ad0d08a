import type { z } from "zod";
import type { Language } from "~/platform/words";
import { askingWords } from "./asking/words/asking-words";
import { mostAllowed, numberIn } from "./missing-words";

/** What cannot even be kept in a draft, in a sentence, with the length that may be sent, not the greater one that is kept, so that nobody reads two numbers for one field: goes to `safeParse` of anything in `answer.ts`. */
export const keptFaults = (language: Language): z.core.ParseContext<z.core.$ZodIssue> => ({ error: (issue) => keptFault(issue, language) });

function keptFault({ code, path = [], ...issue }: z.core.$ZodRawIssue, language: Language): string {
  const t = askingWords(language);
  const field = path.at(-1);
  if (field === "level") return t("missing.level");
  if (code !== "too_big") return t("missing.again");
  if (field === "evidence") return t("refused.full");
  if (field === "when" || field === "date") return t("kept.date");
  return t(field === "link" ? "kept.link" : "kept.too_long", { most: numberIn(mostAllowed(path) ?? Number(issue.maximum), language) });
}
