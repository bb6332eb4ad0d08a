import type { Day } from "~/platform/calendar";
import type { Language } from "~/platform/words";
import { formatDay } from "~/ui/dates";
import { standardsWords } from "./words/standards-words";

export type WorkbookWords = ReturnType<typeof workbookWords>;

/** The sentences of a workbook that belong to no criterion. */
export function workbookWords(language: Language) {
  const t = standardsWords(language);
  return {
    kind: t("workbook.kind"),
    title: (title: string, version: string) => t("workbook.title", { title, version }),
    published: (version: string, day: Day) => t("workbook.published", { version, on: formatDay(day, language) }),
    how: t("workbook.how"),
    steps: (total: number, must: number) => [t("workbook.step.count", { total, must }), t("workbook.step.begin"), t("workbook.step.each"), t("workbook.step.no_names")],
    draft: t("workbook.draft"),
    online: (address: string) => t("workbook.online", { address }),
    contents: t("workbook.contents"),
    questions: (count: number) => t("workbook.questions", { count }),
    first: t("workbook.first"),
    firstLead: t("workbook.first_lead"),
    place: (place: number, total: number) => t("workbook.place", { place, total }),
    mustHave: t("must_have"),
    why: t("criterion.why"),
    good: t("criterion.good"),
    smallest: t("workbook.smallest"),
    which: t("workbook.which"),
    tickOne: t("workbook.tick_a_level"),
    columns: [t("workbook.column.tick"), t("workbook.column.level"), t("workbook.column.means")],
    allOf: t("criterion.all_of"),
    metAndAllOf: t("criterion.met_and_all_of"),
    sentence: t("workbook.sentence"),
    show: t("workbook.show"),
    evidence: (what: string, kinds: string[]) => t("workbook.evidence", { what, kinds: kinds.reduce((one, other) => t("criterion.either", { one, other })) }),
    doesNotApply: t("workbook.does_not_apply"),
    tickWhy: t("workbook.tick_why"),
    plan: t("workbook.plan"),
    optional: t("workbook.optional"),
    finished: t("workbook.finished"),
    applies: (rule: string) => t("workbook.applies", { rule }),
    footer: (title: string, version: string) => t("workbook.footer", { title, version }),
    page: (current: string | number, pages: string | number) => t("workbook.page", { current, pages }),
  };
}
