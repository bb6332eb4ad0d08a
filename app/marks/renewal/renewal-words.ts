import type { Day } from "~/platform/calendar";
import { paths } from "~/platform/paths";
import { inLanguage, type Language } from "~/platform/words";
import { formatDay } from "~/ui/dates";
import type { FoundMark } from "../found-mark";
import type { MailWords } from "../mail-words";
import { markWords } from "../words/mark-words";
import type { renewalMonths } from "./reminders";

type Mark = Pick<FoundMark, "slug" | "holder" | "facts">;

/** That a mark can be renewed, how much of it is there already, and what happens otherwise. */
export function renewalMail({ slug, holder, facts }: Mark, months: (typeof renewalMonths)[number], baseUrl: string, language: Language): MailWords {
  const t = markWords(language);
  const about = { standard: holder.standard.title, provider: holder.name, day: formatDay(facts.validUntil, language) };
  return {
    subject: t(`mail.renewal.${months === 6 ? "opens" : "soon"}.subject`, about),
    body: {
      paragraphs: [t(`mail.renewal.${months === 6 ? "opens" : "soon"}.what`, about), t("mail.renewal.carried"), t("mail.renewal.otherwise", about)],
      action: { words: t("mail.renewal.action"), url: inLanguage(baseUrl + paths.organisationAssessments(slug), language) },
    },
  };
}

/** That the insurance runs out, and what happens when no new date comes. */
export function insuranceMail({ slug, holder }: Mark, insuredUntil: Day, baseUrl: string, language: Language): MailWords {
  const t = markWords(language);
  const about = { provider: holder.name, day: formatDay(insuredUntil, language) };
  return {
    subject: t("mail.insurance.subject", about),
    body: {
      paragraphs: [t("mail.insurance.what", about), t("mail.insurance.otherwise")],
      action: { words: t("mail.insurance.action"), url: inLanguage(`${baseUrl}${paths.changes(slug)}?kind=insurance`, language) },
    },
  };
}
