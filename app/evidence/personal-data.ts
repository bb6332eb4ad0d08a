import { z } from "zod";
import { tellingName } from "./telling-name";

/** Kinds of personal details that can be found. Never the details themselves. Some are about what a file hides. */
export const findingKinds = [
  "nhs_number",
  "chi_number",
  "hc_number",
  "national_insurance",
  "dbs_certificate",
  "birth_date",
  "email_and_postcode",
  "person_and_health",
  "file_name",
  "hidden_text",
  "comments",
  "tracked_changes",
  "hidden_sheets",
] as const;
export type FindingKind = (typeof findingKinds)[number];

/** `blocked`: surely a detail of a person. `please_check`: may be one. */
export const Finding = z.strictObject({ kind: z.enum(findingKinds), result: z.enum(["please_check", "blocked"]) });
export type Finding = z.infer<typeof Finding>;
export type Result = "clear" | "please_check" | "blocked";

/** The worst of what was found. */
export function resultOf(findings: readonly Finding[]): Result {
  if (findings.some(({ result }) => result === "blocked")) return "blocked";
  return findings.length > 0 ? "please_check" : "clear";
}

/** One line a kind, the worst of each, in the order of `findingKinds`. */
export const merged = (findings: readonly Finding[]): Finding[] =>
  findingKinds.flatMap((kind) => {
    const same = findings.filter((each) => each.kind === kind);
    return same.length === 0 ? [] : [{ kind, result: same.some(({ result }) => result === "blocked") ? "blocked" : "please_check" }];
  });

/**
 * Looks for personal details in words (Standard rules §G.3). Telephone numbers are taken out first. A ten-digit number that passes its check says something only
 * with a word nearby that says what it is, or when there are several: about one in eleven passes by chance.
 */
export function findInText(text: string): Finding[] {
  const plain = text.normalize("NFKC").replace(/[\u2010-\u2015\u2212]/g, "-");
  const quiet = plain.replace(phone, (found) => " ".repeat(found.length));
  return merged([...healthNumbers(quiet), ...insuranceNumbers(quiet), ...certificates(quiet), ...birthDates(quiet), ...contacts(plain), ...namedPatients(plain)]);
}

/** The same for the name of a file, which may tell by itself what is in it. */
export const findInName = (name: string): Finding[] => merged([...findInText(name.replace(/_/g, " ")), ...(tellingName(name) ? [check("file_name")] : [])]);

const check = (kind: FindingKind): Finding => ({ kind, result: "please_check" });
const block = (kind: FindingKind): Finding => ({ kind, result: "blocked" });

/** British numbers: 0 and ten digits (or nine), or +44 and the rest. */
const phone = /(?<![\d+])(?:(?:\+|00)44[ .-]?(?:\(0\)[ .-]?)?\(?[1-9](?:[ .()-]{0,2}\d){8,9}|\(?0[1-9](?:[ .()-]{0,2}\d){9}(?!\d))/g;
const tenDigits = /(?<!\d)\d{3}[ .-]?\d{3}[ .-]?\d{4}(?!\d)/g;
/** How far away a word still says what a number is. */
const near = 60;
const around = (text: string, at: number, length: number) => text.slice(Math.max(0, at - near), at + length + near);

/** NHS number, CHI and H&C number share one sum: weights 10 to 2, modulus 11. */
export function passesModulus11(digits: string): boolean {
  if (!/^\d{10}$/.test(digits) || /^(\d)\1*$/.test(digits)) return false;
  const sum = [...digits.slice(0, 9)].reduce((total, digit, place) => total + Number(digit) * (10 - place), 0);
  const expected = (11 - (sum % 11)) % 11;
  return expected !== 10 && expected === Number(digits[9]);
}

const says = {
  chi_number: /\bchi\b|community health index/i,
  hc_number: /\bh\s?&\s?c\b|\bhcn\b|health (?:and|&) care (?:number|no)/i,
  nhs_number: /\bnhs\b|\bpatients?\b|\bd\.?o\.?b\b|date of birth/i,
} as const;
type HealthNumber = keyof typeof says;

function healthNumbers(text: string): Finding[] {
  const hits = [...text.matchAll(tenDigits)].map((found) => ({ digits: found[0].replace(/\D/g, ""), context: around(text, found.index, found[0].length) }));
  const passing = hits.filter(({ digits }) => passesModulus11(digits));
  const several = new Set(passing.map(({ digits }) => digits)).size > 1;
  return passing.flatMap(({ digits, context }) => {
    const said = (Object.keys(says) as HealthNumber[]).find((kind) => says[kind].test(context));
    if (!said && digits.startsWith("0")) return several ? [check("chi_number")] : []; // as likely an old telephone number
    const kind = said ?? kindByDigits(digits);
    return [said || several ? block(kind) : check(kind)];
  });
}

function kindByDigits(digits: string): HealthNumber {
  if (/^3[2-9]/.test(digits)) return "hc_number";
  return /^(0[1-9]|[12]\d|3[01])(0[1-9]|1[0-2])/.test(digits) ? "chi_number" : "nhs_number";
}

const insurance = /\b(?!BG|GB|NK|KN|TN|NT|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z](?: ?\d{2}){3} ?[A-D]\b/g;
function insuranceNumbers(text: string): Finding[] {
  return [...text.matchAll(insurance)].map((found) =>
    /national insurance|\bnino\b|\bni\b/i.test(around(text, found.index, found[0].length)) ? block("national_insurance") : check("national_insurance"),
  );
}

function certificates(text: string): Finding[] {
  const hits = [...text.matchAll(/(?<!\d)\d{3}(?:[ -]?\d{3}){3}(?!\d)/g)];
  return hits.filter((found) => /\bdbs\b|disclosure/i.test(around(text, found.index, found[0].length))).map(() => block("dbs_certificate"));
}

const month = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*";
const date = `(?:\\d{1,2}[/. -]\\d{1,2}[/. -](?:\\d{4}|\\d{2})|\\d{4}-\\d{2}-\\d{2}|\\d{1,2}(?:st|nd|rd|th)?(?: of)? ${month},? \\d{4})(?!\\d)`;
const dob = new RegExp(`(?:\\bd\\.?o\\.?b\\b|date of birth|birth ?date)[^\\d]{0,20}${date}`, "i");
const born = new RegExp(`\\b(?:was |were )?born\\b[^\\d]{0,20}${date}`, "i");
function birthDates(text: string): Finding[] {
  if (dob.test(text)) return [block("birth_date")];
  return born.test(text) ? [check("birth_date")] : [];
}

const email = /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+/g;
const postcode = /\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b/i;
const contacts = (text: string): Finding[] =>
  [...text.matchAll(email)].some((found) => postcode.test(text.slice(Math.max(0, found.index - 200), found.index + found[0].length + 200))) ? [check("email_and_postcode")] : [];

const titled = /\b(?:Mr|Mrs|Miss|Ms|Mx)\.? \p{Lu}[\p{L}’'-]+/gu;
const health = /\bdiagnos|\bdepress|\bmedicat|\bsuicid|\bself-?harm|\bdementia\b|\banxiety\b|\boverdose\b|\bschizophreni|\bbipolar\b|\bcancer\b/i;
const namedPatients = (text: string): Finding[] =>
  [...text.matchAll(titled)].some((found) => health.test(text.slice(Math.max(0, found.index - 120), found.index + found[0].length + 120))) ? [check("person_and_health")] : [];
