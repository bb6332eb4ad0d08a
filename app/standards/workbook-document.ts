/** The workbook as a document for pdfmake. Plain data but for the footer, which must be told the page. */
import { archival } from "~/platform/paper/archival";
import { colours, page } from "~/platform/paper/drawing";
import type { Faces } from "~/platform/paper/fit";
import { textSetter } from "~/platform/paper/set-text";
import type { Workbook } from "./workbook";
import { cover, firstQuestions } from "./workbook-cover";
import { questionPages } from "./workbook-question";
import { workbookWords } from "./workbook-words";

type Margin = [number, number, number, number];
/** `address`: where the same questions are, in full. */
export type WorkbookPrinting = { address: string; issuer: string; faces: Faces };

/** Every criterion begins a page. A word that no typeface of ours has is shown as […]; the page on the web has it. */
export function workbookDocument(book: Workbook, { address, issuer, faces }: WorkbookPrinting) {
  const set = textSetter(faces);
  const words = workbookWords(book.language);
  const { title, version, publishedOn, total, sections, first, purpose } = book;
  return {
    ...archival({
      day: publishedOn,
      language: book.language === "cy" ? "cy-GB" : "en-GB",
      title: words.title(title, version),
      author: issuer,
      subject: purpose,
      keywords: `${book.key} ${version}`,
    }),
    pageMargins: [page.margin, 46, page.margin, 44] as Margin,
    defaultStyle: { font: "Atkinson", fontSize: 10, color: colours.peat, lineHeight: 1.15 },
    content: [
      ...cover(book, address, words, set),
      ...firstQuestions(first, words, set),
      ...sections.flatMap(({ questions }) => questions.flatMap((question) => questionPages(question, total, words, set))),
    ],
    footer: (current: number, pages: number) => ({
      margin: [page.margin, 14, page.margin, 0] as Margin,
      fontSize: 8.5,
      color: colours.stone,
      columns: [
        { text: set.plain(words.footer(title, version)), width: "*" },
        { text: words.page(current, pages), width: 70, alignment: "right" as const },
      ],
    }),
  };
}
