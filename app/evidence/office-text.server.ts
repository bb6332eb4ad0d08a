import { strFromU8, unzipSync } from "fflate";
import type { FindingKind } from "./personal-data";

/** `written`: without what a file says about itself. */
export type InsideText = { text: string; written: string; hides: FindingKind[] };

/** Unpacked, one part and all parts together: a small archive may hold a very big nothing. */
const mostOfOne = 8 * 1024 * 1024;
const mostOfAll = 24 * 1024 * 1024;
const parts =
  /^(word\/(document|comments|footnotes|endnotes|header\d*|footer\d*)|xl\/(workbook|sharedStrings|comments\d*|worksheets\/sheet\d+)|content|meta|docProps\/(core|custom))\.xml$/;
/** Not the numbers of a spreadsheet's cells: those of words are only places in a list. */
const body = /^(word\/|content|xl\/(sharedStrings|comments))/;

/** The words of a Word, Excel or LibreOffice file, hidden ones too, and what it hides. Undefined when it cannot be unpacked within bounds. */
export function officeText(bytes: Uint8Array): InsideText | undefined {
  let left = mostOfAll;
  const wanted = ({ name, originalSize }: { name: string; originalSize: number }) => {
    if (!parts.test(name) || originalSize > Math.min(mostOfOne, left)) return false;
    left -= originalSize;
    return true;
  };
  try {
    const xml = Object.fromEntries(Object.entries(unzipSync(bytes, { filter: wanted })).map(([name, content]) => [name, strFromU8(content)]));
    const all = Object.values(xml);
    const hides = (Object.keys(signs) as (keyof typeof signs)[]).filter((kind) => all.some((each) => signs[kind].test(each)));
    const comments = Object.keys(xml).some((name) => /comments\d*\.xml$/.test(name));
    const written = Object.keys(xml).filter((name) => body.test(name));
    return {
      text: all.map(words).join("\n"),
      written: written.map((name) => words(xml[name]!)).join("\n"),
      hides: comments && !hides.includes("comments") ? [...hides, "comments"] : hides,
    };
  } catch {
    return undefined;
  }
}

const signs = {
  hidden_text: /<w:vanish(\s+w:val="(true|1|on)")?\s*\/>|text:display="none"|<text:hidden-text\b/,
  comments: /<w:comment\b|<office:annotation\b/,
  tracked_changes: /<w:(ins|del|moveFrom)\s|<text:tracked-changes\b(?![^>]*\/>)/,
  hidden_sheets: /<sheet\b[^>]*\bstate="(hidden|veryHidden)"|<col\b[^>]*\bhidden="(1|true)"|table:visibility="collapse"|<style:table-properties\b[^>]*table:display="false"/,
} satisfies Partial<Record<FindingKind, RegExp>>;

/** Marks out, words in: the end of a paragraph, a cell or a line keeps them apart, while one number that was cut into pieces is one again. */
const words = (xml: string) =>
  xml
    .replace(/<\/(w:p|w:tc|si|text:p|text:h|row|c|v|table:table-cell|dc:\w+|cp:\w+)>|<(w:tab|w:br|text:tab|text:line-break|text:s)\b[^>]*\/>/g, "\n")
    .replace(/<[^>]*>/g, "")
    .replace(/&#(x?)([0-9a-f]{1,6});/gi, (_, hex: string, code: string) => String.fromCodePoint(Math.min(Number.parseInt(code, hex ? 16 : 10) || 32, 0x10ffff)))
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, "&");
