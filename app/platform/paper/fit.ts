/**
 * Setting text in lines before anything is drawn: which typeface has the characters, how wide a word is, where a line ends.
 * We break every line ourselves, so what was measured is what is printed. Lengths are points unless said.
 */
import { CannotPrint } from "./cannot-print";
import type { TextRun } from "./drawing";

/** A typeface as far as setting text needs it. `ascent` and `width` are in ems. */
export type Face = { font: string; bold: boolean; ascent: number; has(codePoint: number): boolean; width(text: string): number };

/** The faces we print with: names and headings, running text, emphasis in it, and codes; `others` for scripts that these do not have. */
export type Faces = { display: Face; text: Face; strong: Face; code: Face; others: readonly Face[] };

/** A stretch of text, and the faces it may be set in: for each word the first that has all its characters, or where none has, for each part of it. */
export type Stretch = { text: string; faces: readonly Face[] };

type Run = { text: string; face: Face };
/** `space`: the face of the spaces beside it where its own has none that fits. */
type Word = { runs: Run[]; width: number; space: Face };
export type Line = { runs: Run[]; width: number };

/**
 * Words in lines no wider than `width`, at this size. A word that is wider than a line alone is cut.
 * Throws CannotPrint `no_font` for a character that none of the faces has.
 */
export function breakLines(stretches: readonly Stretch[], size: number, width: number): Line[] {
  return linesOf(wordsOf(stretches), width / size).map((line) => lineOf(line, size));
}

/** As many lines as `breakLines` needs, but of lengths as even as they can be, so that no line is left with one short word. */
export function breakEvenly(stretches: readonly Stretch[], size: number, width: number): Line[] {
  const words = wordsOf(stretches);
  const most = linesOf(words, width / size).length;
  let [low, high] = [Math.min(width, widest(words) * size), width];
  while (high - low > 0.5) {
    const middle = (low + high) / 2;
    if (linesOf(words, middle / size).length <= most) high = middle;
    else low = middle;
  }
  return linesOf(words, high / size).map((line) => lineOf(line, size));
}

/** How wide the longest word is, which no line can be narrower than without cutting it. */
export function widestWord(stretches: readonly Stretch[], size: number): number {
  return widest(wordsOf(stretches)) * size;
}

const widest = (words: readonly Word[]) => Math.max(0, ...words.map((word) => word.width));

/** A line as pdfmake's text, neighbours of one face joined. */
export function textOf(line: Line): TextRun[] {
  return line.runs.map(({ text, face }) => ({ text, font: face.font, bold: face.bold }));
}

/** The first of the faces that has every character of the word, or nothing. */
export function faceFor(word: string, faces: readonly Face[]): Face | undefined {
  return faces.find((face) => [...word].every((character) => face.has(character.codePointAt(0) ?? 0)));
}

/** One spelling for letters with accents, and none of the invisible characters that come along when text is pasted, or turn its direction. */
export function tidy(text: string): string {
  return text
    .normalize("NFC")
    .replace(/\u00AD|[\u200B-\u200F]|[\u202A-\u202E]|\u2060|[\u2066-\u2069]|\uFE0E|\uFE0F|\uFEFF/g, "")
    .replaceAll("\u2011", "-");
}

// Not \s: a no-break space belongs to its word.
const spaces = /([ \t\r\n]+)/;

/** Words with their widths in ems. Where two stretches meet without a space, they share a word. */
function wordsOf(stretches: readonly Stretch[]): Word[] {
  const words: Word[] = [];
  let open: Word | undefined;
  for (const { text, faces } of stretches)
    for (const part of tidy(text).split(spaces)) {
      if (part === "") continue;
      if (spaces.test(part)) {
        open = undefined;
        continue;
      }
      const runs = runsOf(part, faces);
      if (!open) {
        open = { runs: [], width: 0, space: faces[0] ?? runs[0]!.face };
        words.push(open);
      }
      open.runs.push(...runs);
      open.width += runs.reduce((sum, { text, face }) => sum + face.width(text), 0);
    }
  return words;
}

/** One run where one face has it all; otherwise as few as can be, never between a letter and its accent. */
function runsOf(word: string, faces: readonly Face[]): Run[] {
  const whole = faceFor(word, faces);
  if (whole) return [{ text: word, face: whole }];
  const runs: Run[] = [];
  for (const { segment } of letters.segment(word)) {
    const last = runs.at(-1);
    const face = last && faceFor(segment, [last.face]) ? last.face : faceFor(segment, faces);
    if (!face) throw CannotPrint.noFont(word);
    if (last?.face === face) last.text += segment;
    else runs.push({ text: segment, face });
  }
  return runs;
}

const letters = new Intl.Segmenter("en", { granularity: "grapheme" });

/** A typeface of pictures has spaces as wide as a picture. Ems. */
const widestSpace = 0.6;
const spaceBeside = (face: Face, { space }: Word): Face => (face.width(" ") > widestSpace ? space : face);
const spaceBefore = (word: Word) => spaceBeside(word.runs[0]?.face ?? word.space, word).width(" ");

/** `width` in ems, like the words'. */
function linesOf(words: readonly Word[], width: number): Word[][] {
  const lines: Word[][] = [];
  let used = 0;
  for (const word of words.flatMap((word) => (word.width > width ? cut(word, width) : [word]))) {
    const line = lines.at(-1);
    const needed = used + spaceBefore(word) + word.width;
    if (line && needed <= width) {
      line.push(word);
      used = needed;
    } else {
      lines.push([word]);
      used = word.width;
    }
  }
  return lines;
}

/** Spaces go to the word before them; runs of one face that follow each other become one. */
function lineOf(words: readonly Word[], size: number): Line {
  const runs: Run[] = [];
  const add = ({ text, face }: Run) => {
    const last = runs.at(-1);
    if (last?.face === face) last.text += text;
    else runs.push({ text, face });
  };
  for (const [place, word] of words.entries()) {
    const before = runs.at(-1);
    if (place > 0 && before) add({ text: " ", face: spaceBeside(before.face, word) });
    for (const run of word.runs) add(run);
  }
  return { runs, width: words.reduce((sum, word, place) => sum + word.width + (place > 0 ? spaceBefore(word) : 0), 0) * size };
}

/** A word in pieces that each fit, as few as possible. */
function cut(word: Word, width: number): Word[] {
  const pieces: Word[] = [];
  for (const { text, face } of word.runs)
    for (const character of text) {
      const piece = pieces.at(-1);
      const wide = face.width(character);
      const run = piece?.runs.at(-1);
      if (piece && run && piece.width + wide <= width) {
        piece.width += wide;
        if (run.face === face) run.text += character;
        else piece.runs.push({ text: character, face });
      } else pieces.push({ runs: [{ text: character, face }], width: wide, space: word.space });
    }
  return pieces;
}
