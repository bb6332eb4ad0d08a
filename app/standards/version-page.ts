import { type Criterion, levelNames, type Standard } from "#standards/format";
import { describeRule } from "./rule-words";
import { evidenceWords, scoringWords, weightWords } from "./words";

/** One criterion as a public page says it. */
export type CriterionText = ReturnType<typeof criterionText>;

/** A version as a public page says it: sections in order with their criteria, every rule in words. `labels` name the facts. */
export function versionPage(standard: Standard, labels: Record<string, string>) {
  const { key, code, version, title, purpose, gate, effective_from, sections, criteria } = standard;
  return {
    key,
    code,
    version,
    title,
    purpose,
    effectiveFrom: effective_from,
    offered: describeRule(gate, labels),
    scoring: scoringWords(standard),
    sections: sections.map(({ id, title }) => ({ id, title, criteria: criteria.filter(({ section }) => section === id).map((each) => criterionText(each, labels)) })),
  };
}

function criterionText({ id, title, statement, must_have, weight, applies, na_reasons, why, source, good, levels, evidence, ask }: Criterion, labels: Record<string, string>) {
  return {
    id,
    title,
    statement,
    mustHave: must_have,
    weight: weightWords[weight] ?? "",
    asked: describeRule(applies, labels),
    naReasons: na_reasons,
    why,
    source,
    good,
    levels: [
      { level: 0 as const, name: levelNames[0], words: levels.not_yet },
      { level: 1 as const, name: levelNames[1], words: levels.developing },
      { level: 2 as const, name: levelNames[2], tests: levels.met.tests },
      { level: 3 as const, name: levelNames[3], tests: levels.leading.tests },
    ],
    evidence: { what: evidence.what, lightest: evidence.lightest, kinds: evidence.kinds.map((kind) => evidenceWords[kind]) },
    ask,
  };
}
