/** The words of a decision letter, by outcome. Nobody fails here: a point is met or it is not met yet, and there is a next step. */
import { formatDay } from "~/ui/dates";
import { appealUntil, isAwarded, type Letter, type LetterOutcome } from "./letter";

const kept = "Nothing about this is public. Only you, and the people who worked on it, can see it.";

type Words = { headline: string; opening: (about: { standard: string; count: number }) => string[]; todo: string };

const points = (count: number) => (count === 1 ? "One point" : `${numbers[count] ?? count} points`);
const numbers = ["No", "One", "Two", "Three", "Four", "Five", "Six"];

const outcomes: Record<LetterOutcome, Words> = {
  essentials: {
    headline: "Your mark: Essentials",
    opening: ({ standard }) => [`Trained assessors read what you sent about ${standard}. Every must-have is met, so the mark is yours. Other good practice is still growing.`],
    todo: "What would help most next",
  },
  assured: {
    headline: "Your mark: Assured",
    opening: ({ standard }) => [`Trained assessors read what you sent about ${standard}. Every must-have is met, and most other good practice too. The mark is yours.`],
    todo: "What would help most next",
  },
  assured_commended: {
    headline: "Your mark: Assured with commendation",
    opening: ({ standard }) => [`Trained assessors read what you sent about ${standard}. Every must-have is met, and much of your work leads the way. The mark is yours.`],
    todo: "What would help most next",
  },
  assured_with_conditions: {
    headline: "Your mark: Assured with conditions",
    opening: ({ standard, count }) => [
      `Trained assessors read what you sent about ${standard}. Every must-have is met, and so is most of the rest. The mark is yours now. ${points(count)} still ${count === 1 ? "needs" : "need"} putting right.`,
    ],
    todo: "What to put right",
  },
  deferred: {
    headline: "Nearly there: a little more is needed",
    opening: ({ standard, count }) => [
      `Trained assessors read what you sent about ${standard}. We cannot give the mark yet. ${points(count)} that everyone must have ${count === 1 ? "is" : "are"} not quite met, and the rest is enough for a mark. Please add what is listed here, and send your answers again within 28 days. All of your answers are kept.`,
      kept,
    ],
    todo: "What to add",
  },
  not_awarded: {
    headline: "Not yet: here is what to do next",
    opening: ({ standard }) => [
      `Trained assessors read what you sent about ${standard}. We cannot give the mark yet. That is about what we could see on the day, not about what your work means to the people who come.`,
      "Below is what is still missing, and what would be enough for each point. Your answers are kept. You can send them in again whenever you are ready.",
      kept,
    ],
    todo: "What to do next",
  },
  too_little_applies: {
    headline: "Too little of this standard applies to you",
    opening: ({ standard }) => [
      `Trained assessors read what you sent about ${standard}. So little of it applies to what you do that this mark would say almost nothing about you. That is no judgement of your work. Another standard may suit you better.`,
      kept,
    ],
    todo: "What to do next",
  },
};

/** The headline, the first paragraphs and the heading over what is to be done. */
export function wordsFor(letter: Letter): { headline: string; opening: string[]; todo: string } {
  const { headline, opening, todo } = outcomes[letter.outcome];
  const standard = `${letter.standard.title}, version\u00a0${letter.standard.version}`;
  const [first = "", ...rest] = opening({ standard, count: letter.todo.length });
  return { headline: letter.headline ?? headline, opening: [`Thank you for the work you put into this. ${first}`, ...rest, ...letter.message], todo };
}

/** How many of the points that apply are met today, in a sentence. */
export function metWords(criteria: Letter["criteria"]): string {
  const applying = criteria.filter(({ level }) => level !== null);
  const met = applying.filter(({ level }) => level !== null && level >= 2);
  return `${met.length} of the ${applying.length} points that apply to you are at Met or better today. “Met” is what we ask for. “Leading” is worth saying, though it never makes up for a gap. Two people read each must-have.`;
}

/** When, on what grounds and how to appeal. */
export function appealWords(letter: Letter, contact?: string): string[] {
  return [
    `You can appeal until ${formatDay(appealUntil(letter.date)).replaceAll(" ", "\u00a0")} if you think that facts were wrong, evidence was overlooked, we did not follow our own steps, or someone had a conflict of interest or was unfair. Something new to show us is not an appeal: it belongs with what you send in next.`,
    `Write to us and quote ${letter.reference}${contact ? `: ${contact}` : ""}. Someone who had no part in this will look, within 15 working days.${isAwarded(letter.outcome) ? " Your mark stays as it is meanwhile." : ""}`,
  ];
}

/** "2026-12-18" → "By 18 December 2026"; words stay as they are. */
export const whenWords = (by: string): string => (/^\d{4}-\d{2}-\d{2}$/.test(by) ? `By ${formatDay(by)}` : by);
