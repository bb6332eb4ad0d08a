import { paths } from "~/platform/paths";
import { inLanguage, type Language } from "~/platform/words";
import type { NoticeKind } from "~/review/notices";
import { formatDay } from "~/ui/dates";
import { checkInWords } from "../check-ins/words/check-in-words";
import type { FoundMark } from "../found-mark";
import type { MailWords } from "../mail-words";
import { markWords } from "../words/mark-words";
import type { MarkClock } from "./mark-clocks";

type Due = { mark: Pick<FoundMark, "code" | "slug" | "holder">; clock: MarkClock; kind: NoticeKind; baseUrl: string };

/** What somebody is told of a deadline of a mark: the group, before and after; moderators, of what they are to look at. */
export function dueMail(due: Due, language: Language): MailWords {
  if (due.clock.of === "check_in") return checkInMail(due, language);
  if (due.clock.of === "circumstance" || due.clock.of === "circumstance_urgent") return toldDueMail(due);
  return due.clock.of === "mark_answer" ? oursMail(due) : theirsMail(due, language);
}

/** To the group, while its check-in is open. */
function checkInMail({ mark: { code, slug, holder }, clock: { due }, baseUrl }: Due, language: Language): MailWords {
  const t = checkInWords(language);
  const about = { standard: holder.standard.title, provider: holder.name, day: formatDay(due, language) };
  return {
    subject: t("mail.due.subject", about),
    body: {
      paragraphs: [t("mail.due.what", about), t("mail.due.next", about)],
      action: { words: t("mail.due.action"), url: inLanguage(baseUrl + paths.checkIn(slug, code), language) },
    },
  };
}

/** To moderators, of a change that waits for them. */
function toldDueMail({ mark: { code, holder }, clock: { due, left }, kind, baseUrl }: Due): MailWords {
  const day = formatDay(due);
  const when = kind === "late" ? `Our last day to look was ${day}.` : left === 0 ? "Our last day to look is today." : `Our last day to look is ${day}.`;
  return {
    subject: kind === "late" ? `Late: what ${holder.name} told us` : `To look at by ${day}: what ${holder.name} told us`,
    body: {
      paragraphs: [`${holder.name} has told us of a change, and nobody has looked at it.`, when],
      action: { words: "Read what they told us", url: baseUrl + paths.heldMark(code) },
    },
  };
}

function theirsMail({ mark: { code, slug, holder }, clock: { of, due, criteria }, kind, baseUrl }: Due, language: Language): MailWords {
  const t = markWords(language);
  const about = { standard: holder.standard.title, provider: holder.name, day: formatDay(due, language), criteria: criteria.join(", ") };
  const which = kind === "late" ? (of === "condition" ? "condition_over" : "mark_end_over") : of === "condition" || of === "top_up" ? of : "mark_end";
  const pages = {
    condition: paths.markAnswer(slug, code, criteria[0] ?? ""),
    condition_over: paths.organisation(slug),
    top_up: paths.markAnswer(slug, code, criteria[0] ?? ""),
    mark_end: paths.organisationAssessments(slug),
    mark_end_over: paths.organisationAssessments(slug),
  };
  return {
    subject: t(`mail.mark_due.${which}.subject`, about),
    body: {
      paragraphs: [t(`mail.mark_due.${which}.what`, about), t(`mail.mark_due.${which}.next`, about)],
      action: { words: t(`mail.mark_due.${which}.action`), url: inLanguage(baseUrl + pages[which], language) },
    },
  };
}

/** To moderators, in English as their pages are. */
function oursMail({ mark: { code, holder }, clock: { due, left, criteria }, kind, baseUrl }: Due): MailWords {
  const what = `${holder.name} has sent ${criteria.join(", ")} for its mark for ${holder.standard.title}, and nobody has answered.`;
  const day = formatDay(due);
  const when = kind === "late" ? `Our last day for it was ${day}.` : left === 0 ? "Our last day for it is today." : `Our last day for it is ${day}.`;
  return {
    subject: kind === "late" ? `Late: what ${holder.name} sent for its mark` : `To look at by ${day}: what ${holder.name} sent for its mark`,
    body: {
      paragraphs: [what, `${when} Please record that it is put right, or tell the group what is not yet there.`],
      action: { words: "Look at what they sent", url: baseUrl + paths.heldMark(code) },
    },
  };
}
