import type { Day } from "~/platform/calendar";
import { inLanguage, type Language } from "~/platform/words";
import { formatDay } from "~/ui/dates";
import type { MailWords } from "../mail-words";
import { markWords } from "../words/mark-words";
import type { HolderChangeKind } from "./holder-change";

type Proposed = { kind: HolderChangeKind; name: string; standard: string /** The page of the holder, for the scheme. */; page: string };

/** To whoever could be the second person. */
export const proposedMail = ({ kind, name, standard, page }: Proposed): MailWords => {
  const what: Record<HolderChangeKind, string> = {
    renamed: `Somebody proposes that ${name} has a new name.`,
    merged: `Somebody proposes that ${name} has become part of another organisation.`,
    transferred: `Somebody proposes that the mark for ${standard} that ${name} holds is another organisation’s from now on.`,
  };
  return {
    subject: `A second person is needed: ${name}`,
    body: { paragraphs: [what[kind], "It takes effect when a second person confirms it."], action: { words: "Look it up, then confirm or decline", url: page } },
  };
};

type Transferred = { from: string; to: string; standard: string; since: Day /** The mark's public page. */; page: string };

/** To the admins of either organisation, when a mark has gone from one to the other. */
export function transferMail(reader: "from" | "to", { from, to, standard, since, page }: Transferred, language: Language): MailWords {
  const t = markWords(language);
  const about = { from, to, standard, since: formatDay(since, language) };
  return {
    subject: t(`mail.transferred.${reader}.subject`, about),
    body: {
      paragraphs: [t(`mail.transferred.${reader}.what`, about), t(`mail.transferred.${reader}.next`, about), t("mail.transferred.wrong")],
      action: { words: t("mail.change.action"), url: inLanguage(page, language) },
    },
  };
}
