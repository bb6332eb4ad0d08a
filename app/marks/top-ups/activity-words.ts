import type { Day } from "~/platform/calendar";
import { inLanguage, type Language } from "~/platform/words";
import { formatDay } from "~/ui/dates";
import type { MailWords } from "../mail-words";
import { markWords } from "../words/mark-words";

type Begun = { activity: string; criteria: readonly string[]; lastDay: Day; standard: string /** The group's own first page. */; page: string };

/** To the group, when it has told us of a new activity. */
export function activityMail({ criteria, lastDay, page, ...about }: Begun, language: Language): MailWords {
  const t = markWords(language);
  return {
    subject: t("mail.activity.subject", about),
    body: {
      paragraphs: [t("mail.activity.what", about), t("mail.activity.asked", { criteria: criteria.join(", "), day: formatDay(lastDay, language) }), t("mail.top_up.how")],
      action: { words: t("mail.top_up.action"), url: inLanguage(page, language) },
    },
  };
}

type Covered = { activity: string; standard: string /** The mark's public page. */; page: string };

/** To the group, when everything was shown. */
export function activityCoveredMail({ page, ...about }: Covered, language: Language): MailWords {
  const t = markWords(language);
  return {
    subject: t("mail.activity.covered_subject", about),
    body: { paragraphs: [t("mail.activity.covered", about), t("mail.activity.paper")], action: { words: t("mail.change.action"), url: inLanguage(page, language) } },
  };
}
