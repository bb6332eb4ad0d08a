import { caseNumber } from "./case-number";
import { called, letter, type Teller } from "./letter";
import { reviewWords } from "./words/review-words";

/** The mails of a decision that was put off. */

/** To the readers: only what was put off is theirs to read again. */
export const answeredInPlace: Teller = (about) =>
  letter(
    about,
    `To read once more: ${about.provider}`,
    [`The decision on ${called(about)} was put off. The group has now sent what was missing.`, "Please read and rate those criteria again. Everything else stands."],
    "Open the case",
  );

/** To the provider, when the last day for what was missing is over. */
export const deferralLapsed: Teller = (about) => {
  const t = reviewWords(about.language);
  const said = { standard: about.standard, number: caseNumber(about.number), provider: about.provider };
  return letter(about, t("mail.deferral_over.subject", said), [t("mail.deferral_over.what", said), t("mail.deferral_over.next")], t("mail.deferral_over.action"));
};
