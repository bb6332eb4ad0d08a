import type { Letter } from "~/platform/mail";

export type SectionGiven = { to: { name: string; email: string }; from: string; section: string; standard: string; url: string };

/** To whoever was given a section: what is asked of them, and that there is no hurry and no harm. */
export const sectionGivenMail = ({ to, from, section, standard, url }: SectionGiven): { to: string; subject: string; body: Letter } => ({
  to: to.email,
  subject: `${from} asks you to look after “${section}”`,
  body: {
    greeting: `Hello ${to.name},`,
    paragraphs: [
      `${from} has given you the section “${section}” of your self-assessment: ${standard}.`,
      "Answer what you can, in any order and in as many sittings as you like. Your words save as you go, and “Not yet” is an honest answer.",
      `Is it not for you? Talk to ${from}, or give it to somebody else on the same page.`,
    ],
    action: { words: "Open the section", url },
    signature: "Waymark",
  },
});
