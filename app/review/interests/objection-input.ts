import { z } from "zod";
import type { Language } from "~/platform/words";
import { type Part, parts } from "../part";
import type { ObjectionRefusal } from "./objection-moves";
import { interestsWords } from "./words/interests-words";

/** What a provider has typed: against whom, and why. */
export const typedObjection = (form: FormData): { about: Part[]; reason: string } => ({
  about: z.array(z.enum(parts)).catch([]).parse(form.getAll("about")),
  reason: String(form.get("reason") ?? "").slice(0, 10_000),
});

/** Why it was not taken, beside the field that it is about, in the reader's language. */
export function objectErrors(why: ObjectionRefusal | "too_long", language: Language): Record<string, string> {
  const t = interestsWords(language);
  switch (why) {
    case "readers_named":
      return { about: t("readers.choose") };
    case "reason_missing":
      return { reason: t("readers.say_why") };
    case "too_long":
      return { reason: t("readers.too_long") };
    case "wrong_role":
      return { reason: t("readers.not_yours") };
    default:
      return { reason: t("readers.moved_on") };
  }
}
