import { called, letter, type Teller } from "./letter";

/** The mails of a case on its way to a decision, and of one that goes back from there. */

export const claimsToConfirm: Teller = (about) =>
  letter(
    about,
    `So much does not apply? ${about.provider}`,
    [`Both readers of ${called(about)} accept so many claims that something does not apply that a moderator has to confirm them.`],
    "See the claims",
  );

/** To the readers, in the moderator's words. */
export const claimsRefused =
  (criteria: readonly string[], reason: string): Teller =>
  (about) =>
    letter(
      about,
      `To rate after all: ${about.provider}`,
      [
        `A moderator does not confirm that these do not apply to the group of ${called(about)}: ${criteria.join(", ")}.`,
        reason,
        "Please give each a level. Everything else stands.",
      ],
      "Open the case",
    );

export const decisionReady: Teller = (about) =>
  letter(
    about,
    `Ready to decide: ${about.provider}`,
    [`${called(about)} is ready for a decision.`, "It is for somebody who neither rated nor settled anything in it."],
    "Open the decision",
  );

/** To the readers, in the words of whoever decides. */
export const sentBack =
  (criteria: readonly string[], reason: string): Teller =>
  (about) =>
    letter(
      about,
      `Sent back to you: ${about.provider}`,
      [`Whoever is to decide ${called(about)} asks you to look again at ${criteria.join(", ")}.`, reason, "Please rate those again. Everything else stands."],
      "Open the case",
    );

/** To the decision-makers: whoever took the first decision, or answered the appeal, is barred. */
export const toDecideAnew: Teller = (about) =>
  letter(
    about,
    `To decide anew after an appeal: ${about.provider}`,
    [
      `An appeal has changed levels in ${called(about)}.`,
      "Please decide it anew. It is for somebody who neither rated, settled nor decided anything in it, and did not answer the appeal.",
    ],
    "Open the decision",
  );
