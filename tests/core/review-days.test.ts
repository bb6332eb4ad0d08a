import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays } from "~/platform/calendar";
import { bankHolidays } from "~/review/bank-holidays";
import { daysLeft, daysLeftWords } from "~/review/days-left";
import { isWorkingDay, workingDaysAfter } from "~/review/working-days";

const named = (day: string) => new Intl.DateTimeFormat("en-GB", { weekday: "long", timeZone: "UTC" }).format(Date.parse(day));

describe("working days", () => {
  test("no bank holiday falls on a weekend: those that did are listed on their day in lieu", () => {
    expect(bankHolidays.filter((day) => ["Saturday", "Sunday"].includes(named(day)))).toEqual([]);
  });

  test("eight in each year that is listed, in order, none twice", () => {
    for (const year of ["2026", "2027", "2028"]) expect(bankHolidays.filter((day) => day.startsWith(year))).toHaveLength(8);
    expect([...new Set(bankHolidays)].sort()).toEqual(bankHolidays);
  });

  test("agree with the calendar, weekends and bank holidays left out", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1100 }), (offset) => {
        const day = addDays("2026-01-01", offset);
        expect(isWorkingDay(day)).toBe(!["Saturday", "Sunday"].includes(named(day)) && !bankHolidays.includes(day));
      }),
    );
  });

  test("counted in one go, they are as many as counted one by one", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: -20, max: 120 }), (offset, length) => {
        const from = addDays("2026-01-01", offset);
        const counted = Array.from({ length: Math.max(length, 0) }, (_, index) => addDays(from, index + 1)).filter(isWorkingDay).length;
        expect(workingDaysAfter(from, addDays(from, length))).toBe(counted);
      }),
    );
  });
});

describe("days left of 20", () => {
  test.each([
    ["2026-06-01", "2026-06-01", 20],
    ["2026-06-01", "2026-06-02", 19],
    ["2026-06-05", "2026-06-07", 20], // Friday to Sunday
    ["2026-06-05", "2026-06-08", 19],
    ["2026-06-01", "2026-06-29", 0],
    ["2026-06-01", "2026-06-30", -1],
    ["2026-03-30", "2026-04-07", 16], // Good Friday and Easter Monday
    ["2026-12-21", "2027-01-04", 13], // Christmas, its day in lieu, New Year
  ])("from %s on %s: %i", (opened, today, left) => {
    expect(daysLeft(opened, today)).toBe(left);
  });

  test.each([
    [11, "11 days left of 20"],
    [1, "1 day left of 20"],
    [0, "last day"],
    [-1, "1 working day late"],
    [-5, "5 working days late"],
  ])("%i in words: %s", (left, words) => {
    expect(daysLeftWords(left)).toBe(words);
  });
});
