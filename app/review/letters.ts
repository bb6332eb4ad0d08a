import { askingWords } from "~/assessments/asking/words/asking-words";
import type { Day } from "~/platform/calendar";
import type { Letter } from "~/platform/mail";
import type { Language } from "~/platform/words";
import { formatDay, formatMoment } from "~/ui/dates";
import { caseNumber } from "./case-number";
import { assessmentDays } from "./days-left";
import { type Part, partWords } from "./part";
import { reviewWords } from "./words/review-words";

/** What every mail about a case needs to know. `url` is where to act; `language` is what a group's people are told in: the scheme's own are told in English. */
export type About = { name: string; language: Language; number: number; provider: string; standard: string; url: string };
export type Told = { subject: string; body: Letter };

/** Makes a mail of what it is about. */
export type Teller = (about: About) => Told;

const signature = "Waymark";
/** A case in a line, for a mail. */
export const called = ({ number, provider, standard }: About) => `${caseNumber(number)}, ${provider}: ${standard}`;
/** A mail with its greeting, its paragraphs and one thing to do. */
export const letter = (about: About, subject: string, paragraphs: string[], words: string): Told => ({
  subject,
  body: { greeting: reviewWords(about.language)("mail.hello", { name: about.name }), paragraphs, action: { words, url: about.url }, signature },
});

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

export const differencesToSettle =
  (count: number): Teller =>
  (about) =>
    letter(
      about,
      `${count === 1 ? "1 difference" : `${count} differences`} to settle: ${about.provider}`,
      [`Both readers of ${called(about)} are done. On ${count === 1 ? "one criterion" : `${count} criteria`} their ratings differ in a way that a moderator settles.`],
      "See both ratings",
    );

export const decisionReady: Teller = (about) =>
  letter(
    about,
    `Ready to decide: ${about.provider}`,
    [`${called(about)} is ready for a decision.`, "It is for somebody who neither rated nor settled anything in it."],
    "Open the decision",
  );

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

/** To the readers: only what was put off is theirs to read again. */
export const answeredInPlace: Teller = (about) =>
  letter(
    about,
    `To read once more: ${about.provider}`,
    [`The decision on ${called(about)} was put off. The group has now sent what was missing.`, "Please read and rate those criteria again. Everything else stands."],
    "Open the case",
  );

export const takenBack: Teller = (about) =>
  letter(about, `Taken back: ${about.provider}`, [`The group has taken back ${called(about)}. There is nothing more to do.`], "See the case");

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

/** To the two readers. `until`: the last day on which it is theirs. */
export const differencesToTalkOver =
  (count: number, until: Day): Teller =>
  (about) =>
    letter(
      about,
      `${count === 1 ? "1 difference" : `${count} differences`} to talk over: ${about.provider}`,
      [
        `You have both read ${called(about)}. On ${count === 1 ? "one criterion, which is no must-have," : `${count} criteria, which are no must-haves,`} you are one level apart: Developing and Met.`,
        `Please talk it over, and each propose a level with a reason. The same level from both settles it. After ${formatDay(until)} a moderator does.`,
      ],
      "See both ratings",
    );

/** To the other reader. Says nothing of what was proposed. */
export const levelProposed =
  (criterion: string): Teller =>
  (about) =>
    letter(
      about,
      `A level is proposed for ${criterion}: ${about.provider}`,
      [`The other reader of ${called(about)} has proposed a level for ${criterion}. Do you agree?`],
      "See what they say",
    );
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

/** To the provider, when the last day for what was missing is over. */
export const deferralLapsed: Teller = (about) => {
  const t = reviewWords(about.language);
  const said = { standard: about.standard, number: caseNumber(about.number), provider: about.provider };
  return letter(about, t("mail.deferral_over.subject", said), [t("mail.deferral_over.what", said), t("mail.deferral_over.next")], t("mail.deferral_over.action"));
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
