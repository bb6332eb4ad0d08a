/** The questions of a version on paper: what they say, whatever they are printed with. */

import type { Fact } from "#standards/facts-format";
import type { Standard } from "#standards/format";
import { describeRule } from "./rule-words";
import { versionPage } from "./version-page";

export type Workbook = ReturnType<typeof workbookOf>;
export type WorkbookQuestion = Workbook["sections"][number]["questions"][number];
export type FirstQuestion = Workbook["first"][number];

/** A version as a workbook: the first questions, which decide what is asked, then every criterion in reading order with its place among all of them. */
export function workbookOf(standard: Standard, facts: readonly Fact[]) {
  const labels = Object.fromEntries(facts.map(({ key, label }) => [key, label]));
  const { key, code, version, title, purpose, sections } = versionPage(standard, labels);
  const order = sections.flatMap(({ criteria }) => criteria.map(({ id }) => id));
  const onlyIf = new Map(standard.criteria.map(({ id, applies }) => [id, applies === "always" ? undefined : describeRule(applies, labels)]));
  return {
    key,
    code,
    version,
    title,
    purpose,
    publishedOn: standard.published_on,
    total: order.length,
    mustHaves: standard.criteria.filter(({ must_have }) => must_have).length,
    first: facts.filter(({ tailoring }) => tailoring).map(firstQuestion),
    sections: sections.map(({ id, title, criteria }) => ({
      id,
      title,
      questions: criteria.map((each) => ({ ...each, section: `${id} ${title}`, place: order.indexOf(each.id) + 1, onlyIf: onlyIf.get(each.id) })),
    })),
  };
}

/** Boxes to tick where there are choices; a line to write on where there are none. */
function firstQuestion({ label, hint, type, options }: Fact) {
  const choices = type === "yes_no" ? ["Yes", "No"] : (options ?? []).map(({ label }) => label);
  return { label, hint, choices };
}
