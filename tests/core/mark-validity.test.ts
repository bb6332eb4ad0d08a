import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { conditionMoves, permitClearing } from "~/marks/condition-moves";
import { conditionsFrom, levelOn, openConditions } from "~/marks/conditions";
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
  it("are cleared by a moderator alone, once, in time, with a reason, and not by whoever decided", () => {
    expect(conditionMoves).toEqual({ clear: { from: ["open"], to: "cleared", by: ["moderator"], bars: ["own_decision"], needsReason: true } });
    const asked = { state: "open", standings: ["moderator"], bars: [], reason: "Seen." } as const;
    expect(permitClearing(asked)).toEqual({ ok: true, to: "cleared" });
    for (const state of ["cleared", "lapsed"] as const) expect(permitClearing({ ...asked, state })).toEqual({ ok: false, why: "wrong_state" });
    for (const who of ["decider", "holder_admin", "system"] as const) expect(permitClearing({ ...asked, standings: [who] })).toEqual({ ok: false, why: "wrong_role" });
    expect(permitClearing({ ...asked, bars: ["own_decision"] })).toEqual({ ok: false, why: "own_decision" });
    expect(permitClearing({ ...asked, reason: " " })).toEqual({ ok: false, why: "reason_missing" });
  });

  it("give 90 days", () => {
    expect(conditionsFrom("2026-03-10", ["LW-2.3", "LW-5.3"])).toEqual({ criteria: ["LW-2.3", "LW-5.3"], by: "2026-06-08" });
  });

  it("lower the level the day after, and only that of a mark with conditions", () => {
    const conditions = { criteria: ["LW-2.3"], by: "2026-06-08" };
    expect(levelOn({ level: "assured_with_conditions", conditions }, new Date("2026-06-08T22:59:59Z"))).toBe("assured_with_conditions");
    expect(levelOn({ level: "assured_with_conditions", conditions }, new Date("2026-06-08T23:00:00Z"))).toBe("essentials");
    expect(levelOn({ level: "assured", conditions: null }, new Date("2026-06-09T12:00:00Z"))).toBe("assured");
  });

  it("all cleared by the last day make it Assured from that moment and for good; all but one, or one a minute late, do not", () => {
    const conditions = { criteria: ["LW-2.3", "LW-5.3"], by: "2026-06-08" };
    const level = (first: string, second: string, at: string) =>
      levelOn(
        {
          level: "assured_with_conditions",
          conditions,
          cleared: [...(first ? [{ criterion: "LW-2.3", at: new Date(first) }] : []), ...(second ? [{ criterion: "LW-5.3", at: new Date(second) }] : [])],
        },
        new Date(at),
      );
    const [early, last, late] = ["2026-04-01T10:00:00Z", "2026-06-08T22:59:59Z", "2026-06-08T23:00:00Z"];
    expect(level(early, last, "2026-06-08T22:59:58Z")).toBe("assured_with_conditions");
    expect(level(early, last, last)).toBe("assured");
    expect(level(early, last, "2027-06-08T12:00:00Z")).toBe("assured");
    expect(level(early, "", "2026-06-08T22:59:59Z")).toBe("assured_with_conditions");
    expect(level(early, "", late)).toBe("essentials");
    expect(level(early, late, late)).toBe("essentials");
    expect(openConditions({ conditions, cleared: [{ criterion: "LW-2.3", at: new Date(early) }] }, new Date(last))).toEqual(["LW-5.3"]);
  });
});
