import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { breakEvenly, breakLines, type Line, type Stretch, textOf } from "~/platform/paper/fit";
import { tidy } from "~/platform/paper/tidy";
import { evenFaces } from "../support/faces";

// Every letter is 0.55 em wide: at size 20 a line of 110 points holds ten.
const at = (text: string): Stretch[] => [{ text, faces: [evenFaces.display] }];
const said = (lines: Line[]) => lines.map((line) => line.runs.map(({ text }) => text).join(""));
const word = fc.string({ unit: fc.constantFrom(..."abcdefg"), minLength: 1, maxLength: 14 });
const phrase = fc.array(word, { minLength: 1, maxLength: 25 }).map((words) => words.join(" "));

describe("breaking lines", () => {
  test("at spaces, as late as possible", () => {
    expect(said(breakLines(at("one two three four five"), 20, 110))).toEqual(["one two", "three four", "five"]);
  });

  test("a no-break space holds two words together", () => {
    expect(said(breakLines(at("on the 8\u00a0June"), 20, 110))).toEqual(["on the", "8\u00a0June"]);
  });

  test("a word that is wider than a line is cut", () => {
    expect(said(breakLines(at("a Llanfairpwllgwyngyll choir"), 20, 110))).toEqual(["a", "Llanfairpw", "llgwyngyll", "choir"]);
  });

  test("nothing is lost or added, and no line is too wide, whatever the text", () => {
    fc.assert(
      fc.property(phrase, fc.integer({ min: 30, max: 400 }), (text, width) => {
        for (const lines of [breakLines(at(text), 20, width), breakEvenly(at(text), 20, width)]) {
          expect(said(lines).join("").replaceAll(" ", "")).toBe(text.replaceAll(" ", ""));
          for (const line of lines) {
            expect(line.width).toBeLessThanOrEqual(width + 1e-9);
            expect(line.width).toBeCloseTo(0.55 * 20 * line.runs.reduce((sum, { text }) => sum + text.length, 0), 6);
          }
        }
      }),
    );
  });

  test("evenly: never more lines, and the widest no wider", () => {
    fc.assert(
      fc.property(phrase, fc.integer({ min: 160, max: 400 }), (text, width) => {
        const [greedy, even] = [breakLines(at(text), 20, width), breakEvenly(at(text), 20, width)];
        expect(even.length).toBe(greedy.length);
        expect(Math.max(...even.map((line) => line.width))).toBeLessThanOrEqual(Math.max(...greedy.map((line) => line.width)) + 1e-9);
      }),
    );
    expect(said(breakEvenly(at("Friends of the Old Mill Garden Project"), 20, 340))).toEqual(["Friends of the Old", "Mill Garden Project"]);
  });
});

describe("faces", () => {
  const latin = { ...evenFaces.display, has: (codePoint: number) => codePoint < 0x100 };

  test("a word is set in the first face that has all of it", () => {
    const [line] = breakLines([{ text: "Côr Dŵr y Felin", faces: [latin, evenFaces.text] }], 20, 400);
    expect(line && textOf(line)).toEqual([
      { text: "Côr ", font: "Besley", bold: false },
      { text: "Dŵr ", font: "Atkinson", bold: false },
      { text: "y Felin", font: "Besley", bold: false },
    ]);
  });

  test("stretches that meet without a space are one word", () => {
    const stretches = [...at("go to "), { text: "waymark.example", faces: [evenFaces.strong] }, ...at(", then")];
    expect(said(breakLines(stretches, 10, 100))).toEqual(["go to", "waymark.example,", "then"]);
  });

  test("letters and accents that came apart are put together, and what cannot be seen is dropped", () => {
    expect(said(breakLines(at("Caf\u0065\u0301 \u200bWell\u00adbeing\ufeff"), 20, 400))).toEqual(["Café Wellbeing"]);
  });

  test.each([
    ["می\u200Cخواهم", "می\u200Cخواهم"],
    ["क्\u200Dष", "क्\u200Dष"],
    ["👨\u200D👩\u200D👧", "👨\u200D👩\u200D👧"],
    ["🏳\uFE0F\u200D🌈 ❤\uFE0F", "🏳\uFE0F\u200D🌈 ❤\uFE0F"],
    ["Ga\u200Drd\u200C\u200Den\uFE0F", "Garden"],
    ["\u202EHarbour\u202C \u2066\u200Fchoir\u2069", "Harbour choir"],
  ])("%j: what joins stays where there is something to join, and nothing turns", (typed, kept) => {
    expect(tidy(typed)).toBe(kept);
  });
});
