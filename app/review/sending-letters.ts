import { askingWords } from "~/assessments/asking/words/asking-words";
import { formatMoment } from "~/ui/dates";
import { caseNumber } from "./case-number";
import { assessmentDays } from "./days-left";
import { called, letter, type Teller } from "./letter";
import { reviewWords } from "./words/review-words";

/** The mails of a case that is sent, and taken back. */

/** What the sender declared and what was frozen, as the mail repeats it. */
export type Receipt = { at: string; by: string; role: string; scope: readonly string[]; sha256: string };

/** To the provider, with the receipt. Nothing here says who will read. */
export const received =
  ({ at, by, role, scope, sha256 }: Receipt): Teller =>
  (about) => {
    const { provider, standard, number, language } = about;
    const t = reviewWords(language);
    const receipt = t("mail.received.receipt", { at: formatMoment(at, language), by, role, scope: scope.join(", "), sha256 });
    return letter(
      about,
      t("mail.received.subject", { standard }),
      [
        t("mail.received.have", { provider, standard, number: caseNumber(number) }),
        t("mail.received.readers"),
        t("mail.received.how_long", { count: assessmentDays }),
        `${receipt} ${askingWords(language)("sent.fingerprint")}`,
      ],
      t("mail.received.action"),
    );
  };

export const takenBack: Teller = (about) =>
  letter(about, `Taken back: ${about.provider}`, [`The group has taken back ${called(about)}. There is nothing more to do.`], "See the case");
