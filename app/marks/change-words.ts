import { inLanguage, type Language } from "~/platform/words";
import { formatDay } from "~/ui/dates";
import type { MailWords } from "./mail-words";
import type { ReasonClass } from "./mark";
import type { Proposable, ReviewStep } from "./mark-moves";
import type { MarkEventKind } from "./status";
import { reasonWordsIn } from "./status-words";
import { markWords } from "./words/mark-words";

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
  over?: boolean;
  /** Which rule brought it about, in a sentence of the reader's language; where a person did, nothing. */
  because?: string | undefined /** The mark's public page. */;
  page: string;
};

/** To the provider. Fixed words, the same for everybody: no free text about a provider leaves the scheme, not even in a mail. */
export function changeMail(kind: MarkEventKind, change: Change, language: Language): MailWords {
  const t = markWords(language);
  const said = kind === "reinstate" && change.over ? "lift" : kind;
  const { provider, standard } = change;
  return {
    subject: t(`mail.change.${said}.subject`, { standard }),
    body: {
      paragraphs: [
        t(`mail.change.${said}.what`, { provider, standard, day: formatDay(change.day, language) }),
        ...(change.because ? [change.because] : []),
        ...more(kind, change, language),
      ],
      action: { words: t("mail.change.action"), url: inLanguage(change.page, language) },
    },
  };
}

/** What is said after what has happened. */
function more(kind: MarkEventKind, { reasonClass }: Change, language: Language): string[] {
  const t = markWords(language);
  const talk = t("mail.change.talk");
  const patience = t("mail.change.patience");
  const reason = reasonClass ? [t("mail.change.suspend.reason", { reason: reasonWordsIn(language)[reasonClass] })] : [];
  const words: Record<MarkEventKind, string[]> = {
    suspend: [...reason, t("mail.change.suspend.protects"), talk],
    reinstate: [patience],
    withdraw: [t("mail.change.withdraw.appeal"), talk],
    surrender: [t("mail.change.surrender.again")],
    supersede: [],
    review: [talk],
    end_review: [t("mail.change.end_review.thanks")],
  };
  return words[kind];
}

/** To whoever could be the second person. `page` is the mark's page for the scheme. */
export const secondPersonMail = (kind: Proposable, { provider, standard, page }: { provider: string; standard: string; page: string }): MailWords => ({
  subject: `A second person is needed: ${provider}`,
  body: {
    paragraphs: [`Somebody proposes to ${kind} the mark for ${standard} that ${provider} holds.`, "It takes effect when a second person confirms it. Please look today."],
    action: { words: "Read the reasons, then confirm or decline", url: page },
  },
});
