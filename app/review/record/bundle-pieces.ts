/** The pieces of a case's record on paper. */
import { colours, page } from "~/platform/paper/drawing";
import { lined } from "~/platform/paper/lined";
import { logo } from "~/platform/paper/logo";
import type { SetText } from "~/platform/paper/set-text";
import { formatDay, formatMoment, formatTime } from "~/ui/dates";
import { levelWord } from "../level-word";
import { partWords } from "../part";
import { moveColumns } from "../workflow-diagram";
import type { Bundle, BundleAnswer, BundleRating, BundleReading, RecordLetter } from "./bundle";
import { type RecordLine, sentence } from "./line";
import type { RecordDay } from "./record-view";

const small = { fontSize: 8.5, color: colours.stone };
const below = (space: number) => [0, 0, 0, space];

/** The heading of a part of the record, on a page of its own. */
export const heading = (words: string, set: SetText, pageBreak: "before"): object[] => [
  { text: set.display(words), fontSize: 17, color: colours.yew, lineHeight: 0.95, margin: below(8), pageBreak },
];

/** Whose record it is, who asked for it, and what is and is not in it. */
export function cover({ number, provider, standard, state, sent, asked }: Bundle, issuer: string, set: SetText): object[] {
  const rows: [string, string][] = [
    ["Case", number],
    ["Group", `${provider.name}, ${provider.area}`],
    ["Standard", standard],
    ["Stands at", state],
    ["Sent", `${formatMoment(sent.at)}, by ${sent.by}, ${sent.title}`],
    ["sha256 of what was sent", sent.sha256],
    ["This record was made for", asked.by],
    ["On", `${formatMoment(asked.at)}, London time`],
    ["By", issuer],
  ];
  const inIt = [
    "How a case moves: the rules that were followed.",
    "What the group sent: its answers in its own words, and a list of what it showed. The files themselves are not in it; the sha256 beside each says which file it was.",
    "What happened, in order: who did it, when, and what they wrote.",
    "What the two readers said, side by side, and what stands.",
    "What was decided, and the letter about it.",
    "Who of the scheme looked at what: the first time on each day, for twelve months.",
  ];
  return [
    logo({ x: page.margin, y: 46 }, 112),
    { text: set.display("The record of a case"), fontSize: 26, color: colours.yew, lineHeight: 0.95, margin: [0, 60, 0, 4] },
    { text: set.display(provider.name), fontSize: 17, color: colours.peat, lineHeight: 0.95, margin: below(16) },
    pairs(rows, set),
    { text: set.strong("What is in it"), margin: [0, 18, 0, 4] },
    { ol: inIt.map((words) => ({ text: set.plain(words), margin: below(2) })) },
    { text: set.strong("What is not"), margin: [0, 10, 0, 4] },
    {
      text: set.plain(
        "Private notes, drafts and comments of the group, which are nobody’s but its own; private notes on a change to a mark; and whatever was locked because it holds personal details.",
      ),
    },
  ];
}

const pairs = (rows: readonly (readonly [string, string])[], set: SetText) => ({
  table: { widths: [130, "*"], body: rows.map(([term, words]) => [{ text: set.strong(term), color: colours.stone }, { text: set.plain(words) }]) },
  layout: lined,
});

/** How to read the table of moves: what each state is called on the pages. */
export const rulesNote = (states: Bundle["states"], set: SetText) => ({
  margin: below(8),
  text: set.plain(
    `A case moves only as this table says: by those named, from the states named, and when what it needs is there. Nobody makes a move that “not if” names them for: “of provider” is whoever belongs to the group, “rated” and “settled” whoever has rated or settled in this case. “System” is the case itself, when nothing more is needed. The states: ${states.map(({ name, words }) => `${name}, “${words}”`).join("; ")}.`,
  ),
});

/** Every move that a case can make, as it is in force. */
export const rulesTable = (rules: readonly string[][], set: SetText) => ({
  fontSize: 8.5,
  table: {
    headerRows: 1,
    dontBreakRows: true,
    widths: [58, 76, "*", 56, 70, 84],
    body: [
      moveColumns.map((words) => ({ text: set.strong(words) })),
      ...rules.map((cells) => cells.map((words, place) => ({ text: place === 0 ? set.strong(words) : set.plain(words) }))),
    ],
  },
  layout: lined,
});

