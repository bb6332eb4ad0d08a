import fc from "fast-check";
import { expect, test } from "vitest";
import { dayOf, dayOfMoment, formatDay, formatMoment, formatShortDay, isDay } from "~/ui/dates";

const anyDay = fc.date({ min: new Date("0100-01-01T00:00:00Z"), max: new Date("9999-12-31T00:00:00Z"), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));

test("a day is said in words", () => {
  expect(formatDay("2026-11-22")).toBe("22 November 2026");
  expect(formatDay("2028-02-29")).toBe("29 February 2028");
  expect(formatShortDay("2026-11-06")).toBe("6 Nov 2026");
  expect(["2026-05-01", "2026-06-01", "2026-07-01", "2026-09-01"].map((day) => formatShortDay(day))).toEqual(["1 May 2026", "1 June 2026", "1 July 2026", "1 Sep 2026"]);
});

test("an instant is said as a clock in London shows it, in winter and in summer", () => {
  expect(formatMoment("2026-11-22T14:02:11Z")).toBe("22 November 2026, 14:02");
  expect(formatMoment("2026-06-30T23:30:00Z")).toBe("1 July 2026, 00:30");
  expect(formatMoment("2026-06-30T23:30:00+01:00")).toBe("30 June 2026, 23:30");
  expect(dayOfMoment("2026-06-30T23:30:00Z")).toBe("2026-07-01");
  expect(dayOfMoment("2026-01-05T00:00:00Z")).toBe("2026-01-05");
});

test("what is no day or no instant is refused", () => {
  for (const not of ["2026-02-29", "2026-13-01", "2026-00-10", "2026-1-1", "22/11/2026", "", "2026-11-22T14:02:11Z"]) expect(() => formatDay(not), not).toThrow(RangeError);
  expect(() => formatMoment("yesterday")).toThrow(RangeError);
});

test("every day typed into three boxes is read back as that day", () => {
  fc.assert(
    fc.property(anyDay, (day) => {
      const [year = "", month = "", date = ""] = day.split("-");
      expect(dayOf({ day: date, month, year })).toBe(day);
      expect(dayOf({ day: String(Number(date)), month: String(Number(month)), year })).toBe(day);
    }),
  );
});

test("three boxes that are no day are none", () => {
  const not = [
    { day: "31", month: "2", year: "2027" },
    { day: "29", month: "2", year: "2100" },
    { day: "0", month: "1", year: "2027" },
    { day: "1", month: "13", year: "2027" },
    { day: "1", month: "1", year: "27" },
    { day: "", month: "", year: "" },
    { day: "1.5", month: "1", year: "2027" },
    { day: "-1", month: "1", year: "2027" },
  ];
  expect(not.map(dayOf)).toEqual(not.map(() => undefined));
});

test("a day is one exactly when the calendar has it", () => {
  const numbers = fc.tuple(fc.integer({ min: 1000, max: 9999 }), fc.integer({ min: 0, max: 14 }), fc.integer({ min: 0, max: 33 }));
  fc.assert(
    fc.property(numbers, ([year, month, date]) => {
      const text = [year, month, date].map((each) => String(each).padStart(2, "0")).join("-");
      const at = new Date(Date.UTC(year, month - 1, date));
      expect(isDay(text)).toBe(at.toISOString().slice(0, 10) === text);
    }),
  );
});
