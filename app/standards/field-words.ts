import type { Criterion } from "#standards/format";
import { type Field, partOf } from "./fields";
import { describeRule } from "./rule-words";
import { evidenceWords, mustHave, weightWords } from "./words";

/** What a part of a criterion is called on a page. */
export const fieldNames: Record<Field, string> = {
  section: "Section",
  title: "Title",
  statement: "Statement",
  must_have: "Must-have",
  weight: "Weight",
  applies: "Asked",
  na_reasons: "Reasons why it may not apply",
  why: "Why it matters",
  source: "Where it comes from",
  good: "What good looks like",
  not_yet: "Not yet",
  developing: "Developing",
  met: "Met",
  leading: "Leading",
  evidence: "Evidence",
  ask: "Question",
  facts: "Facts shown beside it",
  core_topic: "Topic",
};

/** What a text that is compared is called: a part of a criterion, or of the rules of the standard. */
export const pieceName = (field: Field | "scoring" | "gate"): string => (field === "scoring" ? "Rules" : field === "gate" ? "Who may take it" : fieldNames[field]);

/** A part of a criterion as text, a line for each thing in a list. */
export function fieldWords(criterion: Criterion, field: Field, labels: Record<string, string>): string {
  const { levels, evidence, source } = criterion;
  if (field === "must_have") return criterion.must_have ? mustHave : "No must-have";
  if (field === "weight") return weightWords[criterion.weight] ?? "";
  if (field === "applies") return describeRule(criterion.applies, labels);
  if (field === "met" || field === "leading") return levels[field].tests.join("\n");
  if (field === "evidence") return [evidence.what, evidence.lightest, evidence.kinds.map((kind) => evidenceWords[kind]).join(", ")].join("\n");
  if (field === "source") return [source.quote ?? "", ...source.references].join("\n");
  const value = partOf(criterion, field);
  return Array.isArray(value) ? value.join("\n") : String(value ?? "");
}
