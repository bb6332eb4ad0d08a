import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, startOfDay } from "~/platform/calendar";
import { type Accepting, acceptings, Capacity, freshness, roomOf, takingPeopleNow } from "~/providers/capacity";
import { roomWords, waitWords } from "~/providers/capacity-words";

const said = (confirmedAt: string, accepting: Accepting = "open", waitWeeks: number | null = 2) => ({ accepting, waitWeeks, note: "", confirmedAt: new Date(confirmedAt) });
const daysLater = (days: number, from = "2026-09-01") => new Date(startOfDay(addDays(from, days)).getTime() + 12 * 3_600_000);

describe("freshness (Standard rules §C.3)", () => {
  test.each([
    [0, "confirmed"],
    [30, "confirmed"],
    [31, "not_confirmed"],
    [90, "not_confirmed"],
    [91, "unknown"],
    [4000, "unknown"],
  ])("after %i days it is %s", (days, expected) => {
    expect(freshness(said("2026-09-01T11:00:00Z"), daysLater(days))).toBe(expected);
  });

  test("never said is unknown", () => expect(freshness(undefined, daysLater(0))).toBe("unknown"));

  test("a pause does not run out into unknown", () => {
    const paused = said("2026-09-01T11:00:00Z", "paused", null);
    expect([30, 31, 90, 91, 400].map((days) => freshness(paused, daysLater(days)))).toEqual(["confirmed", "not_confirmed", "not_confirmed", "not_confirmed", "not_confirmed"]);
  });

  test("days are calendar days in London: one minute before midnight is a day, an hour that summer time adds is none", () => {
    const late = said("2026-03-28T23:59:00Z"); // the last minute of 28 March; the clocks go forward the next night
    expect(roomOf(late, new Date("2026-03-29T00:01:00Z"))).toMatchObject({ days: 1, on: "2026-03-28" });
    // 30 days on, it is summer time: the first minute of 28 April in London is still 27 April in UTC.
    expect(freshness(late, new Date("2026-04-27T22:59:00Z"))).toBe("confirmed");
    expect(freshness(late, new Date("2026-04-27T23:01:00Z"))).toBe("not_confirmed");
    // Said in the first minutes of a summer day, which in UTC is the day before.
    expect(roomOf(said("2026-06-30T23:30:00Z"), new Date("2026-07-01T12:00:00Z"))).toMatchObject({ days: 0, on: "2026-07-01" });
  });

  test("it only ever gets older, and nothing but a confirmed opening is listed as taking people now", () => {
    const order = ["confirmed", "not_confirmed", "unknown"];
    fc.assert(
      fc.property(fc.constantFrom(...acceptings), fc.integer({ min: 0, max: 200 }), fc.integer({ min: 0, max: 200 }), (accepting, one, other) => {
        const statement = said("2026-09-01T11:00:00Z", accepting, null);
        const [sooner, later] = [Math.min(one, other), Math.max(one, other)].map((days) => freshness(statement, daysLater(days)));
        expect(order.indexOf(sooner!)).toBeLessThanOrEqual(order.indexOf(later!));
        expect(takingPeopleNow(roomOf(statement, daysLater(one)))).toBe(accepting === "open" && one <= 30);
      }),
    );
  });

  test("old figures are not there to be shown once nothing is known", () => expect(roomOf(said("2026-09-01T11:00:00Z"), daysLater(91))).toEqual({ freshness: "unknown" }));

  test("a clock that runs behind never counts days below none", () => expect(roomOf(said("2026-09-02T11:00:00Z"), daysLater(0))).toMatchObject({ days: 0 }));
});

describe("what a referrer reads", () => {
  test.each<[Accepting, number | null, string]>([
    ["open", 2, "Taking new people. About 2 weeks’ wait. Confirmed 6 days ago (7 September 2026)."],
    ["open", 0, "Taking new people. No wait. Confirmed 6 days ago (7 September 2026)."],
    ["waiting_list", 1, "There is a waiting list. About 1 week’s wait. Confirmed 6 days ago (7 September 2026)."],
    ["paused", null, "Not taking new people for now: they have paused. Confirmed 6 days ago (7 September 2026)."],
    ["closed", null, "Not taking new people: they are closed to referrals. Confirmed 6 days ago (7 September 2026)."],
  ])("%s, %s weeks", (accepting, weeks, sentence) => {
    expect(roomWords(roomOf(said("2026-09-07T11:00:00Z", accepting, weeks), daysLater(12))).sentence).toBe(sentence);
  });

  test("today and yesterday are said as that", () => {
    expect(roomWords(roomOf(said("2026-09-01T11:00:00Z"), daysLater(0))).dated).toBe("Confirmed today, 1 September 2026.");
    expect(roomWords(roomOf(said("2026-09-01T11:00:00Z"), daysLater(1))).dated).toBe("Confirmed yesterday, 1 September 2026.");
  });

  test("what is not confirmed says so first, and what was last said after it", () => {
    expect(roomWords(roomOf(said("2026-09-01T11:00:00Z"), daysLater(43)))).toEqual({
      headline: "Not confirmed since 1 September 2026",
      dated: "That is 43 days ago.",
      lastSaid: "They last said: yes, about 2 weeks’ wait.",
      sentence: "Not confirmed since 1 September 2026. Ring before you refer.",
    });
  });

  test("a long pause is still a pause", () =>
    expect(roomWords(roomOf(said("2026-09-01T11:00:00Z", "paused", null), daysLater(120))).headline).toBe("Paused, not confirmed since 1 September 2026"));

  test("unknown says no more than that", () => expect(roomWords({ freshness: "unknown" })).toMatchObject({ headline: "We do not know if they have room", dated: "" }));

  test("no sentence about what is not confirmed says yes to room", () => {
    fc.assert(
      fc.property(fc.constantFrom(...acceptings), fc.integer({ min: 31, max: 300 }), (accepting, days) => {
        const { headline, sentence } = roomWords(roomOf(said("2026-09-01T11:00:00Z", accepting, null), daysLater(days)));
        expect(`${headline} ${sentence}`).not.toMatch(/\byes\b|taking new people|no wait/i);
      }),
    );
  });

  test("waits", () => expect([0, 1, 2, 52].map((weeks) => waitWords(weeks))).toEqual(["no wait", "about 1 week’s wait", "about 2 weeks’ wait", "about 52 weeks’ wait"]));
});

describe("a statement", () => {
  test.each<[Accepting, number | null, boolean]>([
    ["open", 2, true],
    ["open", 0, true],
    ["waiting_list", 52, true],
    ["paused", null, true],
    ["closed", null, true],
    ["open", null, false],
    ["waiting_list", null, false],
    ["paused", 3, false],
    ["open", 53, false],
    ["open", -1, false],
    ["open", 1.5, false],
  ])("%s with %s weeks: %s", (accepting, waitWeeks, fine) => expect(Capacity.safeParse({ accepting, waitWeeks, note: "" }).success).toBe(fine));
});
