/** Every criterion with its level, as a shape and as a word, and the reason for it. */
import { levelNames } from "#standards/format";
import { colours, polygon, type Vector } from "./drawing";
import type { Letter } from "./letter";
import type { SetText } from "./set-text";

/** A pdfmake table over as many pages as it takes; its heading is repeated and no row is split. */
export function pointsTable(criteria: Letter["criteria"], set: SetText) {
  const heading = [{ text: set.strong("Point"), colSpan: 2 }, {}, { text: set.strong("Level"), colSpan: 2 }, {}, { text: set.strong("Why") }];
  const row = ({ id, title, must_have, level, reason }: Letter["criteria"][number]) => [
    { text: set.plain(id), color: colours.stone },
    { stack: [{ text: set.strong(title) }, ...(must_have ? [{ text: "Must-have", fontSize: 8, color: colours.bracken }] : [])] },
    level === null ? { text: "" } : posts(level),
    { text: level === null ? "Does not apply" : (levelNames[level] ?? "") },
    { text: set.plain(reason) },
  ];
  return {
    fontSize: 9,
    lineHeight: 1.1,
    table: { headerRows: 1, dontBreakRows: true, widths: [44, 130, 36, 64, "*"], body: [heading, ...criteria.map(row)] },
    layout: lined,
  };
}

const lined = {
  hLineWidth: (row: number) => (row === 0 ? 0 : 0.6),
  vLineWidth: () => 0,
  hLineColor: () => colours.rush,
  paddingLeft: () => 0,
  paddingRight: () => 8,
  paddingTop: () => 4,
  paddingBottom: () => 3,
};

/** Three posts, filled up to the level: the shape says it, and the word beside it says it again. */
function posts(level: number) {
  const post = (place: number): Vector => {
    const [left, right] = [place * 10 + 1, place * 10 + 6.4];
    return { ...polygon([left, 4.2, right, 1.9, right, 10.4, left, 10.4], place < level ? colours.yew : colours.white), lineColor: colours.yew, lineWidth: 0.8 };
  };
  return { canvas: [0, 1, 2].map(post) };
}
