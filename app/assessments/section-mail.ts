import type { Letter } from "~/platform/mail";
import type { Language } from "~/platform/words";
import { assessmentWords } from "./words/assessment-words";

export type SectionGiven = { to: { name: string; email: string }; from: string; section: string; standard: string; url: string };

/** To whoever was given a section, in a language of theirs: what is asked of them, and that there is no hurry and no harm. */
export function sectionGivenMail({ to: { name, email }, from, section, standard, url }: SectionGiven, language: Language): { to: string; subject: string; body: Letter } {
  const t = assessmentWords(language);
  return {
    to: email,
    subject: t("mail.subject", { from, section }),
    body: {
      greeting: t("mail.hello", { name }),
      paragraphs: [t("mail.given", { from, section, standard }), t("mail.how"), t("mail.not_for_you", { from })],
      action: { words: t("mail.open"), url },
      signature: "Waymark",
    },
  };
}
