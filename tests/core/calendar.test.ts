import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, addMonths, daysBetween, londonDay, startOfDay } from "~/platform/calendar";

describe("the day it is in London", () => {
  test.each([
    ["2026-01-15T23:59:59.999Z", "2026-01-15", "winter: London is at UTC"],
    ["2026-01-16T00:00:00.000Z", "2026-01-16", ""],
    ["2026-07-15T22:59:59.999Z", "2026-07-15", "summer: an hour ahead"],
    ["2026-07-15T23:00:00.000Z", "2026-07-16", ""],
    ["2026-03-28T23:59:59.999Z", "2026-03-28", "the night the clocks go forward"],
    ["2026-03-29T00:00:00.000Z", "2026-03-29", ""],
    ["2026-03-29T22:59:59.999Z", "2026-03-29", "that day has 23 hours"],
    ["2026-03-29T23:00:00.000Z", "2026-03-30", ""],
    ["2026-10-24T23:00:00.000Z", "2026-10-25", "the night the clocks go back"],
    ["2026-10-25T23:59:59.999Z", "2026-10-25", "that day has 25 hours"],
    ["2026-10-26T00:00:00.000Z", "2026-10-26", ""],
    ["2027-12-31T23:59:59.999Z", "2027-12-31", "the end of a year"],
    ["2028-02-29T12:00:00.000Z", "2028-02-29", "a leap day"],
  ])("%s is %s %s", (instant, day) => expect(londonDay(new Date(instant))).toBe(day));
});

test.each([
  ["2026-03-29", "2026-03-29T00:00:00.000Z"],
  ["2026-03-30", "2026-03-29T23:00:00.000Z"],
  ["2026-10-25", "2026-10-24T23:00:00.000Z"],
  ["2026-10-26", "2026-10-26T00:00:00.000Z"],
])("%s begins in London at %s", (day, instant) => expect(startOfDay(day).toISOString()).toBe(instant));

test.each([
  ["2026-01-31", 1, "2026-02-28"],
  ["2028-01-31", 1, "2028-02-29"],
  ["2028-02-29", 12, "2029-02-28"],
  ["2028-02-29", 24, "2030-02-28"],
  ["2028-02-29", 48, "2032-02-29"],
  ["2026-11-30", 3, "2027-02-28"],
  ["2026-03-10", 24, "2028-03-10"],
  ["2026-03-31", -1, "2026-02-28"],
])("%s and %i months is %s", (day, months, then) => expect(addMonths(day, months)).toBe(then));

describe("for every day from 2000 to 2100", () => {
  const anyDay = fc.date({ min: new Date("2000-01-01T12:00:00Z"), max: new Date("2100-12-31T12:00:00Z"), noInvalidDate: true }).map(londonDay);
  const days = fc.integer({ min: -5000, max: 5000 });

  test("so many days on, and the days between, agree", () => {
    fc.assert(
      fc.property(anyDay, days, (day, n) => {
        expect(daysBetween(day, addDays(day, n))).toBe(n);
        expect(addDays(addDays(day, n), -n)).toBe(day);
      }),
    );
  });

  test("it begins, and a moment before it was the day before", () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        expect(londonDay(startOfDay(day))).toBe(day);
        expect(londonDay(new Date(startOfDay(day).getTime() - 1))).toBe(addDays(day, -1));
      }),
    );
  });

  test("a later moment is never an earlier day", () => {
    const moment = fc.date({ min: new Date("2000-01-01Z"), max: new Date("2100-01-01Z"), noInvalidDate: true });
    fc.assert(
      fc.property(moment, moment, (a, b) => {
        const [first, second] = a < b ? [a, b] : [b, a];
        expect(londonDay(first) <= londonDay(second)).toBe(true);
      }),
    );
  });
});
