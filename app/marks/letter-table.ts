/** Every criterion with its level, as a shape and as a word, and the reason for it. */
import { colours } from "~/platform/paper/drawing";
import { lined } from "~/platform/paper/lined";
import { posts } from "~/platform/paper/posts";
import type { SetText } from "~/platform/paper/set-text";
import type { Letter } from "./letter";
import { pointLevel } from "./letter-words";
import { markWords } from "./words/mark-words";

/** A pdfmake table over as many pages as it takes; its heading is repeated and no row is split. */
export function pointsTable({ criteria, language }: Letter, set: SetText) {
  const t = markWords(language);
  const heading = [
    { text: set.strong(t("letter.points.point")), colSpan: 2 },
    {},
    { text: set.strong(t("letter.points.level")), colSpan: 2 },
    {},
    { text: set.strong(t("letter.points.why")) },
  ];
  const row = ({ id, title, must_have, level, reason }: Letter["criteria"][number]) => [
    { text: set.plain(id), color: colours.stone },
    { stack: [{ text: set.strong(title) }, ...(must_have ? [{ text: t("letter.points.must_have"), fontSize: 8, color: colours.bracken }] : [])] },
    level === null ? { text: "" } : posts(level),
    { text: pointLevel(level, language) },
    { text: set.plain(reason) },
  ];
  return {
    fontSize: 9,
    lineHeight: 1.1,
    table: { headerRows: 1, dontBreakRows: true, widths: [44, 130, 36, 64, "*"], body: [heading, ...criteria.map(row)] },
    layout: lined,
  };
}
