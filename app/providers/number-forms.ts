/** The forms of numbers and codes that others give out: whether something may be one, never whether it is. */

type Form = { holds(text: string): boolean; example: string };

/** By the key of the fact. What is asked for in words too (why a group is exempt, an area by name) is looked at only where it looks like a number. */
const forms: Record<string, Form> = {
  // England and Wales: 6 or 7 digits, perhaps with a linked charity's number. Scotland: SC0 and 5 digits. Northern Ireland: 10 and 4 digits, perhaps after NIC.
  charity_number: { holds: (text) => /^(\d{6,7}(-\d{1,2})?|SC0\d{5}|NIC10\d{4})$/i.test(text), example: "1123456, SC012345 or NIC100123" },
  company_number: { holds: (text) => /^(\d{8}|[A-Z]{2}\d{6})$/i.test(text), example: "01234567 or SC123456, with every 0" },
  ods_code: { holds: (text) => /^[A-Z0-9]{3,6}$/i.test(text) && /\d/.test(text), example: "A1B2C" },
  ico_registration: { holds: (text) => !/^\S*\d\S*$/.test(text) || /^Z[A-Z0-9]\d{6}$/i.test(text), example: "ZA123456, or the reason in words" },
  catchment: {
    holds: (text) => text.split("\n").every((line) => !/^[A-Z]{1,3}\d+[A-Z0-9]*(\s*\d[A-Z]{2})?$/i.test(line) || /^[A-Z]{1,2}\d[A-Z\d]?$/i.test(line)),
    example: "LS9, the first half of a postcode alone",
  },
};

/** Whether what was typed for this fact can be the number or code that is asked for. True where the fact has no form of its own. */
export const isInForm = (key: string, text: string): boolean => forms[key]?.holds(text.trim()) ?? true;

/** How it is written, for the sentence beside the field. */
export const exampleFor = (key: string): string => forms[key]?.example ?? "";
