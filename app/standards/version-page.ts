import type { Criterion, Standard } from "#standards/format";
import type { Language } from "~/platform/words";
import { describeRule } from "./rule-words";
import { evidenceWordsIn, levelNamesIn, scoringWords, weightWordsIn } from "./words";

/** One criterion as a public page says it. */
export type CriterionText = ReturnType<typeof criterionText>;

/** A version as a public page says it: sections in order with their criteria, every rule in words. `labels` name the facts; what is not the standard's own text is in `language`. */
export function versionPage(standard: Standard, labels: Record<string, string>, language: Language = "en") {
  const { key, code, version, title, purpose, gate, effective_from, sections, criteria } = standard;
  const texts = criteria.map((each) => ({ section: each.section, text: criterionText(each, labels, language) }));
  return {
    key,
    code,
    version,
    title,
    purpose,
    effectiveFrom: effective_from,
    offered: describeRule(gate, labels, language),
    scoring: scoringWords(standard, language),
    sections: sections.map(({ id, title }) => ({ id, title, criteria: texts.filter(({ section }) => section === id).map(({ text }) => text) })),
  };
}

function criterionText(
  { id, title, statement, must_have, weight, applies, na_reasons, why, source, good, levels, evidence, ask }: Criterion,
  labels: Record<string, string>,
  language: Language,
) {
  const names = levelNamesIn(language);
  const kinds = evidenceWordsIn(language);
  return {
    id,
    title,
    statement,
    mustHave: must_have,
    weight: weightWordsIn(language)[weight] ?? "",
    asked: describeRule(applies, labels, language),
    naReasons: na_reasons,
    why,
    source,
    good,
    levels: [
      { level: 0 as const, name: names[0] ?? "", words: levels.not_yet },
      { level: 1 as const, name: names[1] ?? "", words: levels.developing },
      { level: 2 as const, name: names[2] ?? "", tests: levels.met.tests },
      { level: 3 as const, name: names[3] ?? "", tests: levels.leading.tests },
    ],
    evidence: { what: evidence.what, lightest: evidence.lightest, kinds: evidence.kinds.map((kind) => kinds[kind]) },
    ask,
  };
}
