import { formatDay } from "~/ui/dates";
import type { MailWords } from "./mail-words";
import type { ReasonClass } from "./mark";
import type { Proposable, ReviewStep } from "./mark-moves";
import type { MarkEventKind } from "./status";
import { reasonWords } from "./status-words";

/** What a change is called before it has happened. */
export const changeNames: Record<Proposable | ReviewStep, string> = {
  suspend: "Suspend the mark",
  reinstate: "Reinstate the mark",
  withdraw: "Withdraw the mark",
  review: "Begin a review",
  end_review: "End the review",
};

/** What happened, in the past tense: for a mark's history. */
export const eventNames: Record<MarkEventKind, string> = {
  suspend: "Suspended",
  reinstate: "Reinstated",
  withdraw: "Withdrawn",
  surrender: "Given up by the provider",
  supersede: "Replaced by a newer mark",
  review: "Review begun",
  end_review: "Review ended",
};

/** The reasons to choose from for a suspension; the public reads them in the words of status-words. */
export const reasonNames: Record<ReasonClass, string> = {
  cannot_be_reached: "They cannot be reached",
  paperwork_overdue: "Paperwork is overdue",
  being_looked_into: "Something is being looked into",
};

export type Change = {
  provider: string;
  standard: string /** The London day on which it takes effect. */;
  day: string;
  reasonClass: ReasonClass | null;
  /** Its time is over: nothing brings it back. */
  over?: boolean /** The mark's public page. */;
  page: string;
};

/** To the provider. Fixed words, the same for everybody: no free text about a provider leaves the scheme, not even in a mail. */
export function changeMail(kind: MarkEventKind, change: Change): MailWords {
  const { subject, paragraphs } = words[kind](change);
  return { subject, body: { paragraphs, action: { words: "See the page of the mark", url: change.page } } };
}

const talk = "Please ring us or write to us. We will say what we know, and what would help.";
const mark = ({ provider, standard }: Change) => `the mark for ${standard} that ${provider} holds`;

const words: Record<MarkEventKind, (change: Change) => { subject: string; paragraphs: string[] }> = {
  suspend: (change) => ({
    subject: `The mark for ${change.standard} is suspended`,
    paragraphs: [
      `From today, ${formatDay(change.day)}, ${mark(change)} is suspended. Its page says so.`,
      ...(change.reasonClass ? [`The reason shown there: ${reasonWords[change.reasonClass]}.`] : []),
      "Suspending protects people while something is cleared up. It is not a finding about you. Please do not show the mark meanwhile.",
      talk,
    ],
  }),
  reinstate: (change) =>
    change.over
      ? {
          subject: `The suspension of the mark for ${change.standard} is lifted`,
          paragraphs: [
            `From today, ${formatDay(change.day)}, the suspension of ${mark(change)} is lifted. Its time is over, so it is not in force again. A new mark can be given.`,
            "Thank you for your patience.",
          ],
        }
      : {
          subject: `The mark for ${change.standard} is in force again`,
          paragraphs: [`From today, ${formatDay(change.day)}, ${mark(change)} is in force again. You can show it as before.`, "Thank you for your patience."],
        },
  withdraw: (change) => ({
    subject: `The mark for ${change.standard} is withdrawn`,
    paragraphs: [
      `From today, ${formatDay(change.day)}, ${mark(change)} is withdrawn. Its page says so. Please take the mark off your website and your leaflets.`,
      "You can appeal within 28 days if you think that facts were wrong, evidence was overlooked, we did not follow our own steps, or someone had a conflict of interest or was unfair. Someone who had no part in this will look.",
      talk,
    ],
  }),
  surrender: (change) => ({
    subject: `The mark for ${change.standard} is given up`,
    paragraphs: [
      `As you asked, ${mark(change)} ended today, ${formatDay(change.day)}. Its page says that you gave it up. Please take it off your website and your leaflets.`,
      "You can apply again whenever you like.",
    ],
  }),
  supersede: (change) => ({
    subject: `The mark for ${change.standard} is replaced by a newer one`,
    paragraphs: [`From today, ${formatDay(change.day)}, a newer mark takes the place of ${mark(change)}. The older mark’s page leads to it.`],
  }),
  review: (change) => ({
    subject: `The mark for ${change.standard} is being reviewed`,
    paragraphs: [`From today, ${formatDay(change.day)}, ${mark(change)} is being reviewed. You still hold it while we check, and its page says so. No reason is shown.`, talk],
  }),
  end_review: (change) => ({
    subject: `The review of the mark for ${change.standard} is over`,
    paragraphs: [`We have finished looking, and ${mark(change)} stays in force as before. Its page no longer mentions a review.`, "Thank you for your help."],
  }),
};

/** To whoever could be the second person. `page` is the mark's page for the scheme. */
export const secondPersonMail = (kind: Proposable, { provider, standard, page }: { provider: string; standard: string; page: string }): MailWords => ({
  subject: `A second person is needed: ${provider}`,
  body: {
    paragraphs: [`Somebody proposes to ${kind} the mark for ${standard} that ${provider} holds.`, "It takes effect when a second person confirms it. Please look today."],
    action: { words: "Read the reasons, then confirm or decline", url: page },
  },
});
