import type { Criterion, Standard } from "#standards/format";
import type { CriterionTranslation, Translation } from "#standards/translation-format";

/**
 * A version in another language: the same shape, ids, numbers, rules and order, other texts. Everything that shows a standard shows this one too.
 * What a translation leaves out stays as it is in the original.
 * An answer keeps the reason why a criterion does not apply in the words of the original: a form shows `na_reasons` of this one, and keeps those of that one, place by place.
 */
export function translated(standard: Standard, translation: Translation): Standard {
  const { title, purpose, sections, criteria } = translation;
  return {
    ...standard,
    title,
    purpose,
    sections: standard.sections.map((section) => ({ ...section, title: sections[section.id] ?? section.title })),
    criteria: standard.criteria.map((criterion) => inOtherWords(criterion, criteria[criterion.id])),
  };
}

/** Whether somebody who translates for a living has read all of it. */
export const isChecked = ({ checked, criteria }: Translation) => checked !== false && Object.values(criteria).every((each) => each.checked !== false);

function inOtherWords(criterion: Criterion, said: CriterionTranslation | undefined): Criterion {
  if (!said) return criterion;
  const { title, statement, why, good, ask, levels, evidence, na_reasons } = said;
  return {
    ...criterion,
    ...{ title, statement, why, good, ask },
    levels: {
      not_yet: levels.not_yet,
      developing: levels.developing,
      met: { tests: each(criterion.levels.met.tests, levels.met.tests) },
      leading: { tests: each(criterion.levels.leading.tests, levels.leading.tests) },
    },
    evidence: { ...criterion.evidence, ...evidence },
    na_reasons: each(criterion.na_reasons, na_reasons),
  };
}

/** As many as the original has: ratings count by place. */
const each = (original: string[], said: string[]) => original.map((words, at) => said[at] ?? words);
