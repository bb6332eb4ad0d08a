import type { Criterion } from "#standards/format";
import type { Language } from "~/platform/words";
import { type Field, partOf } from "./fields";
import { describeRule } from "./rule-words";
import type { Telling } from "./telling";
import { evidenceWordsIn, mustHaveIn, weightWordsIn } from "./words";
import { standardsWords } from "./words/standards-words";

/** What a text that is compared is called: a part of a criterion, or of the rules of the standard. */
export const pieceName = (field: Field | "scoring" | "gate", language: Language): string => standardsWords(language)(`part.${field}`);

/** A part of a criterion as text, a line for each thing in a list. `criterion` is what it says in the language of the telling. */
export function fieldWords(criterion: Criterion, field: Field, { labels, language }: Omit<Telling, "of">): string {
  const { levels, evidence, source } = criterion;
  if (field === "must_have") return criterion.must_have ? mustHaveIn(language) : standardsWords(language)("no_must_have");
  if (field === "weight") return weightWordsIn(language)[criterion.weight] ?? "";
  if (field === "applies") return describeRule(criterion.applies, labels, language);
  if (field === "met" || field === "leading") return levels[field].tests.join("\n");
  if (field === "evidence") return [evidence.what, evidence.lightest, evidence.kinds.map((kind) => evidenceWordsIn(language)[kind]).join(", ")].join("\n");
  if (field === "source") return [source.quote ?? "", ...source.references].join("\n");
  const value = partOf(criterion, field);
  return Array.isArray(value) ? value.join("\n") : String(value ?? "");
}
