import { formatDay } from "~/ui/dates";
import { caseNumber } from "./case-number";
import { called, letter, type Teller } from "./letter";
import { reviewWords } from "./words/review-words";

/** The mails of the round of questions. Those to the provider come in the language each has chosen; the readers are told in English. */

/** To the provider: what we would like to know, until when, and what happens if it does not answer. */
export const questionsAsked =
  (many: number, dueOn: string): Teller =>
  (about) => {
    const { provider, standard, number, language } = about;
    const t = reviewWords(language);
    const day = formatDay(dueOn, language);
    const said = { standard, provider, number: caseNumber(number), many: String(many), day };
    return letter(about, t("mail.asked.subject", said), [t("mail.asked.what", said), t("mail.asked.until", said), t("mail.asked.otherwise", said)], t("mail.asked.action"));
  };

/** To the provider, when the last day for its answers is over. */
export const questionsLapsed: Teller = (about) => {
  const t = reviewWords(about.language);
  return letter(
    about,
    t("mail.lapsed.subject", { standard: about.standard }),
    [t("mail.lapsed.what", { number: caseNumber(about.number), provider: about.provider }), t("mail.lapsed.next")],
    t("mail.lapsed.action"),
  );
};

export const answersCame: Teller = (about) =>
  letter(
    about,
    `Answers are here: ${about.provider}`,
    [
      `The group has answered the questions in ${called(about)}. The time for reading runs again.`,
      "Look again at what you have rated of what was asked about, and save it, changed or not.",
    ],
    "Open the case",
  );

export const noAnswers: Teller = (about) =>
  letter(
    about,
    `No answers came: ${about.provider}`,
    [`The last day for answers in ${called(about)} is over, and none were sent. Go on with what you have; the time for reading runs again.`],
    "Open the case",
  );
