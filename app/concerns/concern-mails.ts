import type { MailWords } from "~/marks/mail-words";
import type { Letter } from "~/platform/mail";
import type { Language } from "~/platform/words";
import type { NoticeKind } from "~/review/notices";
import { formatDay } from "~/ui/dates";
import type { ConcernClock } from "./concern";
import { councilFinder } from "./outside";
import { concernWords } from "./words/concern-words";

type Contact = { email: string; phone: string };
/** A mail to somebody whom we know by nothing but an address. */
export type Answered = { subject: string; body: Letter };

/** At once, to whoever sent a concern: where to turn now, and honest hours (Hazard H9). Nothing of what was typed is in it, so that nobody can send words to others through us. */
export function receivedMail({ reference, readBy, hearBy, phone }: { reference: string; readBy: string; hearBy: string; phone: string }, language: Language): Answered {
  const t = concernWords(language);
  return {
    subject: t("mail.subject", { reference }),
    body: {
      greeting: t("mail.hello"),
      paragraphs: [
        t("mail.danger", { council: councilFinder }),
        t("mail.have", { reference }),
        t("mail.promise", { read: formatDay(readBy, language), hear: formatDay(hearBy, language) }),
        t("mail.hours"),
        t("mail.add", { phone }),
        t("mail.not_you"),
      ],
      signature: "Waymark",
    },
  };
}

/** What a moderator writes to whoever sent a concern, as they typed it. */
export function replyMail({ reference, words, phone }: { reference: string; words: string; phone: string }, language: Language): Answered {
  const t = concernWords(language);
  const paragraphs = [...words.split(/\n{2,}/), t("reply.add", { phone, reference }), t("reply.danger")];
  return { subject: t("reply.subject", { reference }), body: { greeting: t("mail.hello"), paragraphs, signature: "Waymark" } };
}

/** What the group is told: fixed words around what the moderator chose to say. `name`: of whoever told us, where they allowed it and the moderator tells it. */
export function groupMail({ provider, words, name, contact }: { provider: string; words: string; name: string | null; contact: Contact }, language: Language): MailWords {
  const t = concernWords(language);
  const who = name === null ? t("told.unsaid") : t("told.who", { name });
  return { subject: t("told.subject", { provider }), body: { paragraphs: [t("told.what", { provider }), ...words.split(/\n{2,}/), who, t("told.next", contact)] } };
}

/** To moderators. What was told stays on the page: nothing of it, nor whom it is about, travels by mail. */
export const toReadMail = ({ reference, readBy, page }: { reference: string; readBy: string; page: string }): MailWords => ({
  subject: `A concern to read: ${reference}`,
  body: {
    paragraphs: [`Somebody has told us of a concern. We have promised that it is read by the end of ${formatDay(readBy)}.`],
    action: { words: "Read it", url: page },
  },
});

/** To whoever looks after the platform, where no moderator may see a concern. */
export const nobodyMail = (reference: string): MailWords => ({
  subject: "A concern that no moderator may read",
  body: {
    paragraphs: [
      `Concern ${reference} is about a group to which every moderator belongs, or has a tie. Nobody can read it.`,
      "Please give somebody without a tie to that group the role of a moderator today.",
    ],
  },
});

/** To moderators, of what was promised and is due. */
export function dueMail({ reference, of, kind, due, page }: { reference: string; of: ConcernClock["of"]; kind: NoticeKind; due: string; page: string }): MailWords {
  const late = kind === "late";
  const what = of === "concern_read" ? "Nobody has read it." : "Whoever sent it has not heard from us.";
  const todo = of === "concern_read" ? "read" : "answer";
  return {
    subject: late ? `Late: a concern to ${todo}, ${reference}` : `By ${formatDay(due)}: a concern to ${todo}, ${reference}`,
    body: {
      paragraphs: [what, late ? `We had promised it by ${formatDay(due)}.` : `We have promised it by the end of ${formatDay(due)}.`],
      action: { words: "Open the concern", url: page },
    },
  };
}
