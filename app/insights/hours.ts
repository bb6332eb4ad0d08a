import { z } from "zod";
import { perLanguage } from "~/platform/words";
import { insightsWords } from "./words/insights-words";

/** How many people a group pays: nobody, one to five, six to twenty, more. */
export const sizes = ["none", "few", "some", "many"] as const;
export type Size = (typeof sizes)[number];

export const mostHours = 2000;

/** What a group says of how long its self-assessment took. Both, or neither: an hour says nothing without how many share it. */
export const HoursForm = perLanguage((language) => {
  const t = insightsWords(language);
  const hours = z
    .string()
    .trim()
    .transform((typed) => Number(typed.replace(",", ".")))
    .refine((many) => many >= 0.5 && many <= mostHours && Number.isInteger(many * 2), t("hours.wrong"));
  return z.object({ hours: z.string().trim().min(1, t("hours.wrong")).pipe(hours), size: z.enum(sizes, t("hours.no_size")) });
});
