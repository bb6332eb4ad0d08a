/** The words of a decision letter, by outcome. Nobody fails here: a point is met or it is not met yet, and there is a next step. */
import type { Language } from "~/platform/words";
import { formatDay } from "~/ui/dates";
import { appealUntil, isAwarded, type Letter, type LetterOutcome } from "./letter";
import { markWords } from "./words/mark-words";

/** Small numbers are said as words, each in a sentence of its own; larger ones in figures. */
const sizes = ["one", "two", "three", "four", "five", "six"] as const;
const sizeOf = (count: number) => sizes[count - 1] ?? "more";

/** What comes after the sentences that begin a letter: in the same paragraph, and in paragraphs of their own. */
function after({ outcome, language, todo: { length: count } }: Letter): { same: string[]; own: string[] } {
  const t = markWords(language);
  const kept = t("letter.private");
  const by: Partial<Record<LetterOutcome, { same?: string[]; own?: string[] }>> = {
    assured_with_conditions: { same: [t(`letter.to_put_right.${sizeOf(count)}`, { count })] },
    deferred: { same: [t(`letter.not_quite.${sizeOf(count)}`, { count }), t("letter.send_again")], own: [kept] },
    not_awarded: { own: [t("letter.missing"), kept] },
    too_little_applies: { own: [kept] },
  };
  return { same: [], own: [], ...by[outcome] };
}

/** The headline, the first paragraphs and the heading over what is to be done. */
export function wordsFor(letter: Letter): { headline: string; opening: string[]; todo: string } {
  const { outcome, standard, language, message } = letter;
  const t = markWords(language);
  const { same, own } = after(letter);
  const { title, version } = standard;
  const first = [t("letter.thanks"), t(`letter.outcome.${outcome}.opening`, { standard: title, version }), ...same].join(" ");
  return { headline: letter.headline ?? t(`letter.outcome.${outcome}.headline`), opening: [first, ...own, ...message], todo: t(`letter.outcome.${outcome}.todo`) };
}

/** How many of the points that apply are met today, in a sentence. */
export function metWords({ criteria, language }: Pick<Letter, "criteria" | "language">): string {
  const applying = criteria.filter(({ level }) => level !== null);
  const met = applying.filter(({ level }) => level !== null && level >= 2);
  return markWords(language)("letter.points.met", { met: met.length, count: applying.length });
}

/** When, on what grounds and how to appeal. What is put off is not decided yet, and what an appeal has led to goes on to its panel. */
export function appealWords({ language, date, reference, outcome, followsAppeal }: Letter, contact?: string): string[] {
  const t = markWords(language);
  if (followsAppeal) return [t("letter.appeal.followed")];
  if (outcome === "deferred") return [t("letter.appeal.deferred")];
  const how = contact ? t("letter.appeal.how", { reference, contact }) : t("letter.appeal.how_alone", { reference });
  return [
    t("letter.appeal.until", { day: formatDay(appealUntil(date), language).replaceAll(" ", "\u00a0") }),
    isAwarded(outcome) ? `${how} ${t("letter.appeal.mark_stays")}` : how,
  ];
}

/** "2026-12-18" → "By 18 December 2026"; words stay as they are. */
export const whenWords = (by: string, language: Language): string =>
  /^\d{4}-\d{2}-\d{2}$/.test(by) ? markWords(language)("letter.next.by", { day: formatDay(by, language) }) : by;

/** A level in its word; null is an accepted claim that something does not apply. */
export const pointLevel = (level: Letter["criteria"][number]["level"], language: Language): string => {
  const shown = ([0, 1, 2, 3] as const).find((each) => each === level) ?? "none";
  return markWords(language)(`letter.points.levels.${shown}`);
};

/** How to reach us: "help@waymark.example or 01632 960100". */
export const contactWords = ({ email, phone }: { email: string; phone: string }, language: Language): string => markWords(language)("letter.contact", { email, phone });
