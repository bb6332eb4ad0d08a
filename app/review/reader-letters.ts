import { called, letter, type Teller } from "./letter";
import { type Part, partWords } from "./part";

/** The mails about who reads a case. Its moderators and readers are told in English. */

export const readersNeeded: Teller = (about) =>
  letter(about, `Readers needed: ${about.provider}`, [`A new case is waiting: ${called(about)}.`, "Please choose an assessor and a second reader."], "Choose the readers");

export const assigned =
  (part: Part): Teller =>
  (about) =>
    letter(
      about,
      `A case for you: ${about.provider}`,
      [
        `You are asked to be the ${partWords[part]} of ${called(about)}.`,
        "First say whether you have any tie to this group. You can read the case once you and the other reader have both said that there is none.",
      ],
      "Say whether you have a conflict of interest",
    );

export const readersMayBegin: Teller = (about) =>
  letter(about, `You can begin: ${about.provider}`, [`Both readers of ${called(about)} have said that they have no conflict of interest. You can begin to read.`], "Open the case");

export const readerLeft =
  (part: Part): Teller =>
  (about) =>
    letter(
      about,
      `Reader needed: ${about.provider}`,
      [`The ${partWords[part]} of ${called(about)} has stepped aside. The case says why.`, "Please choose somebody else."],
      "Choose the readers",
    );

/** To the moderators: nobody chose this, so it says why. */
export const readerJoined =
  (part: Part): Teller =>
  (about) =>
    letter(
      about,
      `Reader needed, one has a tie to the group: ${about.provider}`,
      [
        `The ${partWords[part]} of ${called(about)} now belongs to the group or has told us of another tie to it, so they read it no longer. What they rated does not count.`,
        "Please choose somebody else.",
      ],
      "Choose the readers",
    );

export const noLongerYours: Teller = (about) =>
  letter(
    about,
    `No longer yours to read: ${about.provider}`,
    [
      `You now belong to ${about.provider} or have told us of another tie to it, so somebody else will read ${called(about)}. What you wrote is kept, and no longer counts. There is nothing for you to do.`,
    ],
    "See your cases",
  );

/** To the moderators, when a reader's role was taken away. */
export const readerNoAssessor =
  (part: Part): Teller =>
  (about) =>
    letter(
      about,
      `Reader needed, one is no assessor any more: ${about.provider}`,
      [
        `The ${partWords[part]} of ${called(about)} is no assessor of the scheme any more, so they read it no longer. What they rated does not count.`,
        "Please choose somebody else.",
      ],
      "Choose the readers",
    );

export const noLongerAssessor: Teller = (about) =>
  letter(
    about,
    `No longer yours to read: ${about.provider}`,
    [`You are no longer an assessor of the scheme, so somebody else will read ${called(about)}. What you wrote is kept, and no longer counts. There is nothing for you to do.`],
    "Go to your own page",
  );
