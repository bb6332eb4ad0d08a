/** Whether two organisations could be taken for each other by their names: for whoever decides, so that a mark is not given to, or read as, the wrong one. */

/** Letters of other scripts that look like Latin ones, and signs that look like letters. Only what is hard to tell apart in our typefaces. */
const looksLike: Readonly<Record<string, string>> = {
  а: "a",
  е: "e",
  ё: "e",
  і: "i",
  ї: "i",
  ј: "j",
  о: "o",
  р: "p",
  с: "c",
  у: "y",
  х: "x",
  ѕ: "s",
  һ: "h",
  ԁ: "d",
  к: "k",
  м: "m",
  т: "t",
  в: "b",
  н: "h",
  г: "r",
  α: "a",
  β: "b",
  ε: "e",
  η: "n",
  ι: "i",
  κ: "k",
  ν: "v",
  ο: "o",
  ρ: "p",
  τ: "t",
  υ: "u",
  χ: "x",
  ω: "w",
  ı: "i",
  ł: "l",
  ø: "o",
  đ: "d",
  ß: "ss",
  æ: "ae",
  œ: "oe",
  "0": "o",
  "1": "l",
  "|": "l",
  $: "s",
  "@": "a",
};

/** Words that say what an organisation is, and not which. */
const kinds = new Set(["the", "y", "yr", "and", "a", "ac", "cic", "cio", "ltd", "limited", "charity", "trust", "group", "project", "association", "society", "club", "uk"]);

/** What is left of a name when nothing is kept that a hurried reader passes over: signs, marks, case, look-alike letters, and words such as "Ltd". */
export function skeleton(name: string): string {
  const plain = name
    .normalize("NFKD")
    .replace(/[\p{M}\p{Cf}\p{Cc}]/gu, "")
    .toLowerCase()
    .replace(/&/g, " and ");
  const latin = [...plain].map((sign) => looksLike[sign] ?? sign).join("");
  const words = latin.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  const telling = words.filter((word) => !kinds.has(word));
  return (telling.length > 0 ? telling : words).join("");
}

/** `same`: the very name. `looks_same`: other signs that read alike. `near`: one or two letters apart. */
export type Likeness = "same" | "looks_same" | "near";

/** How alike two names are; undefined where nobody would take one for the other. */
export function likeness(one: string, other: string): Likeness | undefined {
  if (tidy(one) === tidy(other)) return "same";
  const [a, b] = [skeleton(one), skeleton(other)];
  if (a === b) return "looks_same";
  const shorter = Math.min(a.length, b.length);
  const apart = shorter >= 12 ? 2 : shorter >= 6 ? 1 : 0;
  return apart > 0 && distance(a, b, apart) <= apart ? "near" : undefined;
}

const tidy = (name: string) => name.trim().replace(/\s+/g, " ").toLowerCase();

/** Letters to change, add, leave out or swap with the next to make one of the other; anything over `most` is `most + 1`. */
function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let [before, last] = [[] as number[], Array.from({ length: b.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let least = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, before[j - 2]! + 1);
      row.push(least);
    }
    [before, last] = [last, row];
  }
  return Math.min(last[b.length]!, most + 1);
}

/** Another organisation that could be taken for this one. */
export type LookAlike = { id: string; slug: string; name: string; area: string; identifiers: string[]; likeness: Likeness; sameArea: boolean };
