import { z } from "zod";
import { type Language, perLanguage } from "~/platform/words";
import { emailField } from "./email-field";
import { ourPath } from "./go-to";
import { accountWords } from "./words/account-words";

const minute = 60_000;
/** How long a link and its code are good for. */
export const linkLength = 20 * minute;
/** Mails to one address in one hour, whoever asks. */
export const mailsPerHour = 5;
export const limitWindow = 60 * minute;
/** So many wrong codes end the code. The link in the same mail, which nobody can guess, still works. */
export const wrongCodesAllowed = 5;

/** What is sent to ask for a mail, with its faults in the language of the page. */
export const askForLinkForm = perLanguage((language) =>
  z.object({ email: emailField(accountWords(language)("email.own_missing"), language), go_to: z.unknown().optional().transform(ourPath) }),
);

export const enterCodeForm = perLanguage((language) => {
  const t = accountWords(language);
  const code = z
    .string({ error: t("code.missing") })
    .transform((typed) => typed.replace(/[\s-]/g, ""))
    .pipe(
      z
        .string()
        .min(1, t("code.missing"))
        .regex(/^\d{6}$/, t("code.no_digits")),
    );
  return z.object({ email: emailField(t("email.own_missing"), language), code });
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

/** What a link that signs nobody in is answered with. */
export const linkStatus = { used: 410, expired: 410, unknown: 404 } as const;

/** Why a code does not sign anybody in, and what to do. */
export const codeRefusal = (why: SignInRefusal, language: Language): string => accountWords(language)(`code.refused.${why === "unknown" ? "wrong_code" : why}`);
