import { z } from "zod";
import { emailField } from "./email-field";
import { ourPath } from "./go-to";

const minute = 60_000;
/** How long a link and its code are good for. */
export const linkLength = 20 * minute;
/** Mails to one address in one hour, whoever asks. */
export const mailsPerHour = 5;
export const limitWindow = 60 * minute;
/** So many wrong codes end the code. The link in the same mail, which nobody can guess, still works. */
export const wrongCodesAllowed = 5;

const email = emailField("Enter your e-mail address");

export const AskForLink = z.object({ email, go_to: z.unknown().optional().transform(ourPath) });
export const EnterCode = z.object({
  email,
  code: z
    .string({ error: "Enter the code from the mail" })
    .transform((typed) => typed.replace(/[\s-]/g, ""))
    .pipe(
      z
        .string()
        .min(1, "Enter the code from the mail")
        .regex(/^\d{6}$/, "Enter the 6 digits from the mail, such as 042117"),
    ),
});

/** Why a link or a code does not sign anybody in. */
export type SignInRefusal = "used" | "expired" | "unknown" | "wrong_code" | "code_ended";

export type LinkTimes = { usedAt: Date | null; expiresAt: Date };
/** Whether a link, or the code sent with it, may still sign somebody in. Undefined is a link we do not know. */
export function linkState(link: LinkTimes | undefined, now: Date): "good" | "used" | "expired" | "unknown" {
  if (!link) return "unknown";
  if (link.usedAt) return "used";
  return now < link.expiresAt ? "good" : "expired";
}

/** For the page: what happened to a link, and that it is no harm. */
export const linkWords: Record<"used" | "expired" | "unknown", { heading: string; words: string; status: 404 | 410 }> = {
  used: { heading: "This link has been used", words: "A link signs you in once.", status: 410 },
  expired: { heading: "This link is too old", words: "A link works for 20 minutes after it was sent.", status: 410 },
  unknown: { heading: "We do not know this link", words: "Part of the address may be missing. Open it from the mail again, or copy the whole of it.", status: 404 },
};

export const codeWords: Record<SignInRefusal, string> = {
  used: "This code has been used. Ask for a new one",
  expired: "This code is older than 20 minutes. Ask for a new one",
  unknown: "This is not the code we sent. Look at the newest mail",
  wrong_code: "This is not the code we sent. Look at the newest mail",
  code_ended: "There were 5 wrong codes. Use the link in the mail, or ask for a new mail",
};
