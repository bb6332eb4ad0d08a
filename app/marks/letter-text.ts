import type { LetterParagraph } from "~/review/record/bundle";
import { formatDay } from "~/ui/dates";
import type { Letter } from "./letter";
import { appealWords, whenWords, wordsFor } from "./letter-words";
import { markWords } from "./words/mark-words";

/** What a letter says from its headline to the way to appeal, a paragraph each and its headings strong, without the table of every point. */
export function letterText(letter: Letter, contact: string): LetterParagraph[] {
  const t = markWords(letter.language);
  const { headline, opening, todo } = wordsFor(letter);
  const plain = (words: string) => ({ words, strong: false });
  const under = (heading: string, lines: string[]) => (lines.length > 0 ? [{ words: heading, strong: true }, ...lines.map(plain)] : []);
  return [
    { words: headline, strong: true },
    ...opening.map(plain),
    ...letter.dates.map(({ label, day }) => plain(`${label}: ${formatDay(day, letter.language)}`)),
    ...under(
      todo,
      letter.todo.map(({ id, title, why, enough }) => `${id} ${title}. ${why} ${t("letter.enough")} ${enough}`),
    ),
    ...under(
      t("letter.next.heading"),
      letter.next.map(({ by, what }) => `${whenWords(by, letter.language)}: ${what}`),
    ),
    ...under(t("letter.appeal.heading"), appealWords(letter, contact)),
  ];
}
