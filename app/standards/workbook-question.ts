/** One criterion of a workbook: what is asked, the four levels, and room to write. It begins a page of its own. */
import { colours, measure, page } from "~/platform/paper/drawing";
import { lined } from "~/platform/paper/lined";
import { logo } from "~/platform/paper/logo";
import { posts } from "~/platform/paper/posts";
import type { SetText } from "~/platform/paper/set-text";
import type { WorkbookQuestion } from "./workbook";
import { checkBox, ruled } from "./workbook-pieces";
import type { WorkbookWords } from "./workbook-words";

type Margin = [number, number, number, number];
const above = (space: number): Margin => [0, space, 0, 0];
const half = (measure - 16) / 2;

/** Blocks that are never split, so that no heading ends a page without what it is about. */
export function questionPages(question: WorkbookQuestion, total: number, words: WorkbookWords, set: SetText): object[] {
  const room = roomFor(question);
  return [
    { ...together(heading(question, total, words, set)), pageBreak: "before" },
    levels(question, words, set),
    together([prompt(question.ask, words.sentence, set), ...ruled(room)], 8),
    ...lastTogether([
      [prompt(words.show, words.evidence(question.evidence.what, question.evidence.kinds), set), ...ruled(Math.min(room, 2))],
      ...(question.naReasons.length > 0 ? [doesNotApply(question.naReasons, words, set)] : []),
      [prompt(words.plan, words.optional, set), ...ruled(1)],
    ]),
  ];
}

/** Four lines to write on, and fewer where much is asked, so that a question keeps to its page where it can. */
function roomFor({ statement, why, good, levels, evidence, naReasons }: WorkbookQuestion): number {
  const printed = [statement, `${why}${evidence.lightest}`, good, evidence.what, ...naReasons, ...levels.flatMap(({ words, tests = [] }) => words ?? ["", ...tests])];
  const rows = printed.reduce((sum, text) => sum + Math.ceil(text.length / 85), 0) + (naReasons.length > 0 ? 3 : 0);
  return rows > 26 ? 1 : rows > 20 ? 2 : rows > 18 ? 3 : 4;
}

const together = (stack: object[], space = 0) => ({ unbreakable: true, stack, margin: above(space) });
/** The last two share a block, so that the last has no page to itself. */
function lastTogether(blocks: object[][]) {
  const [before = [], last = []] = blocks.slice(-2);
  return [...blocks.slice(0, -2).map((each) => together(each, 8)), together([...before, { stack: last, margin: above(8) }], 8)];
}
const ticked = (text: object[]) => ({ columnGap: 6, columns: [checkBox(), { text }] });
const prompt = (asked: string, hint: string, set: SetText) => ({ text: [...set.strong(`${asked}  `), ...set.plain(hint).map((run) => ({ ...run, color: colours.stone }))] });

function heading(
  { id, section, place, title, statement, mustHave: must, weight, why, good, evidence, onlyIf }: WorkbookQuestion,
  total: number,
  words: WorkbookWords,
  set: SetText,
): object[] {
  const part = (name: string, text: string) => ({ width: half, stack: [{ text: set.strong(name), color: colours.yew }, { text: set.plain(text) }] });
  return [
    { columns: [logoHere(), { text: set.plain(`${section}  ·  ${words.place(place, total)}`), color: colours.stone, alignment: "right", margin: above(4) }] },
    {
      margin: above(10),
      columns: [
        {
          color: colours.stone,
          text: [...set.strong(`${id}   `), ...(must ? set.strong(`${words.mustHave}   `).map((run) => ({ ...run, color: colours.bracken })) : []), ...set.plain(weight)],
        },
        { width: 176, ...ticked(set.plain(words.finished)) },
      ],
    },
    { text: set.display(title), fontSize: 20, color: colours.yew, lineHeight: 0.95, margin: [0, 5, 0, 3] },
    { text: set.plain(statement), fontSize: 11.5, margin: [0, 0, 0, 6] },
    ...(onlyIf ? [{ text: set.strong(words.applies(onlyIf)), color: colours.bracken, margin: [0, 0, 0, 6] }] : []),
    { columnGap: 16, fontSize: 9.2, margin: [0, 0, 0, 6], columns: [part(words.why, why), part(words.smallest, evidence.lightest)] },
    { fontSize: 9.2, stack: [{ text: set.strong(words.good), color: colours.yew }, { text: set.plain(good) }] },
  ];
}

/** The logo where the page begins: each of these pages begins with it. */
const logoHere = () => ({ width: 100, stack: [logo({ x: page.margin, y: 44 }, 92)] });

function levels(question: WorkbookQuestion, words: WorkbookWords, set: SetText) {
  const row = (level: WorkbookQuestion["levels"][number]) => [checkBox(), posts(level.level), { text: set.strong(level.name) }, { stack: takes(level, words, set) }];
  const asked = { ...prompt(words.which, words.tickOne, set), colSpan: 4 };
  return {
    margin: above(10),
    fontSize: 9.2,
    lineHeight: 1.1,
    table: { headerRows: 1, keepWithHeaderRows: 1, dontBreakRows: true, widths: [13, 36, 62, "*"], body: [[asked, {}, {}, {}], ...question.levels.map(row)] },
    layout: lined,
  };
}

/** What a level takes: a sentence, or the tests that must all hold. */
function takes(level: WorkbookQuestion["levels"][number], words: WorkbookWords, set: SetText): object[] {
  if (level.words !== undefined) return [{ text: set.plain(level.words) }];
  const lead = level.level === 2 ? words.allOf : words.metAndAllOf;
  return [{ text: set.plain(lead) }, ...level.tests.map((test) => ({ columnGap: 5, columns: [{ text: "•", width: 6 }, { text: set.plain(test) }] }))];
}

function doesNotApply(reasons: string[], words: WorkbookWords, set: SetText): object[] {
  return [prompt(words.doesNotApply, words.tickWhy, set), ...reasons.map((reason) => ({ ...ticked(set.plain(reason)), margin: above(4) })), ...ruled(1)];
}
