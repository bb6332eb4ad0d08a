/** What a workbook for Word is made of. With `workbook-word.server.ts` the only files that know the docx library. */
import { BorderStyle, HeadingLevel, HeightRule, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from "docx";
import { colours } from "~/platform/paper/drawing";

const hex = (colour: string) => colour.slice(1);
const rush = { style: BorderStyle.SINGLE, size: 6, color: hex(colours.stone) };
const framed = { top: rush, bottom: rush, left: rush, right: rush };
/** Twentieths of a point, as Word counts. */
const points = (count: number) => count * 20;
const wide = { size: 100, type: WidthType.PERCENTAGE };
const inside = { top: points(3), bottom: points(3), left: points(5), right: points(5) };

/** A real heading, of which Word makes its list of contents. It stays with what follows. */
export const heading = (text: string, depth: 1 | 2 | 3, newPage = false) =>
  new Paragraph({ heading: [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3][depth - 1], text, keepNext: true, pageBreakBefore: newPage });

export const paragraph = (text: string, { strong = false, quiet = false }: { strong?: boolean; quiet?: boolean } = {}) =>
  new Paragraph({ spacing: { after: points(6) }, children: [new TextRun({ text, bold: strong, color: quiet ? hex(colours.stone) : undefined })] });

export const bullet = (text: string) => new Paragraph({ text, bullet: { level: 0 } });
export const tick = (text: string) => new Paragraph({ spacing: { after: points(3) }, children: [new TextRun({ text: `☐ ${text}` })] });

/** A box to write in: a table of one cell, at least so many points tall, which grows with what is typed. */
export const room = (height: number) =>
  new Table({
    width: wide,
    rows: [
      new TableRow({
        cantSplit: true,
        height: { value: points(height), rule: HeightRule.ATLEAST },
        children: [new TableCell({ borders: framed, margins: inside, children: [new Paragraph("")] })],
      }),
    ],
  });

/** A table with a heading row that is repeated on every page. */
export const table = (headings: string[], rows: Paragraph[][][], widths: number[]) =>
  new Table({
    width: wide,
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: headings.map((text, at) => cell([paragraph(text, { strong: true })], widths[at])) }),
      ...rows.map((cells) => new TableRow({ cantSplit: true, children: cells.map((children, at) => cell(children, widths[at])) })),
    ],
  });

const cell = (children: Paragraph[], percent = 0) => new TableCell({ width: { size: percent, type: WidthType.PERCENTAGE }, borders: framed, margins: inside, children });
