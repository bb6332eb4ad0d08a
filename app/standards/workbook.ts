/** The questions of a version on paper: what they say, whatever they are printed with. */

import type { Fact } from "#standards/facts-format";
import type { Standard } from "#standards/format";
import type { Language } from "~/platform/words";
import { describeRule } from "./rule-words";
import { versionPage } from "./version-page";
import { standardsWords } from "./words/standards-words";

export type Workbook = ReturnType<typeof workbookOf>;
export type WorkbookQuestion = Workbook["sections"][number]["questions"][number];
export type FirstQuestion = Workbook["first"][number];

/** The language a standard and the facts are in, and whether a translator has checked it. */
type Said = { language: Language; checked: boolean };

/** A version as a workbook: the first questions, which decide what is asked, then every criterion in reading order with its place among all of them. */
export function workbookOf(standard: Standard, facts: readonly Fact[], { language, checked }: Said = { language: "en", checked: true }) {
  const labels = Object.fromEntries(facts.map(({ key, label }) => [key, label]));
  const { key, code, version, title, purpose, sections } = versionPage(standard, labels, language);
  const order = sections.flatMap(({ criteria }) => criteria.map(({ id }) => id));
  const onlyIf = new Map(standard.criteria.map(({ id, applies }) => [id, applies === "always" ? undefined : describeRule(applies, labels, language)]));
  return {
    language,
    checked,
    key,
    code,
    version,
    title,
    purpose,
    publishedOn: standard.published_on,
    total: order.length,
    mustHaves: standard.criteria.filter(({ must_have }) => must_have).length,
    first: facts.filter(({ tailoring }) => tailoring).map((each) => firstQuestion(each, language)),
    sections: sections.map(({ id, title, criteria }) => ({
      id,
      title,
      questions: criteria.map((each) => ({ ...each, section: `${id} ${title}`, place: order.indexOf(each.id) + 1, onlyIf: onlyIf.get(each.id) })),
    })),
  };
}

/** Boxes to tick where there are choices; a line to write on where there are none. */
function firstQuestion({ label, hint, type, options }: Fact, language: Language) {
  const t = standardsWords(language);
  const choices = type === "yes_no" ? [t("workbook.yes"), t("workbook.no")] : (options ?? []).map(({ label }) => label);
  return { label, hint, choices };
}
