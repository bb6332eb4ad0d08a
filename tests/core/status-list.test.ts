import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bitsOf, type ListValue, listLength, listValue, listValues, statusMessages, valueAt } from "~/marks/credential/status-list";
import { decodeList } from "~/marks/credential/verify-list.server";
import { markStatuses } from "~/marks/mark";
import { isInForce } from "~/marks/status";

describe("what a list says of a mark", () => {
  test("in each of its states", () => {
    expect(listValue).toMatchInlineSnapshot(`
      {
        "expired": 1,
        "live": 0,
        "renewal_being_assessed": 0,
        "superseded": 1,
        "surrendered": 3,
        "suspended": 2,
        "under_review": 0,
        "withdrawn": 3,
      }
    `);
  });
  test.each(markStatuses)("%s is current exactly when it is in force", (status) => {
    expect(listValue[status] === listValues.current).toBe(isInForce(status));
  });
  test("has four names, in the order of their bits", () => {
    expect(statusMessages).toEqual([
      { status: "0x0", message: "current" },
      { status: "0x1", message: "superseded" },
      { status: "0x2", message: "suspended" },
      { status: "0x3", message: "withdrawn" },
    ]);
  });
});

describe("two bits an entry", () => {
  const entries = fc.uniqueArray(fc.record({ index: fc.integer({ min: 0, max: listLength - 1 }), value: fc.integer({ min: 0, max: 3 }).map((each) => each as ListValue) }), {
    selector: ({ index }) => index,
    maxLength: 60,
  });
  test("read back as they were written, and every other place is current", () => {
    fc.assert(
      fc.property(entries, fc.integer({ min: 0, max: listLength - 1 }), (written, other) => {
        const bits = bitsOf(written);
        expect(bits.length * 4).toBe(listLength);
        for (const { index, value } of written) expect(valueAt(bits, index)).toBe(value);
        if (!written.some(({ index }) => index === other)) expect(valueAt(bits, other)).toBe(0);
        const set = written.filter(({ value }) => value !== 0).length;
        expect(Array.from({ length: listLength }, (_, index) => valueAt(bits, index)).filter((each) => each !== 0).length).toBe(set);
      }),
      { numRuns: 40 },
    );
  });
  test("lie as the standard counts them: the bit of an entry with the highest weight comes first, from the left of the first byte", () => {
    fc.assert(
      fc.property(entries, (written) => {
        const bits = bitsOf(written);
        const bit = (place: number) => (bits[Math.floor(place / 8)]! >> (7 - (place % 8))) & 1;
        for (const { index, value } of written) expect(2 * bit(2 * index) + bit(2 * index + 1)).toBe(value);
      }),
    );
    expect([...bitsOf([{ index: 1, value: 3 }]).subarray(0, 2)]).toEqual([0b00110000, 0]);
  });
  test.each([-1, listLength, 1.5, Number.NaN])("a place that no list has: %d", (index) => {
    expect(() => bitsOf([{ index, value: 1 }])).toThrow(RangeError);
    expect(() => valueAt(bitsOf([]), index)).toThrow(RangeError);
  });
});

test.each(["", "u", "zAAAA", "uAAAA", "u!!!!", `u${Buffer.from("no gzip").toString("base64url")}`])("%s is no list", (encoded) => expect(decodeList(encoded)).toBeUndefined());
