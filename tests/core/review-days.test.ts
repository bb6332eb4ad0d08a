import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays } from "~/platform/calendar";
import { bankHolidays, type Nation } from "~/review/bank-holidays";
import { readingDaysLeft as daysLeft } from "~/review/clocks";
import { daysLeftIn, daysLeftWords } from "~/review/days-left";
import { addWorkingDays, isWorkingDay, workingDaysAfter } from "~/review/working-days";

const named = (day: string) => new Intl.DateTimeFormat("en-GB", { weekday: "long", timeZone: "UTC" }).format(Date.parse(day));
const nations = Object.keys(bankHolidays) as Nation[];
const nation = fc.constantFrom(...nations);
const dayFrom2026 = fc.integer({ min: 0, max: 1095 }).map((offset) => addDays("2026-01-01", offset));

describe("working days", () => {
  test.each(nations)("no bank holiday in %s falls on a weekend: those that did are listed on their day in lieu", (where) => {
    expect(bankHolidays[where].filter((day) => ["Saturday", "Sunday"].includes(named(day)))).toEqual([]);
  });

  test.each<[Nation, number[]]>([
    ["england", [8, 8, 8]],
    ["wales", [8, 8, 8]],
    ["northern_ireland", [10, 10, 10]],
    ["scotland", [10, 9, 9]], // 15 June 2026 was proclaimed
  ])("in %s as many in each year as were announced, in order, none twice", (where, counts) => {
    expect(["2026", "2027", "2028"].map((year) => bankHolidays[where].filter((day) => day.startsWith(year)).length)).toEqual(counts);
    expect([...new Set(bankHolidays[where])].sort()).toEqual(bankHolidays[where]);
  });

  test.each<[string, string, Nation[]]>([
    ["2 January", "2026-01-02", ["scotland"]],
    ["St Patrick’s Day", "2026-03-17", ["northern_ireland"]],
    ["Good Friday", "2026-04-03", ["england", "wales", "scotland", "northern_ireland"]],
    ["Easter Monday", "2026-04-06", ["england", "wales", "northern_ireland"]],
    ["the day proclaimed", "2026-06-15", ["scotland"]],
    ["12 July, a Sunday, on the day after", "2026-07-13", ["northern_ireland"]],
    ["the first Monday in August", "2027-08-02", ["scotland"]],
    ["the last Monday in August", "2027-08-30", ["england", "wales", "northern_ireland"]],
    ["St Andrew’s Day", "2028-11-30", ["scotland"]],
    ["New Year, a Saturday, on the Monday", "2028-01-03", ["england", "wales", "scotland", "northern_ireland"]],
    ["2 January, a Sunday, on the Tuesday", "2028-01-04", ["scotland"]],
    ["St David’s Day, which is none", "2027-03-01", []],
    ["29 February", "2028-02-29", []],
  ])("%s (%s) is no working day in %j alone", (_, day, off) => {
    expect(nations.filter((where) => !isWorkingDay(day, where))).toEqual(nations.filter((where) => off.includes(where)));
  });

  test("agree with the calendar, weekends and bank holidays left out", () => {
    fc.assert(
      fc.property(dayFrom2026, nation, (day, where) => {
        expect(isWorkingDay(day, where)).toBe(!["Saturday", "Sunday"].includes(named(day)) && !bankHolidays[where].includes(day));
      }),
    );
  });

  test("counted in one go, they are as many as counted one by one", () => {
    fc.assert(
      fc.property(dayFrom2026, fc.integer({ min: -20, max: 120 }), nation, (from, length, where) => {
        const counted = Array.from({ length: Math.max(length, 0) }, (_, index) => addDays(from, index + 1)).filter((day) => isWorkingDay(day, where)).length;
        expect(workingDaysAfter(from, addDays(from, length), where)).toBe(counted);
      }),
    );
  });

  test("a deadline is the first day on which so many have begun, and a working day", () => {
    fc.assert(
      fc.property(dayFrom2026, fc.integer({ min: 1, max: 60 }), nation, (from, count, where) => {
        const due = addWorkingDays(from, count, where);
        expect(isWorkingDay(due, where)).toBe(true);
        expect(workingDaysAfter(from, due, where)).toBe(count);
        expect(workingDaysAfter(from, addDays(due, -1), where)).toBe(count - 1);
      }),
    );
  });
});

