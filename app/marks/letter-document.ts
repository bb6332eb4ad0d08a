/** The decision letter as a document for pdfmake, as many pages as it needs. Plain data but for the footer, which must be told the page. */

import { colours, page } from "~/platform/paper/drawing";
import type { Faces } from "~/platform/paper/fit";
import { logo } from "~/platform/paper/logo";
import { type SetText, textSetter } from "~/platform/paper/set-text";
import type { Letter } from "./letter";
import { below, dates, draft, praise, sheets, step, task, top } from "./letter-pieces";
import { pointsTable } from "./letter-table";
import { appealWords, metWords, wordsFor } from "./letter-words";
import { markWords } from "./words/mark-words";

/** `contact`: how to reach us, in words, such as "help@waymark.example or 01632 960100". */
export type LetterPrinting = { issuer: string; contact?: string; faces: Faces };

/** A character that no typeface of ours has never stops a letter: its word is left out, and the letter says so. */
export function letterDocument(letter: Letter, { issuer, contact, faces }: LetterPrinting) {
  const set = textSetter(faces);
  const { language, provider } = letter;
  const t = markWords(language);
  const { headline, opening, todo } = wordsFor(letter);
  const tasks = letter.todo.map((each) => task(each, language, set));
  const steps = letter.next.map((each) => step(each, language, set));
  const appeal = appealWords(letter, contact).map((paragraph) => ({ text: set.plain(paragraph), margin: below(6) }));
  const looked = letter.looked.map((sentence) => ({ text: set.plain(sentence), margin: below(4) }));
  const signature = { margin: [0, 6, 0, 0], stack: [{ text: set.strong(t("letter.paper.for", { issuer })) }, { text: set.plain(letter.decidedBy), color: colours.stone }] };
  const content = [
    logo({ x: page.margin, y: 46 }, 112),
    top(letter, set),
    ...draft(language, set),
    { text: set.plain(t("letter.paper.dear", { provider })), margin: below(8) },
    { text: set.display(headline), fontSize: 20, color: colours.yew, lineHeight: 0.95, margin: [0, 0, 40, 5] },
    ...opening.map((paragraph) => ({ text: set.plain(paragraph), margin: below(6) })),
    ...(letter.dates.length > 0 ? [dates(letter, set)] : []),
    ...section(t("letter.paper.stood_out"), praise(letter, set), set),
    ...section(todo, tasks, set),
    ...section(t("letter.next.heading"), steps, set),
    { unbreakable: true, stack: [...section(t("letter.appeal.heading"), appeal, set), signature] },
    ...section(t("letter.looked"), looked, set),
    { text: set.display(t("letter.points.heading")), fontSize: 17, color: colours.yew, lineHeight: 0.95, pageBreak: "before", margin: below(3) },
    { text: set.plain(metWords(letter)), color: colours.stone, margin: below(6) },
    pointsTable(letter, set),
  ];
  return sheets({ ...letter, title: t("letter.paper.title", { provider }) }, content, { issuer, set });
}

/** A heading with what belongs under it; neither when there is nothing under it. The heading stays with the first of it. */
function section(heading: string, [first, ...rest]: object[], set: SetText): object[] {
  if (!first) return [];
  const title = { text: set.display(heading), fontSize: 13.5, color: colours.yew, lineHeight: 0.95, margin: [0, 11, 0, 3] };
  return [{ unbreakable: true, stack: [title, first] }, ...rest];
}
