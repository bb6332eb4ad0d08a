import { formatDay } from "~/ui/dates";
import type { LetterOutcome } from "./letter";
import type { MailWords } from "./mail-words";
import type { AwardLevel } from "./mark";
import { levelNames } from "./status-words";

/** Why a decision that would give a mark cannot be made now. */
export type AwardRefusal = "mark_suspended" | "cannot_be_printed";

export const awardRefusalWords: Record<AwardRefusal, string> = {
  mark_suspended:
    "This provider’s mark for the same standard is suspended, or was when its time ran out. Reinstate it first, or withdraw it while it runs, then decide: a new mark must not lift a suspension by the way.",
  cannot_be_printed:
    "The certificate cannot be printed as things are written: the name, the place or the list of activities is too long or has letters that our typefaces do not have. Ask the provider how to write it.",
};

/** To the provider, when the decision gives a mark. `page` is the mark's public page, `letter` the letter's page. */
export function awardMail({ provider, standard, level, until, replaces, page, letter }: AwardNews): MailWords {
  const condition = level === "assured_with_conditions" ? ["There is a little to put right within 90 days. The letter says what, and what would be enough."] : [];
  const earlier = replaces === null ? [] : [`It takes the place of your mark ${replaces}. That mark’s page now leads to the new one.`];
  return {
    subject: `${provider} holds the mark for ${standard}`,
    body: {
      paragraphs: [
        `Congratulations. ${provider} now holds the quality mark for ${standard}: ${levelNames[level]}. It is in force until ${formatDay(until)}.`,
        "Thank you for the work behind this. The mark has a page of its own, which anyone can check. Your certificate will be there, and on your own page, in a few minutes.",
        ...condition,
        ...earlier,
        `Your letter says what we saw and what would help most next: ${letter}`,
      ],
      action: { words: "See the page of your mark", url: page },
    },
  };
}
type AwardNews = {
  provider: string;
  standard: string;
  level: AwardLevel;
  until: string /** The code of the mark that this one supersedes. */;
  replaces: string | null;
  page: string;
  letter: string;
};

/** To the provider, when the decision gives no mark. Says nothing in the subject that another reader of the screen should not see. */
export function decisionMail({ standard, outcome, letter }: { standard: string; outcome: LetterOutcome; letter: string }): MailWords {
  return {
    subject: `Our decision about ${standard}`,
    body: {
      paragraphs: [decided(outcome, standard), "Nothing about this is public. Only you, and the people who worked on it, can see it."],
      action: { words: "Read your letter", url: letter },
    },
  };
}

function decided(outcome: LetterOutcome, standard: string): string {
  const thanks = `Thank you for the work you put into your answers about ${standard}.`;
  if (outcome === "deferred")
    return `${thanks} You are nearly there, but we cannot give the mark yet. Your letter says which points need more, and what would be enough for each. Please send your answers again within 28 days: you can start again from them, and all of them are kept.`;
  if (outcome === "too_little_applies")
    return `${thanks} So little of this standard applies to what you do that its mark would say almost nothing about you. Your letter says what may suit you better.`;
  return `${thanks} We cannot give the mark yet. Your letter says why, and for each point what would be enough. Your answers are kept: you can start again from them whenever you are ready.`;
}
