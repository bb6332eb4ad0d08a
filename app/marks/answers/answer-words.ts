import type { Day } from "~/platform/calendar";
import { inLanguage, type Language } from "~/platform/words";
import { formatDay, formatMoment } from "~/ui/dates";
import type { MailWords } from "../mail-words";
import { markWords } from "../words/mark-words";
import type { AnswerRefusal } from "./answer-moves";

type Refused = { why: AnswerRefusal | "too_many" | "moved" | "unknown_file" | "personal" };
const said = ["wrong_state", "wrong_role", "still_asked", "something", "moved", "unknown_file", "personal"] as const;

/** Why what a group wrote for its mark was not kept or not sent, and what to do. */
export function answerRefusal({ why }: Refused, language: Language): string {
  if (why === "too_many") return markWords(language)("answers.refused.full");
  const known = said.find((each) => each === why) ?? "wrong_state";
  return markWords(language)(`answers.refused.${known}`);
}

/** 409: it has moved on. 403: somebody else may. 422: what was sent was not right. */
export function answerRefusalStatus({ why }: Refused): 403 | 409 | 422 {
  if (why === "wrong_role") return 403;
  return why === "wrong_state" || why === "still_asked" || why === "moved" ? 409 : 422;
}

type Came = { criterion: string; provider: string; standard: string; page: string };

/** To moderators: something came that somebody is to look at. */
export const answerCameMail = ({ criterion, provider, standard, page }: Came): MailWords => ({
  subject: `To look at: ${provider} has sent ${criterion}`,
  body: {
    paragraphs: [
      `${provider} has sent words and evidence for ${criterion}, for its mark for ${standard}.`,
      "Please look at it within five working days. Record that it is put right, or tell the group what is not yet there.",
    ],
    action: { words: "Look at what they sent", url: page },
  },
});

/** To the group: it arrived, and what happens next. */
export function answerReceivedMail({ criterion, standard, page, at }: Came & { at: string }, language: Language): MailWords {
  const t = markWords(language);
  return {
    subject: t("mail.answer_received.subject", { criterion, standard }),
    body: {
      paragraphs: [t("mail.answer_received.what", { criterion, standard, at: formatMoment(at, language) }), t("mail.answer_received.next")],
      action: { words: t("mail.answer_received.action"), url: inLanguage(page, language) },
    },
  };
}

type NotYet = { criterion: string; reply: string; lastDay: Day; late: boolean; standard: string; page: string };

/** To the group: what is not yet there, in the moderator's own words, and until when it may send again. */
export function notYetMail({ criterion, reply, lastDay, late, standard, page }: NotYet, language: Language): MailWords {
  const t = markWords(language);
  const day = formatDay(lastDay, language);
  return {
    subject: t("mail.answer_not_yet.subject", { criterion, standard }),
    body: {
      paragraphs: [t("mail.answer_not_yet.what", { criterion, standard }), `“${reply}”`, t(late ? "mail.answer_not_yet.again_late" : "mail.answer_not_yet.again", { day })],
      action: { words: t("mail.answer_not_yet.action"), url: inLanguage(page, language) },
    },
  };
}
