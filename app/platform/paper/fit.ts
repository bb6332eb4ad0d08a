/**
 * Setting text in lines before anything is drawn: which typeface has the characters, how wide a word is, where a line ends.
 * We break every line ourselves, so what was measured is what is printed. Lengths are points unless said.
 */
import { CannotPrint } from "./cannot-print";
import { levelsOf } from "./direction";
import type { Point, TextRun } from "./drawing";
import { joiners, tidy } from "./tidy";

/** Letters as shapes that stand on the base line at a point. `width` in ems. */
export type Outline = { width: number; path(at: Point, size: number): string };

/**
 * A typeface as far as setting text needs it. `ascent` and `width` are in ems.
 * `shaped`: whether letters of this text join, stack or change places, so that they are drawn as shapes and not letter by letter.
 */
export type Face = {
  font: string;
  bold: boolean;
  ascent: number;
  has(codePoint: number): boolean;
  width(text: string): number;
  shaped(text: string): boolean;
  outline(text: string, rightToLeft: boolean): Outline;
};

/** The faces we print with: names and headings, running text, emphasis in it, and codes; `others` for scripts that these do not have. */
export type Faces = { display: Face; text: Face; strong: Face; code: Face; others: readonly Face[] };

/** A stretch of text, and the faces it may be set in: for each word the first that has all its characters, or where none has, for each part of it. */
export type Stretch = { text: string; faces: readonly Face[] };

/** Of one direction: `level` is odd where it runs from right to left. */
type Run = { text: string; face: Face; level: number };
/** `space`: the face of the spaces beside it where its own has none that fits; `before`: the level of the space before it. */
type Word = { runs: Run[]; width: number; space: Face; before: number };
/** Its runs as they are read; `visualOrder` says how they stand. */
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
  return faces.find((face) => [...word].every((character) => joiners.test(character) || face.has(character.codePointAt(0) ?? 0)));
}

// Not \s: a no-break space belongs to its word.
const spaces = /([ \t\r\n]+)/;

/** Words with their widths in ems. Where two stretches meet without a space, they share a word. */
function wordsOf(stretches: readonly Stretch[]): Word[] {
  const words = partsOf(stretches);
  const levels = levelsOf(words.map((parts) => parts.map(({ text }) => text).join("")).join(" "));
  let at = 0;
  return words.map((parts, place) => {
    const before = place === 0 ? 0 : (levels[at++] ?? 0);
    const runs = parts.flatMap(({ text, faces }) => {
      const found = runsOf(text, faces, levels.subarray(at, at + text.length));
      at += text.length;
      return found;
    });
    return { runs, width: widthOf(runs), space: parts[0]?.faces[0] ?? runs[0]!.face, before };
  });
}

/** The stretches cut at spaces: what each word is made of. */
function partsOf(stretches: readonly Stretch[]): Stretch[][] {
  const words: Stretch[][] = [];
  let open: Stretch[] | undefined;
  for (const { text, faces } of stretches)
    for (const part of tidy(text).split(spaces)) {
      if (part === "") continue;
      if (spaces.test(part)) {
        open = undefined;
        continue;
      }
      const piece = { text: part, faces };
      if (open) open.push(piece);
      else {
        open = [piece];
        words.push(open);
      }
    }
  return words;
}

const widthOf = (runs: readonly Run[]) => runs.reduce((sum, { text, face }) => sum + face.width(text), 0);

/** One face where one has it all; otherwise as few runs as can be, never cut between a letter and its accent. A run ends where the direction turns. */
function runsOf(word: string, faces: readonly Face[], levels: Uint8Array): Run[] {
  const whole = faceFor(word, faces);
  const runs: Run[] = [];
  for (const { segment, index } of letters.segment(word)) {
    const last = runs.at(-1);
    const level = levels[index] ?? 0;
    const face = whole ?? (last && faceFor(segment, [last.face]) ? last.face : faceFor(segment, faces));
    if (!face) throw CannotPrint.noFont(word);
    if (last?.face === face && last.level === level) last.text += segment;
    else runs.push({ text: segment, face, level });
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
  const add = ({ text, face, level }: Run) => {
    const last = runs.at(-1);
    if (last?.face === face && last.level === level) last.text += text;
    else runs.push({ text, face, level });
  };
  for (const [place, word] of words.entries()) {
    const before = runs.at(-1);
    if (place > 0 && before) add({ text: " ", face: spaceBeside(before.face, word), level: word.before });
    for (const run of word.runs) add(run);
  }
  return { runs, width: words.reduce((sum, word, place) => sum + word.width + (place > 0 ? spaceBefore(word) : 0), 0) * size };
}

/** A word in pieces that each fit, as few as possible, never cut between a letter and its accent. */
function cut(word: Word, width: number): Word[] {
  const pieces: Word[] = [];
  for (const { text, face, level } of word.runs)
    for (const { segment } of letters.segment(text)) {
      const piece = pieces.at(-1);
      const wide = face.width(segment);
      const run = piece?.runs.at(-1);
      if (piece && run && piece.width + wide <= width) {
        piece.width += wide;
        if (run.face === face && run.level === level) run.text += segment;
        else piece.runs.push({ text: segment, face, level });
      } else pieces.push({ runs: [{ text: segment, face, level }], width: wide, space: word.space, before: word.before });
    }
  return pieces;
}
