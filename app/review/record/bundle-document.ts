/** The record of a case as a document for pdfmake, as many pages as it needs. Plain data but for header and footer, which must be told the page. */
import { archival } from "~/platform/paper/archival";
import { colours, page } from "~/platform/paper/drawing";
import type { Faces } from "~/platform/paper/fit";
import { textSetter } from "~/platform/paper/set-text";
import { dayOfMoment } from "~/ui/dates";
import type { Bundle } from "./bundle";
import { answerPieces, chronology, cover, heading, letterPieces, looksTable, readingsTable, rulesNote, rulesTable, sentFacts } from "./bundle-pieces";

type Margin = [number, number, number, number];
const sides = (top: number): Margin => [page.margin, top, page.margin, 0];

/** `faces`: the typefaces. A word that none of them has is shown as […], and the record says so. */
export function bundleDocument(bundle: Bundle, { issuer, faces }: { issuer: string; faces: Faces }) {
  const set = textSetter(faces);
  const { number, provider } = bundle;
  const content = [
    ...cover(bundle, issuer, set),
    ...heading("1. How a case moves", set, "before"),
    rulesNote(bundle.states, set),
    rulesTable(bundle.rules, set),
    ...heading("2. What the group sent", set, "before"),
    ...sentFacts(bundle, set),
    ...bundle.answers.flatMap((answer) => answerPieces(answer, set)),
    ...heading("3. What happened", set, "before"),
    ...bundle.days.flatMap((day) => chronology(day, set)),
    ...heading("4. What the two readers said", set, "before"),
    ...(bundle.readings ? [readingsTable(bundle.readings, set)] : [{ text: set.plain("It is being rated: until that is over nobody but the readers themselves sees how.") }]),
    ...heading("5. What was decided, and the letter", set, "before"),
    ...letterPieces(bundle.letters, set),
    ...heading("6. Who looked", set, "before"),
    ...looksTable(bundle.looks, set),
  ];
  const note = set.leftOut()
    ? [{ text: set.plain(`A word that our typefaces do not have is shown as ${set.sign}. The page on the web has it.`), color: colours.stone, margin: [0, 10, 0, 0] }]
    : [];
  return {
    ...archival({ day: dayOfMoment(bundle.asked.at), language: "en-GB", title: `Record of case ${number}: ${provider.name}`, author: issuer, keywords: number }),
    pageMargins: [page.margin, 58, page.margin, 56] as Margin,
    defaultStyle: { font: "Atkinson", fontSize: 9.5, color: colours.peat, lineHeight: 1.15 },
    content: [...content, ...note],
    header: (current: number) => (current === 1 ? null : { margin: sides(30), fontSize: 8.5, color: colours.stone, text: set.plain(`Record of case ${number}: ${provider.name}`) }),
    footer: (current: number, pages: number) => ({
      margin: sides(14),
      fontSize: 8.5,
      color: colours.stone,
      columns: [
        { text: set.plain(current === 1 ? `This record has ${pages} pages. Confidential.` : `${number}. Confidential.`), width: "*" },
        { text: `Page ${current} of ${pages}`, width: 90, alignment: "right" as const },
      ],
    }),
  };
}