/** What the group said of itself, what the mark would cover, and what it declared. */
export function sentFacts({ scope, facts, warnings, statements, sent }: Bundle, set: SetText): object[] {
  const rows: [string, string][] = [
    ["The mark would cover", scope.join("; ")],
    ...facts.flatMap(({ label, value }): [string, string][] => (value === null ? [] : [[label, value]])),
    ...warnings.map(({ warning, words }): [string, string] => ["Did not seem to fit", `${warning}${words ? ` They say: “${words}”` : " They said nothing to this."}`]),
    [`Declared by ${sent.by}`, statements.join("\n")],
  ];
  return [pairs(rows, set), { text: "", margin: below(10) }];
}

/** One criterion with what the group answered. */
export function answerPieces({ id, title, mustHave, said }: BundleAnswer, set: SetText): object[] {
  const [first, ...rest] = said.map(({ term, words }) => ({ margin: [0, 0, 0, 3], text: [...set.strong(`${term}: `), ...set.plain(words)] }));
  const name = { text: [...set.strong(`${id} ${title}`), ...set.plain(mustHave ? " (must-have)" : "")], color: colours.yew, fontSize: 10.5, margin: [0, 8, 0, 2] };
  return [{ unbreakable: true, stack: [name, first] }, ...rest];
}

/** One day of what happened. Its heading stays with its first line. */
export function chronology({ day, lines }: RecordDay, set: SetText): object[] {
  const [first, ...rest] = lines.map((line) => eventLine(line, set));
  return [{ unbreakable: true, stack: [{ text: set.display(formatDay(day)), fontSize: 12, color: colours.yew, margin: [0, 9, 0, 3] }, first] }, ...rest];
}

const eventLine = (line: RecordLine, set: SetText) => ({
  margin: below(4),
  columns: [
    { width: 38, text: set.plain(formatTime(line.at)), color: colours.stone },
    {
      width: "*",
      stack: [{ text: set.plain(sentence(line)) }, ...(line.quote ? [{ text: set.plain(`“${line.quote}”`), color: colours.stone, margin: [10, 1, 0, 1] }] : [])],
    },
  ],
});

/** Both readers' ratings side by side, and what stands. */
export function readingsTable(readings: readonly BundleReading[], set: SetText) {
  const given = (rating: BundleRating | null) =>
    rating
      ? { stack: [{ text: set.strong(levelWord(rating.level)) }, { text: set.plain(rating.by), ...small, fontSize: 8 }, { text: set.plain(rating.reason) }] }
      : { text: set.plain("Not read"), ...small };
  const row = ({ id, title, mustHave, given: both, stands }: BundleReading) => [
    { stack: [{ text: set.strong(id) }, { text: set.plain(title) }, ...(mustHave ? [{ text: set.plain("Must-have"), fontSize: 8, color: colours.bracken }] : [])] },
    given(both.assessor),
    given(both.second_reader),
    stands
      ? { stack: [{ text: set.strong(levelWord(stands.level)) }, { text: set.plain(stands.how), ...small }, ...(stands.reason ? [{ text: set.plain(stands.reason) }] : [])] }
      : { text: set.plain("Nothing yet"), ...small },
  ];
  const columns = ["Criterion", `The ${partWords.assessor}`, `The ${partWords.second_reader}`, "What stands"];
  return {
    fontSize: 8.5,
    lineHeight: 1.1,
    table: { headerRows: 1, keepWithHeaderRows: 1, widths: [92, "*", "*", 108], body: [columns.map((words) => ({ text: set.strong(words) })), ...readings.map(row)] },
    layout: lined,
  };
}

/** The letter about each decision, as it was written. */
export function letterPieces(letters: readonly RecordLetter[], set: SetText): object[] {
  if (letters.length === 0) return [{ text: set.plain("Nothing has been decided.") }];
  return letters.flatMap(({ day, sha256, paragraphs }) => [
    { text: set.display(formatDay(day)), fontSize: 12, color: colours.yew, margin: [0, 6, 0, 3] },
    { text: set.plain(sha256 ? `The letter as it was made has the sha256 ${sha256}.` : "The letter is not made yet."), ...small, margin: below(5) },
    ...paragraphs.map(({ words, strong }) => (strong ? { text: set.strong(words), margin: [0, 6, 0, 3] } : { text: set.plain(words), margin: below(4) })),
  ]);
}

/** Who looked at what, by time. */
export function looksTable(looks: readonly RecordLine[], set: SetText): object[] {
  if (looks.length === 0) return [{ text: set.plain("Nobody, in the last twelve months.") }];
  const rows = looks.map((line) => [{ text: set.plain(formatMoment(line.at)) }, { text: set.plain(sentence(line)) }]);
  return [{ table: { widths: [130, "*"], dontBreakRows: true, body: rows }, layout: lined }];
}
