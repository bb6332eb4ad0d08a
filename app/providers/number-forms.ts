/** The forms of numbers and codes that others give out: whether something may be one, never whether it is. */
import type { Language } from "~/platform/words";
import { providerWords } from "./words/provider-words";

/** By the key of the fact. What is asked for in words too (why a group is exempt, an area by name) is looked at only where it looks like a number. */
const forms = {
  // England and Wales: 6 or 7 digits, perhaps with a linked charity's number. Scotland: SC0 and 5 digits. Northern Ireland: 10 and 4 digits, perhaps after NIC.
  charity_number: (text: string) => /^(\d{6,7}(-\d{1,2})?|SC0\d{5}|NIC10\d{4})$/i.test(text),
  company_number: (text: string) => /^(\d{8}|[A-Z]{2}\d{6})$/i.test(text),
  ods_code: (text: string) => /^[A-Z0-9]{3,6}$/i.test(text) && /\d/.test(text),
  ico_registration: (text: string) => !/^\S*\d\S*$/.test(text) || /^Z[A-Z0-9]\d{6}$/i.test(text),
  catchment: (text: string) => text.split("\n").every((line) => !/^[A-Z]{1,3}\d+[A-Z0-9]*(\s*\d[A-Z]{2})?$/i.test(line) || /^[A-Z]{1,2}\d[A-Z\d]?$/i.test(line)),
};
const hasForm = (key: string): key is keyof typeof forms => key in forms;

/** Whether what was typed for this fact can be the number or code that is asked for. True where the fact has no form of its own. */
export const isInForm = (key: string, text: string): boolean => !hasForm(key) || forms[key](text.trim());

/** The public register that a number belongs to, by its org-id.guide scheme, with the number as that register writes it. Undefined for what is no number in form. Where the form does not say whose charity it is, the group's nation does. */
export function registerOf(key: string, text: string, nation: string): { scheme: string; id: string } | undefined {
  const id = text.trim().toUpperCase();
  if (!isInForm(key, id)) return undefined;
  if (key === "company_number") return { scheme: "GB-COH", id };
  if (key !== "charity_number") return undefined;
  if (id.startsWith("SC")) return { scheme: "GB-SC", id };
  if (id.startsWith("NIC")) return { scheme: "GB-NIC", id: id.slice("NIC".length) };
  return { scheme: nation === "northern_ireland" && /^10\d{4}$/.test(id) ? "GB-NIC" : "GB-CHC", id };
}

/** How it is written, for the sentence beside the field. */
export const exampleFor = (key: string, language: Language = "en"): string => (hasForm(key) ? providerWords(language)(`example.${key}`) : "");
