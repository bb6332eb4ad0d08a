import type { Letter } from "~/platform/mail";
import type { Language } from "~/platform/words";
import type { MemberRole } from "./actor";
import type { InvitationState } from "./invitation";
import { accountWords } from "./words/account-words";

/** What the page of an invitation that cannot be accepted is answered with. */
export const closedStatus: Record<Exclude<InvitationState, "open">, 404 | 410> = { used: 410, expired: 410, withdrawn: 410, unknown: 404 };

export type InvitationMail = {
  to: string;
  from: { name: string; title: string };
  organisation: string;
  role: MemberRole;
  title: string;
  url: string;
  contact: { email: string; phone: string };
};

/** Who asks, for which group, what to do, and who to ask when it comes as a surprise: it must not look like a trick. In the language of who asks. */
export function invitationMail({ to, from, organisation, role, title, url, contact }: InvitationMail, language: Language = "en"): { to: string; subject: string; body: Letter } {
  const t = accountWords(language);
  const values = { from: from.name, fromTitle: from.title, organisation, title, to, email: contact.email, phone: contact.phone };
  return {
    to,
    subject: t("mail.invitation.subject", values),
    body: {
      greeting: t("mail.hello"),
      paragraphs: [t(`mail.invitation.asks_${role}`, values), t("mail.invitation.waymark"), t("mail.invitation.join", values), t("mail.invitation.surprise", values)],
      action: { words: t("mail.invitation.action"), url },
      signature: "Waymark",
    },
  };
}

export type PeopleRefusal = "wrong_role" | "already_member" | "already_invited" | "too_many_to_address" | "too_many" | "not_open" | "last_admin";

/** What a page says when something about people is refused, and what to do. */
export const peopleRefusalWords = (why: PeopleRefusal, language: Language): string => accountWords(language)(`people.refused.${why === "too_many" ? "mails_spent" : why}`);

/** 403: somebody else may. 429: too many. 409: as things stand now it cannot be. */
export function peopleRefusalStatus(why: PeopleRefusal): 403 | 409 | 429 {
  if (why === "wrong_role") return 403;
  return why === "too_many" || why === "too_many_to_address" ? 429 : 409;
}
