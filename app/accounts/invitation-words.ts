import type { Letter } from "~/platform/mail";
import type { MemberRole } from "./actor";
import type { InvitationState } from "./invitation";

/** What each may do, in a sentence without its subject. */
export const mayWords: Record<MemberRole, string> = { member: "may answer questions", admin: "may answer questions, send them in, and invite people" };

/** For the page of an invitation that cannot be accepted: what happened to it, and what to do. */
export const closedWords: Record<Exclude<InvitationState, "open">, { heading: string; words: string; status: 404 | 410 }> = {
  used: { heading: "This invitation has been used", words: "An invitation works once. If it was you who used it, you can sign in with the same e-mail address.", status: 410 },
  expired: { heading: "This invitation is too old", words: "An invitation works for 7 days. Ask whoever invited you to send it again.", status: 410 },
  withdrawn: { heading: "This invitation was taken back", words: "Or a newer one was sent in its place: look at the newest mail. Otherwise ask whoever invited you.", status: 410 },
  unknown: { heading: "We do not know this invitation", words: "Part of the address may be missing. Open it from the mail again, or copy the whole of it.", status: 404 },
};

export type InvitationMail = {
  to: string;
  from: { name: string; title: string };
  organisation: string;
  role: MemberRole;
  title: string;
  url: string;
  contact: { email: string; phone: string };
};

/** Who asks, for which group, what to do, and who to ask when it comes as a surprise: it must not look like a trick. */
export const invitationMail = ({ to, from, organisation, role, title, url, contact }: InvitationMail): { to: string; subject: string; body: Letter } => ({
  to,
  subject: `${from.name} asks you to join ${organisation} on Waymark`,
  body: {
    greeting: "Hello,",
    paragraphs: [
      `${from.name} (${from.title}) of ${organisation} asks you to help with their self-assessment on Waymark. You would be there as ${title}, and ${mayWords[role]}.`,
      "Waymark is where community groups show how they work and get a quality mark for it. It costs nothing. We will not ask you for a password, a payment or a download.",
      `To join, open the page below: it shows who asks before anything happens, and you decide there. It works once, for 7 days, for this address only (${to}).`,
      `Did you not expect this? Then you need not do anything. You can ask ${from.name} in a way you already know, or us: ${contact.email}, ${contact.phone}.`,
    ],
    action: { words: "See the invitation", url },
    signature: "Waymark",
  },
});

const words = {
  wrong_role: "Only somebody who may send things for your group can do this. Ask them",
  already_member: "This person is in your group already",
  already_invited: "This person has an invitation that is still open. You can send it again below",
  too_many_to_address: "This address has had 5 mails in an hour, which is the most. Try again in an hour",
  too_many: "Your group has sent 20 invitations in an hour, which is the most. Try again in an hour",
  not_open: "This invitation was used or taken back meanwhile. Here is how things stand now",
  last_admin: "Somebody in your group must be able to send things in. Let somebody else do that first",
};
export type PeopleRefusal = keyof typeof words;

/** What a page says when something about people is refused, and what to do. */
export const peopleRefusalWords = (why: PeopleRefusal): string => words[why];

/** 403: somebody else may. 429: too many. 409: as things stand now it cannot be. */
export function peopleRefusalStatus(why: PeopleRefusal): 403 | 409 | 429 {
  if (why === "wrong_role") return 403;
  return why === "too_many" || why === "too_many_to_address" ? 429 : 409;
}
