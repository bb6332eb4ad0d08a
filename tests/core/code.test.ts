import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkCharacter, compactCode, MarkCode, newCode, normaliseCode } from "~/marks/code";

const alphabet = [..."0123456789ABCDEFGHJKMNPQRSTVWXYZ"];
const code = fc.array(fc.integer({ min: 0, max: 31 }), { minLength: 11, maxLength: 11 }).map(newCode);
const character = fc.constantFrom(...alphabet);
const place = fc.integer({ min: 0, max: 11 });
const refusedAsSlip = (characters: string[]) => expect(normaliseCode(characters.join(""))).toEqual({ ok: false, why: "check" });

test("a known code, worked out by hand", () => {
  // 1 in the first place weighs x, which is 2; 1 in the fifth weighs x⁵, which is x² + 1 = 5; together 7.
  expect(checkCharacter("10000000000")).toBe("2");
  expect(checkCharacter("00001000000")).toBe("5");
  expect(checkCharacter("10001000000")).toBe("7");
  expect(newCode([1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0])).toBe("1000-1000-0007");
});

describe("reading a code", () => {
  test("any code we make reads as itself", () => {
    fc.assert(
      fc.property(code, (made) => {
        expect(normaliseCode(made)).toEqual({ ok: true, code: made });
        expect(MarkCode.parse(made)).toBe(made);
      }),
    );
  });

  test("case, spaces, hyphens and dashes do not matter", () => {
    const filler = fc.array(fc.constantFrom("", "", " ", "-", "–", "\u00a0", "\t"), { minLength: 12, maxLength: 12 });
    fc.assert(
      fc.property(code, filler, fc.boolean(), (made, between, lower) => {
        const typed = [...compactCode(made)].map((each, at) => each + between[at]).join("");
        expect(normaliseCode(lower ? typed.toLowerCase() : typed)).toEqual({ ok: true, code: made });
      }),
    );
  });

  test("O is zero, I and L are one", () => {
    fc.assert(
      fc.property(code, fc.constantFrom("i", "I", "l", "L"), (made, one) => {
        expect(normaliseCode(made.replaceAll("0", "o").replaceAll("1", one))).toEqual({ ok: true, code: made });
      }),
    );
  });

  test.each(["", "   ", "hello", "7K3M-9QXT-2B4", "7K3M-9QXT-2B4HH", "7K3M-9QXU-2B4H", "７K3M-9QXT-2B4H", "7K3M_9QXT_2B4H", "https://waymark.example/"])(
    "%j is not the shape of a code",
    (typed) => {
      expect(normaliseCode(typed)).toEqual({ ok: false, why: "shape" });
    },
  );

  test("whatever is typed, there is an answer", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (typed) => {
        const read = normaliseCode(typed);
        expect(read.ok || read.why === "shape" || read.why === "check").toBe(true);
      }),
    );
  });
});

describe("slips are noticed without asking anyone", () => {
  test("one wrong character, wherever", () => {
    fc.assert(
      fc.property(code, place, character, (made, at, wrong) => {
        const characters = [...compactCode(made)];
        fc.pre(characters[at] !== wrong);
        characters[at] = wrong;
        refusedAsSlip(characters);
      }),
      { numRuns: 2000 },
    );
  });

  test("two characters that changed places, next to each other or not", () => {
    fc.assert(
      fc.property(code, place, place, (made, one, other) => {
        const characters = [...compactCode(made)];
        const [a = "", b = ""] = [characters[one], characters[other]];
        fc.pre(a !== b);
        characters[one] = b;
        characters[other] = a;
        refusedAsSlip(characters);
      }),
      { numRuns: 2000 },
    );
  });

  test("twins: AA read as BB, and ACA read as BCB", () => {
    fc.assert(
      fc.property(code, fc.integer({ min: 0, max: 9 }), fc.constantFrom(1, 2), character, character, (made, at, apart, was, wrong) => {
        fc.pre(was !== wrong);
        const characters = [...compactCode(made)];
        characters[at] = was;
        characters[at + apart] = was;
        const twin = [...characters];
        twin[at] = wrong;
        twin[at + apart] = wrong;
        // At most one of the two can be a code of ours.
        const both = [characters, twin].filter((each) => normaliseCode(each.join("")).ok);
        expect(both.length).toBeLessThan(2);
      }),
      { numRuns: 2000 },
    );
  });
});

test.each([[[]], [[1, 2, 3]], [Array(11).fill(32)], [Array(11).fill(-1)], [Array(11).fill(0.5)], [Array(12).fill(0)]])("a code is not made of %j", (numbers) => {
  expect(() => newCode(numbers)).toThrow(RangeError);
});

test("a code with a wrong check character is no MarkCode", () => {
  expect(MarkCode.safeParse("1000-1000-0008").success).toBe(false);
  expect(MarkCode.safeParse("100010000007").success).toBe(false);
});
