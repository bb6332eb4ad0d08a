import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { conditionsFrom, levelOn } from "~/marks/conditions";
import { validUntil } from "~/marks/valid-until";
import { addDays, daysBetween } from "~/platform/calendar";

describe("the last day of a mark", () => {
  it.each([
    ["2026-03-10", "2028-03-09"],
    ["2026-11-22", "2028-11-21"],
    ["2026-01-01", "2027-12-31"],
    ["2028-02-29", "2030-02-28"],
    ["2028-02-28", "2030-02-27"],
    ["2028-03-01", "2030-02-28"],
    ["2026-02-28", "2028-02-27"],
    ["2026-03-01", "2028-02-29"],
    ["2026-12-31", "2028-12-30"],
  ])("awarded %s → in force through %s", (awarded, last) => {
    expect(validUntil(awarded)).toBe(last);
  });

  it("is two years less a day, and a mark awarded later never ends earlier", () => {
    const day = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays("2000-01-01", days));
    fc.assert(
      fc.property(day, (awarded) => {
        expect([729, 730]).toContain(daysBetween(awarded, validUntil(awarded)));
        expect(validUntil(addDays(awarded, 1)) >= validUntil(awarded)).toBe(true);
      }),
    );
  });
});

describe("conditions", () => {
  it("give 90 days", () => {
    expect(conditionsFrom("2026-03-10", ["LW-2.3", "LW-5.3"])).toEqual({ criteria: ["LW-2.3", "LW-5.3"], by: "2026-06-08" });
  });

  it("lower the level the day after, and only that of a mark with conditions", () => {
    const conditions = { criteria: ["LW-2.3"], by: "2026-06-08" };
    expect(levelOn({ level: "assured_with_conditions", conditions }, "2026-06-08")).toBe("assured_with_conditions");
    expect(levelOn({ level: "assured_with_conditions", conditions }, "2026-06-09")).toBe("essentials");
    expect(levelOn({ level: "assured", conditions: null }, "2026-06-09")).toBe("assured");
  });
});
