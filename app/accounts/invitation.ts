import { z } from "zod";
import { withoutTurns } from "~/platform/without-turns";
import { type Language, perLanguage } from "~/platform/words";
import { emailField } from "./email-field";
import { accountWords } from "./words/account-words";

const hour = 60 * 60_000;
/** How long an invitation is good for. */
export const invitationLength = 7 * 24 * hour;
/** Invitations mailed for one organisation in one hour. `mailsPerHour` holds for one address besides, whoever asks. */
export const invitationsPerHour = 20;

/** What somebody is called in the group. It is printed in a mail to a stranger: no web address, no line breaks. */
function titleField(language: Language) {
  const t = accountWords(language);
  return z
    .string({ error: t("people.title_missing") })
    .overwrite(withoutTurns)
    .trim()
    .min(1, t("people.title_missing"))
    .max(60, t("people.title_too_long"))
    .regex(/^(?!.*(:\/\/|www\.|@))[^\r\n]*$/i, t("people.title_address"));
}
const roleField = (language: Language) => z.enum(["member", "admin"], accountWords(language)("people.role_missing"));

/** The forms about people, with their faults in the language of the page. */
export const inviteForm = perLanguage((language) =>
  z.object({ email: emailField(accountWords(language)("email.theirs_missing"), language), title: titleField(language), role: roleField(language) }),
);
export const changeMemberForm = perLanguage((language) => z.object({ title: titleField(language), role: roleField(language) }));
export const yourName = perLanguage((language) => {
  const t = accountWords(language);
  return z
    .string({ error: t("invitation.name_missing") })
    .overwrite(withoutTurns)
    .trim()
    .min(1, t("invitation.name_missing"))
    .max(100, t("invitation.name_too_long"))
    .regex(/^(?!.*:\/\/)[^\r\n]*$/, t("invitation.name_address"));
});

export type InvitationState = "open" | "used" | "withdrawn" | "expired" | "unknown";
export type InvitationTimes = { acceptedAt: Date | null; withdrawnAt: Date | null; expiresAt: Date };

/** Whether an invitation may still be accepted. Undefined is one we do not know. */
export function invitationState(invitation: InvitationTimes | undefined, now: Date): InvitationState {
  if (!invitation) return "unknown";
  if (invitation.acceptedAt) return "used";
  if (invitation.withdrawnAt) return "withdrawn";
  return now < invitation.expiresAt ? "open" : "expired";
}
