import { z } from "zod";
import { emailField } from "./email-field";

const hour = 60 * 60_000;
/** How long an invitation is good for. */
export const invitationLength = 7 * 24 * hour;
/** Invitations mailed for one organisation in one hour. `mailsPerHour` holds for one address besides, whoever asks. */
export const invitationsPerHour = 20;

/** What somebody is called in the group. It is printed in a mail to a stranger: no web address, no line breaks. */
export const Title = z
  .string({ error: "Write what they do, such as treasurer" })
  .trim()
  .min(1, "Write what they do, such as treasurer")
  .max(60, "Use 60 characters or fewer")
  .regex(/^(?!.*(:\/\/|www\.|@))[^\r\n]*$/i, "Write what they do in words, without an address");
export const MemberRoleField = z.enum(["member", "admin"], "Choose what they may do");

export const Invite = z.object({ email: emailField("Enter their e-mail address"), title: Title, role: MemberRoleField });
export const ChangeMember = z.object({ title: Title, role: MemberRoleField });
export const YourName = z
  .string({ error: "Write your name" })
  .trim()
  .min(1, "Write your name")
  .max(100, "Use 100 characters or fewer")
  .regex(/^(?!.*:\/\/)[^\r\n]*$/, "Write your name, without an address");

export type InvitationState = "open" | "used" | "withdrawn" | "expired" | "unknown";
export type InvitationTimes = { acceptedAt: Date | null; withdrawnAt: Date | null; expiresAt: Date };

/** Whether an invitation may still be accepted. Undefined is one we do not know. */
export function invitationState(invitation: InvitationTimes | undefined, now: Date): InvitationState {
  if (!invitation) return "unknown";
  if (invitation.acceptedAt) return "used";
  if (invitation.withdrawnAt) return "withdrawn";
  return now < invitation.expiresAt ? "open" : "expired";
}
