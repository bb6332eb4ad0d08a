/** The pieces of a decision letter on paper. */
import { archival } from "~/platform/paper/archival";
import { colours, page, polygon } from "~/platform/paper/drawing";
import type { SetText } from "~/platform/paper/set-text";
import { type Language, locales } from "~/platform/words";
import { formatDay } from "~/ui/dates";
import { uiWords, welshChecked } from "~/ui/words/ui-words";
import type { Letter } from "./letter";
import { whenWords } from "./letter-words";
import { markWords } from "./words/mark-words";

export type Margin = [number, number, number, number];
export const below = (space: number): Margin => [0, 0, 0, space];

type Paper = Pick<Letter, "language" | "reference" | "date"> & { title: string };

/** What is sent to a provider, as many pages as it takes: each with its reference and its number, and at the end what could not be printed. The day in the file is the day of the decision. */
export function sheets({ language, reference, date, title }: Paper, content: object[], { issuer, set }: { issuer: string; set: SetText }) {
  const t = markWords(language);
  const note = set.leftOut() ? [{ text: set.plain(t("letter.paper.left_out", { sign: set.sign })), color: colours.stone }] : [];
  return {
    ...archival({ day: date, language: locales[language], title, author: issuer, keywords: reference }),
    pageMargins: [page.margin, 46, page.margin, 56] as Margin,
    defaultStyle: { font: "Atkinson", fontSize: 10, color: colours.peat, lineHeight: 1.17 },
    content: [...content, ...note],
    footer: (current: number, pages: number) => ({
      margin: [page.margin, 12, page.margin, 0] as Margin,
      fontSize: 8.5,
      color: colours.stone,
      columns: [
        { text: set.plain(t("letter.paper.foot", { reference, issuer })), width: "*" },
        { text: t("letter.paper.page", { page: current, pages }), width: 70, alignment: "right" as const },
      ],
    }),
  };
}

/** Whose letter it is, and of which day. */
export function top({ provider, date, reference, language }: Pick<Letter, "provider" | "date" | "reference" | "language">, set: SetText) {
  return {
    margin: [0, 48, 0, 14],
    columns: [
      { text: set.strong(provider), width: "*" },
      { width: 160, stack: [{ text: formatDay(date, language) }, { text: set.plain(markWords(language)("letter.paper.reference", { reference })), color: colours.stone }] },
    ],
  };
}

/** Words that no translator has read say so. */
export function draft(language: Language, set: SetText): object[] {
  if (language === "en" || welshChecked) return [];
  return [{ text: set.plain(uiWords(language)("note.draft")), fontSize: 8.5, color: colours.bracken, margin: below(8) }];
}

/** The days to remember, in a band of their own. */
export function dates({ dates: days, language }: Letter, set: SetText) {
  const border = [false, false, false, false];
  const cell = ({ label, day }: Letter["dates"][number]) => ({
    fillColor: colours.chalk,
    border,
    margin: [8, 7, 4, 7],
    stack: [
      { text: set.strong(label), fontSize: 9, color: colours.stone },
      { text: set.display(formatDay(day, language)), fontSize: 12.5, lineHeight: 0.95 },
    ],
  });
  return {
    margin: [0, 6, 0, 4],
    table: { widths: [4, ...days.map(() => "*")], body: [[{ text: "", fillColor: colours.gorse, border }, ...days.map(cell)]] },
    layout: bare,
  };
}

/** What was rated Leading, at most three. */
export function praise({ criteria }: Letter, set: SetText): object[] {
  return criteria
    .filter(({ level }) => level === 3)
    .slice(0, 3)
    .map(({ title, reason }) => ({ margin: below(4), columnGap: 7, columns: [bullet(), { text: [...set.strong(title), ...set.plain(reason === "" ? "" : `: ${reason}`)] }] }));
}

/** One thing to do, with the lightest evidence that is enough. */
export function task({ id, title, why, enough }: Letter["todo"][number], language: Language, set: SetText) {
  return {
    margin: below(7),
    unbreakable: true,
    columns: [
      { text: set.strong(id), width: 52, color: colours.yew },
      {
        stack: [
          { text: set.strong(title) },
          { text: set.plain(why) },
          { text: [...set.strong(`${markWords(language)("letter.enough")} `), ...set.plain(enough)], color: colours.stone },
        ],
      },
    ],
  };
}

/** What happens next, and when. */
export const step = ({ by, what }: Letter["next"][number], language: Language, set: SetText) => ({
  margin: below(3),
  columns: [{ text: set.strong(whenWords(by, language)), width: 138 }, { text: set.plain(what) }],
});

const none = () => 0;
const bare = { hLineWidth: none, vLineWidth: none, paddingLeft: none, paddingRight: none, paddingTop: none, paddingBottom: none };
const bullet = () => ({ width: 6, canvas: [polygon([0, 6, 5, 3.9, 5, 8, 0, 10.1], colours.gorse)] });
