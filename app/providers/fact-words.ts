/** A sentence beside the field, for each thing that can be wrong with a fact. */
import type { Fact } from "#standards/facts-format";
import type { Language } from "~/platform/words";
import type { FactFault } from "./fact-value";
import { exampleFor } from "./number-forms";
import { providerWords } from "./words/provider-words";

/** The sentence beside the field of one fact, which comes in the same language. Names the fact, so that it can stand in a summary too. */
export function factFaultWords(fact: Fact, why: FactFault, language: Language = "en"): string {
  const t = providerWords(language);
  const { key, type, label, min = "", max = "", min_length: least = "", max_length: most } = fact;
  switch (why) {
    case "unknown_fact":
    case "not_yours_to_state":
      return t("fault.not_asked", { label });
    case "missing":
      return t(type === "choice" || type === "yes_no" ? "fault.choose" : "fault.write", { label });
    case "wrong_kind":
      return type === "whole_number" || type === "decimal" ? t("fault.no_number", { label, example: fact.min ?? 1 }) : t("fault.unreadable", { label });
    case "too_long":
      return most ? t("fault.too_long", { label, most }) : t("fault.line_too_long", { label });
    case "too_many_lines":
      return t(key === "how_to_refer" ? "fault.more_than_3_lines" : "fault.lines", { label });
    case "not_in_form":
      return t("fault.not_in_form", { label, example: exampleFor(key, language) });
    default:
      return t(`fault.${why}`, { label, min, max, least });
  }
}
