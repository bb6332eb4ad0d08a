import { paths } from "~/platform/paths";
import { inLanguage, type Language } from "~/platform/words";
import type { NoticeKind } from "~/review/notices";
import { formatDay } from "~/ui/dates";
import type { FoundMark } from "../found-mark";
import type { MailWords } from "../mail-words";
import { markWords } from "../words/mark-words";
import type { MarkClock } from "./mark-clocks";

type Due = { mark: Pick<FoundMark, "code" | "slug" | "holder">; clock: MarkClock; kind: NoticeKind; baseUrl: string };

/** What somebody is told of a deadline of a mark: the group, before and after; moderators, of what they are to look at. */
export const dueMail = (due: Due, language: Language): MailWords => (due.clock.of === "mark_answer" ? oursMail(due) : theirsMail(due, language));

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
