import { z } from "zod";
import type { Language } from "~/platform/words";
import { accountWords } from "./words/account-words";

/** An address as it is typed into a form. `asking` is said where there is none. */
export function emailField(asking: string, language: Language) {
  const t = accountWords(language);
  return z
    .string({ error: asking })
    .trim()
    .min(1, asking)
    .max(254, t("email.too_long"))
    .pipe(z.email(t("email.no_address")));
}
