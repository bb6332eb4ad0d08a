/** The report behind a decision as a document for pdfmake, as many pages as it needs. */
import { colours, page } from "~/platform/paper/drawing";
import type { Faces } from "~/platform/paper/fit";
import { logo } from "~/platform/paper/logo";
import { posts } from "~/platform/paper/posts";
import { type SetText, textSetter } from "~/platform/paper/set-text";
import { formatDay } from "~/ui/dates";
import { below, draft, sheets, top } from "./letter-pieces";
import { pointLevel } from "./letter-words";
import type { Report, ReportPoint } from "./report";
import { markWords } from "./words/mark-words";

/** A character that no typeface of ours has never stops a report: its word is left out, and the report says so. */
export function reportDocument(report: Report, { issuer, faces }: { issuer: string; faces: Faces }) {
  const set = textSetter(faces);
  const { language, provider, standard, outcome, date, looked, sections } = report;
  const t = markWords(language);
  const heading = (text: string) => ({ text: set.display(text), fontSize: 13.5, color: colours.yew, lineHeight: 0.95, margin: [0, 11, 0, 5] });
  const content = [
    logo({ x: page.margin, y: 46 }, 112),
    top(report, set),
    ...draft(language, set),
    { text: set.display(t("report.h1")), fontSize: 20, color: colours.yew, lineHeight: 0.95, margin: below(5) },
    { text: set.strong(t("report.version", { standard: standard.title, version: standard.version })), margin: below(2) },
    { text: [...set.plain(`${t("report.decided")}: `), ...set.strong(t(`letter.outcome.${outcome}.headline`))], margin: below(6) },
    { text: set.plain(t("report.lead")), margin: below(6) },
    { text: set.plain(t("report.letter", { day: formatDay(date, language) })), margin: below(2) },
    ...sections.flatMap(({ title, points: [first, ...rest] }) => [
      { unbreakable: true, stack: [heading(title), ...(first ? [pointOnPaper(first, report, set)] : [])] },
      ...rest.map((point) => ({ unbreakable: true, stack: [pointOnPaper(point, report, set)] })),
    ]),
    ...(looked.length > 0 ? [{ unbreakable: true, stack: [heading(t("letter.looked")), ...looked.map((sentence) => ({ text: set.plain(sentence), margin: below(4) }))] }] : []),
  ];
  return sheets({ ...report, title: t("report.paper_title", { provider }) }, content, { issuer, set });
}

/** One point: its level as a shape and as a word, and everything there is to say about it. */
function pointOnPaper({ id, title, must_have, level, reason, remarks, enough }: ReportPoint, { language }: Report, set: SetText) {
  const t = markWords(language);
  return {
    margin: below(8),
    columns: [
      { text: set.strong(id), width: 52, color: colours.yew },
      {
        stack: [
          { text: [...set.strong(title), ...set.plain(must_have ? ` (${t("letter.points.must_have")})` : "")] },
          { columnGap: 6, columns: [...(level === null ? [] : [{ ...posts(level), width: 30 }]), { text: set.plain(pointLevel(level, language)), width: "*" }] },
          ...(reason === "" ? [] : [{ text: set.plain(reason) }]),
          ...remarks.map(({ words, changed }) => ({
            margin: [8, 3, 0, 3],
            stack: [
              { text: set.strong(t("report.you_said")), fontSize: 9 },
              { text: set.plain(words) },
              { text: set.plain(t(changed ? "report.changed" : "report.stayed")), color: colours.stone },
            ],
          })),
          ...(enough === null ? [] : [{ text: [...set.strong(`${t("letter.enough")} `), ...set.plain(enough)], color: colours.stone }]),
        ],
      },
    ],
  };
}
