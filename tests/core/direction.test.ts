import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { asPdfHolds, type Held, levelsOf, visualOrder } from "~/platform/paper/direction";
import { withoutTurns } from "~/platform/without-turns";

/** As it stands on paper: letters from left to right. */
function standing(text: string): string {
  const levels = levelsOf(text);
  return visualOrder([...levels])
    .map((place) => text[place])
    .join("");
}

const isTurning = (character: string) => /[\u0590-\u05FF\u0600-\u06FF\u200F]/.test(character) && !/[\p{M}\p{N}\p{P}]/u.test(character);
const isStraight = (character: string) => /[A-Za-z0-9٠-٩\u200E]/.test(character);

/** What a reader of PDFs makes of it: from left to right, each stretch turned that begins with a letter that turns and ends before one that does not. */
function read(held: Held[]): string {
  const standing: string[] = [];
  for (const { text, from } of held) for (const [place, character] of [...text].entries()) standing[from + place] = character;
  let said = "";
  for (let at = 0; at < standing.length; ) {
    let end = at;
    while (end < standing.length && !isTurning(standing[end]!)) end++;
    said += standing.slice(at, end).join("");
    at = end;
    while (end < standing.length && !isStraight(standing[end]!)) end++;
    said += standing.slice(at, end).reverse().join("");
    at = end;
  }
  return said;
}

describe("how a line stands", () => {
  test.each([
    ["Harbour choir", "Harbour choir"],
    ["אבג", "גבא"],
    ["אבג Harbour (2024)", "גבא Harbour (2024)"],
    ["Harbour אבג דה", "Harbour הד גבא"],
    ["אבג 2024", "2024 גבא"],
    ["אבג, Harbour", "גבא, Harbour"],
  ])("%s", (typed, stands) => {
    expect(standing(typed)).toBe(stands);
  });
});

describe("what a PDF holds", () => {
  test.each([
    ["Harbour choir", [{ text: "Harbour choir", from: 0 }]],
    ["אבג", [{ text: "גבא", from: 0 }]],
    // Words as they are read, each at its place.
    [
      "אב גד",
      [
        { text: "בא", from: 3 },
        { text: " ", from: 2 },
        { text: "דג", from: 0 },
      ],
    ],
    ["אב X", [{ text: "בא\u200E X", from: 0 }]],
  ])("%s", (line, held) => {
    expect(asPdfHolds(line)).toEqual(held);
  });

  test("is read back as the line, whatever stands beside what", () => {
    const character = fc.constantFrom(..."אבגمسجabcXY019٢٣ (),.!–", "\u064E", "\u05B8");
    fc.assert(
      fc.property(fc.string({ unit: character, maxLength: 25 }), (typed) => {
        // A mark on its own, or on a sign or a space, belongs to no letter.
        const line = typed.replace(/(?<![אבגمسج\u064E\u05B8])[\u064E\u05B8]+/g, "");
        expect(withoutTurns(read(asPdfHolds(line)))).toBe(line);
      }),
      { numRuns: 500 },
    );
  });
});
