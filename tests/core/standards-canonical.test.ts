import fc from "fast-check";
import { expect, test } from "vitest";
import { canonical } from "~/standards/canonical";

test("keys are in order at every depth, lists keep theirs", () => {
  expect(canonical({ b: [2, 1, { d: null, c: "é" }], a: { z: true, y: 1.5 } })).toBe('{"a":{"y":1.5,"z":true},"b":[2,1,{"c":"é","d":null}]}');
});

test("it says the same thing, and says it the same way twice", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = canonical(value);
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      expect(canonical(JSON.parse(text))).toBe(text);
    }),
  );
});
