/** The first pages of a workbook: what it is, how to use it, and the questions that decide which of the others are asked. */
import { landscape } from "~/platform/paper/contours";
import { colours, measure, page } from "~/platform/paper/drawing";
import { logo } from "~/platform/paper/logo";
import type { SetText } from "~/platform/paper/set-text";
import type { FirstQuestion, Workbook } from "./workbook";
import { checkBox, line, wholeLine } from "./workbook-pieces";
import type { WorkbookWords } from "./workbook-words";

/** How far down the cover's landscape reaches. */
const horizon = page.height / 2;

/** The cover takes half a page; how to use the book and what is in it take the other half. `address` is where the same questions are. */
export function cover(book: Workbook, address: string, words: WorkbookWords, set: SetText): object[] {
  const { title, version, purpose, publishedOn, code } = book;
  return [
    { absolutePosition: { x: 0, y: 0 }, canvas: [...landscape(`${code} ${version}`), ...ground] },
    logo({ x: page.margin, y: 46 }, 124),
    { text: set.strong(words.kind), color: colours.stone, fontSize: 11, margin: [0, 96, 0, 2] },
    { text: set.display(title), fontSize: 34, color: colours.yew, lineHeight: 0.95, margin: [0, 0, 130, 6] },
    { text: set.plain(words.published(version, publishedOn)), fontSize: 11, color: colours.stone, margin: [0, 0, 0, 10] },
    { text: set.plain(purpose), fontSize: 11.5, margin: [0, 0, 150, 0] },
    { absolutePosition: { x: page.margin, y: horizon + 26 }, columns: [{ width: measure, stack: [...howTo(book, address, words, set), ...contents(book, words, set)] }] },
  ];
}

const ground = [
  { type: "rect" as const, x: 0, y: horizon, w: page.width, h: page.height - horizon, color: colours.white },
  { type: "rect" as const, x: 0, y: horizon, w: page.width, h: 4, color: colours.gorse },
];

function howTo({ total, mustHaves, checked }: Workbook, address: string, words: WorkbookWords, set: SetText): object[] {
  return [
    { text: set.display(words.how), fontSize: 15, color: colours.yew, lineHeight: 0.95, margin: [0, 0, 0, 5] },
    ...(checked ? [] : [{ text: set.strong(words.draft), margin: [0, 0, 0, 5] }]),
    ...words.steps(total, mustHaves).map((step) => ({ text: set.plain(step), margin: [0, 0, 0, 5] })),
    { text: set.plain(words.online(address)), margin: [0, 0, 0, 12] },
  ];
}

function contents({ first, sections }: Workbook, words: WorkbookWords, set: SetText): object[] {
  const row = (name: string, count: number) => ({
    margin: [0, 0, 0, 2],
    columns: [
      { text: set.plain(name), width: 250 },
      { text: words.questions(count), color: colours.stone },
    ],
  });
  return [
    { text: set.display(words.contents), fontSize: 15, color: colours.yew, lineHeight: 0.95, margin: [0, 0, 0, 5] },
    row(words.first, first.length),
    ...sections.map(({ id, title, questions }) => row(`${id} ${title}`, questions.length)),
  ];
}

/** The first questions, none of them split over two pages. */
export function firstQuestions(first: FirstQuestion[], words: WorkbookWords, set: SetText): object[] {
  return [
    { text: set.display(words.first), fontSize: 22, color: colours.yew, lineHeight: 0.95, pageBreak: "before", margin: [0, 0, 0, 4] },
    { text: set.plain(words.firstLead), color: colours.stone, margin: [0, 0, 0, 4] },
    ...first.map((each, place) => ({
      unbreakable: true,
      margin: [0, 7, 0, 0],
      stack: [
        { text: [...set.strong(`${place + 1}. ${each.label}`), ...set.plain(each.hint ? `  ${each.hint}` : "")] },
        ...(each.choices.length === 0 ? [wholeLine()] : [inColumns(each.choices, set)]),
        { ...line(measure), margin: [0, 6, 0, 0] },
      ],
    })),
  ];
}

/** Two short choices stand beside each other; more stand in two columns. */
function inColumns(choices: string[], set: SetText) {
  const box = (choice: string) => ({ margin: [0, 3, 0, 0], columnGap: 6, columns: [checkBox(), { text: set.plain(choice) }] });
  const half = Math.ceil(choices.length / 2);
  return { columnGap: 12, columns: [{ stack: choices.slice(0, half).map(box) }, { stack: choices.slice(half).map(box) }] };
}
