import { inLanguage, type Language } from "~/platform/words";
import { formatDay } from "~/ui/dates";
import type { LetterOutcome } from "./letter";
import type { MailWords } from "./mail-words";
import type { AwardLevel } from "./mark";
import { levelNamesIn } from "./status-words";
import { markWords } from "./words/mark-words";

/** Why a decision that would give a mark cannot be made now. */
export type AwardRefusal = "mark_suspended" | "cannot_be_printed";

export const awardRefusalWords: Record<AwardRefusal, string> = {
  mark_suspended:
    "This provider’s mark for the same standard is suspended, or was when its time ran out. Reinstate it first, or withdraw it while it runs, then decide: a new mark must not lift a suspension by the way.",
  cannot_be_printed:
    "The certificate cannot be printed as things are written: the name, the place or the list of activities is too long or has letters that our typefaces do not have. Ask the provider how to write it.",
};

/** To the provider, when the decision gives a mark. `page` is the mark's public page, `letter` the letter's page. */
export function awardMail({ provider, standard, level, until, replaces, page, letter }: AwardNews, language: Language): MailWords {
  const t = markWords(language);
  return {
    subject: t("mail.award.subject", { provider, standard }),
    body: {
      paragraphs: [
        t("mail.award.congratulations", { provider, standard, level: levelNamesIn(language)[level], until: formatDay(until, language) }),
        t("mail.award.thanks"),
        ...(level === "assured_with_conditions" ? [t("mail.award.condition")] : []),
        ...(replaces === null ? [] : [t("mail.award.earlier", { code: replaces })]),
        t("mail.award.letter", { address: letter }),
      ],
      action: { words: t("mail.award.action"), url: inLanguage(page, language) },
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
export function decisionMail({ standard, outcome, letter }: { standard: string; outcome: LetterOutcome; letter: string }, language: Language): MailWords {
  const t = markWords(language);
  const decided = outcome === "deferred" || outcome === "too_little_applies" ? outcome : "not_awarded";
  return {
    subject: t("mail.decision.subject", { standard }),
    body: {
      paragraphs: [`${t("mail.decision.thanks", { standard })} ${t(`mail.decision.${decided}`)}`, t("letter.private")],
      action: { words: t("mail.decision.action"), url: letter },
    },
  };
}

/** To the provider, when its case was decided anew after an appeal and its mark stays as it is. */
export function confirmedMail({ standard, letter }: { standard: string; letter: string }, language: Language): MailWords {
  const t = markWords(language);
  return {
    subject: t("mail.confirmed.subject", { standard }),
    body: { paragraphs: [t("mail.confirmed.what", { standard })], action: { words: t("mail.confirmed.action"), url: letter } },
  };
}

/** To the provider, when the decision gives a lower level than the mark in force, which stays until then. */
export function lowerLaterMail(
  { standard, level, code, until, letter }: { standard: string; level: AwardLevel; code: string; until: string; letter: string },
  language: Language,
): MailWords {
  const t = markWords(language);
  const named = { standard, code, level: levelNamesIn(language)[level], until: formatDay(until, language) };
  return {
    subject: t("mail.decision.subject", { standard }),
    body: { paragraphs: [t("mail.lower_later.what", named), t("mail.lower_later.appeal", named)], action: { words: t("mail.decision.action"), url: letter } },
  };
}