describe("a deadline", () => {
  test.each<[string, string, number, Nation, string]>([
    ["no days", "2026-06-06", 0, "england", "2026-06-06"],
    ["would be Easter Monday, so the day after", "2026-03-30", 4, "england", "2026-04-07"],
    ["Easter Monday itself in Scotland", "2026-03-30", 4, "scotland", "2026-04-06"],
    ["would be St Andrew’s Day", "2026-11-23", 5, "scotland", "2026-12-01"],
    ["St Andrew’s Day is a day like others in Wales", "2026-11-23", 5, "wales", "2026-11-30"],
    ["would be St Patrick’s Day", "2027-03-10", 5, "northern_ireland", "2027-03-18"],
    ["would be 12 July", "2027-07-05", 5, "northern_ireland", "2027-07-13"],
    ["over Christmas and two days of New Year", "2027-12-24", 4, "scotland", "2028-01-05"],
    ["over Christmas and one day of New Year", "2027-12-24", 4, "england", "2028-01-04"],
    ["on 29 February", "2028-02-22", 5, "england", "2028-02-29"],
    ["over 29 February", "2028-02-28", 2, "scotland", "2028-03-01"],
    ["from 29 February", "2028-02-29", 20, "northern_ireland", "2028-03-29"],
    ["over the clocks going forward", "2026-03-27", 1, "england", "2026-03-30"],
    ["over the clocks going back", "2026-10-23", 1, "scotland", "2026-10-26"],
  ])("%s: %s and %i in %s is %s", (_, from, count, where, due) => {
    expect(addWorkingDays(from, count, where)).toBe(due);
  });
});

describe("days left of 20", () => {
  test.each<[string, string, Nation, number]>([
    ["2026-06-01", "2026-06-01", "england", 20],
    ["2026-06-01", "2026-06-02", "england", 19],
    ["2026-06-05", "2026-06-07", "england", 20], // Friday to Sunday
    ["2026-06-05", "2026-06-08", "wales", 19],
    ["2026-06-01", "2026-06-29", "england", 0],
    ["2026-06-01", "2026-06-29", "scotland", 1], // 15 June
    ["2026-06-01", "2026-06-30", "england", -1],
    ["2026-03-30", "2026-04-07", "england", 16], // Good Friday and Easter Monday
    ["2026-03-30", "2026-04-07", "scotland", 15],
    ["2026-12-21", "2027-01-04", "england", 13], // Christmas, its day in lieu, New Year
    ["2026-12-21", "2027-01-04", "scotland", 14],
    ["2026-07-06", "2026-07-14", "northern_ireland", 15],
  ])("from %s on %s in %s: %i", (opened, today, where, left) => {
    expect(daysLeft(opened, today, where)).toBe(left);
  });

  test.each([
    ["late on the Sunday on which the clocks go forward", "2026-03-29T22:30:00Z", "2026-03-30T22:30:00Z", 19],
    ["an hour later it is the day after in London, not yet in Greenwich", "2026-03-29T23:30:00Z", "2026-03-30T22:30:00Z", 20],
    ["the night in which they go back has two half past ones", "2026-10-23T12:00:00Z", "2026-10-25T01:30:00Z", 20],
    ["late on the day after they went back", "2026-10-23T12:00:00Z", "2026-10-26T23:59:59Z", 19],
    ["and a second later", "2026-10-23T12:00:00Z", "2026-10-27T00:00:00Z", 18],
    ["29 February counts", "2028-02-28T12:00:00Z", "2028-03-01T12:00:00Z", 18],
  ])("by London’s days: %s", (_, opened, now, left) => {
    expect(daysLeftIn({ state: "assessing", openedAt: new Date(opened), nation: "england" }, new Date(now))).toBe(left);
  });

  test("none once it is read or taken back", () => {
    const opened = new Date("2026-06-01T12:00:00Z");
    for (const state of ["moderating", "deciding", "decided", "withdrawn"] as const) expect(daysLeftIn({ state, openedAt: opened, nation: "england" }, opened)).toBeNull();
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
