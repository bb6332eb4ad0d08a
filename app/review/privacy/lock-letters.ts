import { caseNumber } from "../case-number";
import { called, letter, type Teller } from "../letter";
import { reviewWords } from "../words/review-words";

/** The mails about what holds somebody’s details. None says what was seen. */

/** To the provider. Says nothing of what was seen, nor of which file: that stands in their library. */
export const evidenceLocked: Teller = (about) => {
  const { provider, standard, number, language } = about;
  const t = reviewWords(language);
  return letter(about, t("mail.locked.subject", { standard }), [t("mail.locked.what", { number: caseNumber(number), provider }), t("mail.locked.next")], t("mail.locked.action"));
};

/** To the provider, about words and pages. Says where it stands, and nothing of what was seen. */
export const wordsLocked =
  (criterion: string, kind: "page" | "answer" | "supplement"): Teller =>
  (about) => {
    const { provider, standard, number, language } = about;
    const t = reviewWords(language);
    const what = t(`locked.${kind}`, { criterion });
    return letter(
      about,
      t("mail.words_locked.subject", { standard }),
      [t("mail.words_locked.what", { number: caseNumber(number), provider, what }), t("mail.words_locked.next")],
      t("mail.words_locked.action"),
    );
  };

/** To the privacy leads. Says nothing of what was seen. */
export const detailsToJudge: Teller = (about) =>
  letter(
    about,
    `Locked, for you to look at: ${about.provider}`,
    [
      `Something in ${called(about)} was locked because it may hold somebody’s details. Nobody but a privacy lead can open it.`,
      "Please decide whether it can be read again or is removed for good. If it is a breach that must be reported, 72 hours are counted from now.",
    ],
    "See what was locked",
  );
