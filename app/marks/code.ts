/**
 * The code printed on a certificate: eleven random characters and one that checks them, shown as XXXX-XXXX-XXXX.
 *
 * The alphabet is Crockford's base 32: no I, L, O or U, so nothing in it is easily read as something else. The last character is a sum over
 * the field of 32 elements in which every position has a weight of its own. So one wrong character, and two characters that changed places,
 * are always noticed, and no look-up is needed to say so.
 *
 * A code is not a secret. Marks are public; a code is a short way to one of them.
 */
import { z } from "zod";

const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const randomLength = 11;
const shape = new RegExp(`^[${alphabet}]{4}-[${alphabet}]{4}-[${alphabet}]{4}$`);

/** A well-formed code in the form we print, its check character included. That we ever issued it is another question. */
export const MarkCode = z
  .string()
  .regex(shape)
  .refine((code) => checks(compactCode(code)))
  .brand<"MarkCode">();
export type MarkCode = z.infer<typeof MarkCode>;

export type ReadCode = { ok: true; code: MarkCode } | { ok: false; why: "shape" | "check" };

/**
 * Reads a code as people type it: any case, spaces and hyphens anywhere or nowhere, O for zero, I and L for one.
 * Refuses `shape` when it is not twelve of our characters, `check` when it is, but they are not a code we could have issued.
 */
export function normaliseCode(text: string): ReadCode {
  const plain = text
    .replace(/[\s\p{Dash_Punctuation}\u2212]/gu, "")
    .toUpperCase()
    .replaceAll("O", "0")
    .replace(/[IL]/g, "1");
  const spaced = hyphenated(plain);
  if (!shape.test(spaced)) return { ok: false, why: "shape" };
  return checks(plain) ? { ok: true, code: spaced as MarkCode } : { ok: false, why: "check" };
}

/** A new code from eleven numbers 0–31, which the caller draws from a good source of chance. Anything else is a fault of the caller. */
export function newCode(randomInts: readonly number[]): MarkCode {
  const characters = randomInts.map((value) => alphabet[value] ?? "").join("");
  if (randomInts.length !== randomLength || characters.length !== randomLength) throw new RangeError(`A code is made of ${randomLength} whole numbers from 0 to 31.`);
  return hyphenated(characters + checkCharacter(characters)) as MarkCode;
}

/** The last character for the first eleven, written without hyphens. */
export function checkCharacter(characters: string): string {
  const sum = [...characters].reduce((total, character, place) => total ^ times(alphabet.indexOf(character), place + 1), 0);
  return alphabet[sum] ?? "";
}

/** The form that stands in an address: no hyphens. */
export function compactCode(code: string): string {
  return code.replaceAll("-", "");
}

function checks(twelve: string): boolean {
  return checkCharacter(twelve.slice(0, randomLength)) === twelve.slice(randomLength);
}

function hyphenated(twelve: string): string {
  return [twelve.slice(0, 4), twelve.slice(4, 8), twelve.slice(8)].join("-");
}

// The 31 powers of the field's generator, by x⁵ + x² + 1, and which power each element is.
const powers: number[] = [];
const exponents: number[] = [];
for (let element = 1, power = 0; power < 31; power++) {
  powers[power] = element;
  exponents[element] = power;
  element = element & 16 ? (element << 1) ^ 0b100101 : element << 1;
}

/** An element times the generator to that power. */
function times(element: number, power: number): number {
  return element === 0 ? 0 : (powers[((exponents[element] ?? 0) + power) % 31] ?? 0);
}
