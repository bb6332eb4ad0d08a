import { caseNumber } from "../case-number";
import { called, letter, type Teller } from "../letter";
import { type Part, partWords } from "../part";
import { interestsWords } from "./words/interests-words";

/** To the provider: who reads, and, while it may, how to object. */
export const readersNamed =
  (readers: Record<Part, string>, mayObject: boolean): Teller =>
  (about) => {
    const { provider, standard, number, language } = about;
    const t = interestsWords(language);
    const paragraphs = [t("mail.named.who", { provider, number: caseNumber(number), assessor: readers.assessor, second: readers.second_reader }), t("mail.named.none")];
    return letter(about, t("mail.named.subject", { standard }), mayObject ? [...paragraphs, t("mail.named.object")] : paragraphs, t("mail.named.action"));
  };

/** To the provider: what a moderator says to its objection, and what follows. */
export const objectionAnswered =
  (upheld: boolean, reason: string): Teller =>
  (about) => {
    const { provider, standard, number, language } = about;
    const t = interestsWords(language);
    const said = t(upheld ? "mail.answered.upheld" : "mail.answered.not_upheld", { provider, number: caseNumber(number) });
    return letter(
      about,
      t("mail.answered.subject", { standard }),
      [said, t("mail.answered.reason", { reason }), t(upheld ? "mail.answered.next" : "mail.answered.goes_on")],
      t("mail.answered.action"),
    );
  };

/** To the moderators. What was told or objected stands with the case, not in the mail. */
export const tieToAllow =
  (part: Part): Teller =>
  (about) =>
    letter(
      about,
      `A tie of the ${partWords[part]} to look at: ${about.provider}`,
      [
        `The ${partWords[part]} of ${called(about)} has told us of a tie that bars nobody.`,
        "Please allow it in writing, or choose another reader. Until then the case stands still.",
      ],
      "See what they say",
    );

export const objectionRaised =
  (until: string): Teller =>
  (about) =>
    letter(
      about,
      `The group objects to a reader: ${about.provider}`,
      [
        `The group has objected to who reads ${called(about)}. Nobody rates until a moderator has answered.`,
        `Please answer by the end of ${until}. Our time for reading goes on meanwhile.`,
      ],
      "Answer the objection",
    );

export const objectionUpheld: Teller = (about) =>
  letter(about, `Reader needed: ${about.provider}`, [`The group’s objection in ${called(about)} was upheld.`, "Please choose somebody else."], "Choose the readers");

/** To the reader whose tie was allowed, with why. */
export const tieAllowed =
  (reason: string): Teller =>
  (about) =>
    letter(
      about,
      `You may read it: ${about.provider}`,
      [`A moderator has looked at the tie you told us of, and allows you to read ${called(about)}. They say: ${reason}`, "The group can read this too, in our report."],
      "Open the case",
    );

/** To a reader whom somebody else replaces. It says nothing of why. */
export const otherReader: Teller = (about) =>
  letter(
    about,
    `No longer yours to read: ${about.provider}`,
    [`The group has asked for another reader of ${called(about)}, as it may once, and a moderator has agreed. There is nothing for you to do. Thank you for what you did.`],
    "See your cases",
  );
