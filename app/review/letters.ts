import { fingerprintWords } from "~/assessments/receipt-words";
import type { Letter } from "~/platform/mail";
import { formatMoment } from "~/ui/dates";
import { caseNumber } from "./case-number";
import { assessmentDays } from "./days-left";
import { type Part, partWords } from "./part";

/** What every mail about a case needs to know. `url` is where to act. */
export type About = { name: string; number: number; provider: string; standard: string; url: string };
export type Told = { subject: string; body: Letter };

/** Makes a mail of what it is about. */
export type Teller = (about: About) => Told;

const signature = "Waymark";
const called = ({ number, provider, standard }: About) => `${caseNumber(number)}, ${provider}: ${standard}`;
const letter = (about: About, subject: string, paragraphs: string[], words: string): Told => ({
  subject,
  body: { greeting: `Hello ${about.name},`, paragraphs, action: { words, url: about.url }, signature },
});

/** What the sender declared and what was frozen, as the mail repeats it. */
export type Receipt = { at: string; by: string; role: string; scope: readonly string[]; sha256: string };

/** To the provider, with the receipt. Nothing here says who will read. */
export const received =
  ({ at, by, role, scope, sha256 }: Receipt): Teller =>
  (about) =>
    letter(
      about,
      `We have your self-assessment: ${about.standard}`,
      [
        `We have what ${about.provider} sent us for ${about.standard}. Our number for it is ${caseNumber(about.number)}.`,
        "Two people who have no tie to you will read it. One reads everything; the other reads the must-haves, without seeing what the first one thinks. Somebody else then decides.",
        `Reading takes up to ${assessmentDays} working days. You need not do anything now. Until we decide, you can take it back.`,
        `Your receipt. Sent ${formatMoment(at)} by ${by} (${role}). It covers: ${scope.join(", ")}. Fingerprint (SHA-256): ${sha256}. ${fingerprintWords}`,
      ],
      "See what you sent",
    );

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

export const takenBack: Teller = (about) =>
  letter(about, `Taken back: ${about.provider}`, [`The group has taken back ${called(about)}. There is nothing more to do.`], "See the case");

/** To the provider. Says nothing of what was seen, nor of which file: that stands in their library. */
export const evidenceLocked: Teller = (about) =>
  letter(
    about,
    `Please replace a file: ${about.standard}`,
    [
      `A reader of ${caseNumber(about.number)} found personal details in a file that ${about.provider} sent us. We have locked it: nobody can open it any more, neither we nor you.`,
      "Your evidence library shows which one. If it was about somebody you support, follow your own steps for when details get out. Then put a clean one in its place.",
    ],
    "See your evidence library",
  );
