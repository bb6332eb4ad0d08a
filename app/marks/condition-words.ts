import type { Day } from "~/platform/calendar";
import { inLanguage, type Language } from "~/platform/words";
import { formatDay } from "~/ui/dates";
import type { MailWords } from "./mail-words";
import { markWords } from "./words/mark-words";

type Cleared = {
  criterion: string /** What is still to be put right, by this day. */;
  open: readonly string[];
  by: Day;
  standard: string /** The group's own first page. */;
  page: string;
};

/** To the group, when one of the points its mark named is put right. */
export function clearedMail({ criterion, open, by, standard, page }: Cleared, language: Language): MailWords {
  const t = markWords(language);
  const rest = open.length > 0 ? t("mail.cleared.still", { criteria: open.join(", "), day: formatDay(by, language) }) : t("mail.cleared.all", { standard });
  return {
    subject: t("mail.cleared.subject", { criterion, standard }),
    body: { paragraphs: [t("mail.cleared.what", { criterion, standard }), rest], action: { words: t("mail.cleared.action"), url: inLanguage(page, language) } },
  };
}
