/** What a certificate says. How it looks is in certificate-document, certificate-top and certificate-bottom. */
import { z } from "zod";
import type { Faces } from "~/platform/paper/fit";
import { languages } from "~/platform/words";
import { MarkCode } from "./code";
import { awardLevels } from "./mark";

/** Everything a certificate says. Fixed when the mark is awarded. Days are ISO dates, Europe/London. */
export const Certificate = z.strictObject({
  code: MarkCode,
  /** As we quote it, such as "WM-00042". */
  number: z.string().min(1),
  /** `identifiers` as they are printed, such as "Charity 1100000". */
  holder: z.strictObject({ name: z.string().trim().min(1), area: z.string(), identifiers: z.array(z.string()) }),
  standard: z.strictObject({ key: z.string(), title: z.string(), version: z.string() }),
  level: z.enum(awardLevels),
  scope: z.array(z.string()),
  awarded_on: z.iso.date(),
  /** The last day in force. */
  valid_until: z.iso.date(),
  conditions: z.strictObject({ count: z.number().int().min(1), by: z.iso.date() }).optional(),
  /** Phone and e-mail were both tested, and worked, between sending and deciding. */
  contact_tested: z.boolean(),
  languages: z.array(z.enum(languages)).min(1),
});
export type Certificate = z.infer<typeof Certificate>;

/** `origin`: where our pages are, such as "https://waymark.example", without a slash at the end. `issuer`: the body that awards. */
export type Printing = { origin: string; issuer: string; faces: Faces };
