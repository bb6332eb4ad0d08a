/** The workbook as a document for Word and for screen readers: headings that are headings, and boxes that grow with what is typed. */
import { Document, Footer, Packer, PageNumber, Paragraph, type Table, TextRun } from "docx";
import { colours } from "~/platform/paper/drawing";
import { locales } from "~/platform/words";
import type { FirstQuestion, Workbook, WorkbookQuestion } from "./workbook";
import { bullet, heading, paragraph, room, table, tick } from "./workbook-word-pieces.server";
import { type WorkbookWords, workbookWords } from "./workbook-words";

type Block = Paragraph | Table;

/** The bytes of a .docx: the same words as the workbook on paper. `address` is where the same questions are. */
export function workbookForWord(book: Workbook, { address, issuer }: { address: string; issuer: string }): Promise<Buffer> {
  const { title, version, purpose, sections, first, total, language } = book;
  const words = workbookWords(language);
  const blocks: Block[] = [
    ...front(book, address, words),
    heading(words.first, 1, true),
    paragraph(words.firstLead),
    ...first.flatMap(firstQuestion),
    ...sections.flatMap((section) => [heading(`${section.id} ${section.title}`, 1, true), ...section.questions.flatMap((question) => asked(question, total, words))]),
  ];
  const document = new Document({
    title: words.title(title, version),
    description: purpose,
    creator: issuer,
    lastModifiedBy: issuer,
    styles: { default: looks(locales[language]) },
    sections: [{ footers: { default: foot(title, version, words) }, children: blocks }],
  });
  return Packer.toBuffer(document);
}

const yew = colours.yew.slice(1);
const headingLook = (size: number, before: number) => ({
  run: { font: "Georgia", size: size * 2, bold: true, color: yew },
  paragraph: { spacing: { before: before * 20, after: 80 } },
});
const looks = (language: string) => ({
  document: { run: { font: "Arial", size: 22, language: { value: language } } },
  title: headingLook(30, 0),
  heading1: headingLook(20, 12),
  heading2: headingLook(15, 18),
  heading3: headingLook(12, 10),
});

function front({ title, version, purpose, publishedOn, total, mustHaves, sections, first, checked }: Workbook, address: string, words: WorkbookWords): Block[] {
  return [
    new Paragraph({ style: "Title", text: words.title(title, version) }),
    paragraph(words.published(version, publishedOn), { quiet: true }),
    ...(checked ? [] : [paragraph(words.draft, { strong: true })]),
    paragraph(purpose),
    heading(words.how, 1),
    ...words.steps(total, mustHaves).map(bullet),
    paragraph(words.online(address)),
    heading(words.contents, 1),
    bullet(`${words.first}: ${words.questions(first.length)}`),
    ...sections.map((section) => bullet(`${section.id} ${section.title}: ${words.questions(section.questions.length)}`)),
  ];
}

const firstQuestion = ({ label, hint, choices }: FirstQuestion, place: number): Block[] => [
  heading(`${place + 1}. ${label}`, 3),
  ...(hint ? [paragraph(hint, { quiet: true })] : []),
  ...(choices.length === 0 ? [room(24)] : choices.map(tick)),
];

function asked(
  { id, title, place, statement, mustHave: must, weight, onlyIf, why, good, levels, evidence, ask, naReasons }: WorkbookQuestion,
  total: number,
  words: WorkbookWords,
): Block[] {
  return [
    heading(`${id} ${title}`, 2),
    paragraph([words.place(place, total), ...(must ? [words.mustHave] : []), weight].join(" · "), { quiet: true }),
    paragraph(statement, { strong: true }),
    ...(onlyIf ? [paragraph(words.applies(onlyIf))] : []),
    heading(words.why, 3),
    paragraph(why),
    heading(words.good, 3),
    paragraph(good),
    heading(words.which, 3),
    table(
      words.columns,
      levels.map((level) => levelRow(level, words)),
      [12, 20, 68],
    ),
    heading(ask, 3),
    paragraph(words.sentence, { quiet: true }),
    room(110),
    heading(words.show, 3),
    paragraph(words.evidence(evidence.what, evidence.kinds)),
    paragraph(`${words.smallest}: ${evidence.lightest}`),
    room(60),
    ...(naReasons.length > 0 ? [heading(words.doesNotApply, 3), paragraph(words.tickWhy, { quiet: true }), ...naReasons.map(tick), room(40)] : []),
    heading(words.plan, 3),
    paragraph(words.optional, { quiet: true }),
    room(40),
    tick(words.finished),
  ];
}

function levelRow(level: WorkbookQuestion["levels"][number], words: WorkbookWords): Paragraph[][] {
  const takes = level.words !== undefined ? [paragraph(level.words)] : [paragraph(level.level === 2 ? words.allOf : words.metAndAllOf), ...level.tests.map(bullet)];
  return [[paragraph("☐")], [paragraph(level.name, { strong: true })], takes];
}

/** The sentence on pages, with Word's own numbers in its places. */
const numbers = ({ page }: WorkbookWords) =>
  page("{current}", "{pages}")
    .split(/(\{\w+\})/)
    .map((piece) => ({ "{current}": PageNumber.CURRENT, "{pages}": PageNumber.TOTAL_PAGES })[piece] ?? piece);

const foot = (title: string, version: string, words: WorkbookWords) =>
  new Footer({
    children: [
      new Paragraph({
        children: [new TextRun({ size: 17, children: [`${words.footer(title, version)} `, ...numbers(words)] })],
      }),
    ],
  });
