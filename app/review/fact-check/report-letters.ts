import type { Day } from "~/platform/calendar";
import { formatDay } from "~/ui/dates";
import { caseNumber } from "../case-number";
import { called, letter, type Teller } from "../letter";
import { reviewWords } from "../words/review-words";

/** The mails of the draft report: to the provider, and back to the readers. */

/** To the provider: its draft report, and the last day to say what is wrong in it. */
export const reportToCheck =
  (until: Day): Teller =>
  (about) => {
    const { provider, standard, number, language } = about;
    const t = reviewWords(language);
    return letter(
      about,
      t("mail.report.subject", { standard }),
      [t("mail.report.what", { number: caseNumber(number), provider }), t("mail.report.until", { day: formatDay(until, language) }), t("mail.report.otherwise")],
      t("mail.report.action"),
    );
  };

/** To the readers: what the group says is wrong is theirs to look at again. */
export const remarksSent =
  (criteria: readonly string[]): Teller =>
  (about) =>
    letter(
      about,
      `To look at once more: ${about.provider}`,
      [
        `The group has checked the draft report of ${called(about)}, and says that something in it is not right: ${criteria.join(", ")}.`,
        "Please read what they say and rate those again. Everything else stands.",
      ],
      "Open the case",
    );
