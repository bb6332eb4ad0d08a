import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type DecidedCase, fewestShown, figuresOf, type SaidHours } from "~/insights/figures";
import { HoursForm } from "~/insights/hours";
import { percentile } from "~/insights/percentile";
import { type Decided, stages, tookOf } from "~/insights/stages";
import { addDays } from "~/platform/calendar";
import type { Nation } from "~/review/bank-holidays";
import { bankHolidays } from "~/review/bank-holidays";
import { workingDaysAfter } from "~/review/working-days";

describe("by the nearest rank", () => {
  test.each<[number[], number, number | undefined]>([
    [[], 50, undefined],
    [[7], 50, 7],
    [[7], 90, 7],
    [[1, 2], 50, 1],
    [[15, 20, 35, 40, 50], 50, 35],
    [[15, 20, 35, 40, 50], 90, 50],
    [[10, 9, 8, 7, 6, 5, 4, 3, 2, 1], 50, 5],
    [[10, 9, 8, 7, 6, 5, 4, 3, 2, 1], 90, 9],
    [[3, 3, 3, 100], 90, 100],
  ])("%j, %i of a hundred: %s", (values, percent, is) => expect(percentile(values, percent)).toBe(is));

  test("is the first value that, counted one by one, enough of them are no greater than", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 200 }), { minLength: 1, maxLength: 60 }), fc.integer({ min: 1, max: 100 }), (values, percent) => {
        const enough = (limit: number) => values.filter((value) => value <= limit).length * 100 >= percent * values.length;
        let counted = 0;
        while (!enough(counted)) counted += 1;
        expect(percentile(values, percent)).toBe(counted);
      }),
    );
  });
});

const at = (day: string) => new Date(`${day}T11:00:00Z`);
const plain: Decided = {
  openedAt: at("2026-06-01"),
  nation: "england",
  pause: null,
  moves: [
    { to: "declaring", at: at("2026-06-03") },
    { to: "assessing", at: at("2026-06-04") },
    { to: "deciding", at: at("2026-06-18") },
    { to: "decided", at: at("2026-06-23") },
  ],
};

describe("how long a case took", () => {
  test("every working day after that of sending belongs to one stage; a stage it did not go through has none", () => {
    expect(tookOf(plain)).toEqual({ readers: 3, reading: 10, decision: 3, whole: 16 });
    expect(tookOf({ ...plain, nation: "scotland" }), "15 June was a day off in Scotland").toEqual({ readers: 3, reading: 9, decision: 3, whole: 15 });
  });

  test("days on which the group was awaited are not ours: for answers, and where it was put off", () => {
    expect(tookOf({ ...plain, pause: { after: "2026-06-08", until: "2026-06-12" } })).toEqual({ readers: 3, reading: 6, decision: 3, provider: 4, whole: 12 });
    const putOff: Decided = {
      ...plain,
      moves: [
        ...plain.moves.slice(0, 3),
        { to: "deferred", at: at("2026-06-19") },
        { to: "assessing", at: at("2026-06-29") },
        { to: "deciding", at: at("2026-07-01") },
        { to: "decided", at: at("2026-07-02") },
      ],
    };
    expect(tookOf(putOff)).toEqual({ readers: 3, reading: 12, decision: 2, provider: 6, whole: 17 });
  });

  test("whatever happened when, the stages together are all the working days from sending to the decision", () => {
    const states = fc.constantFrom("waiting", "declaring", "assessing", "moderating", "deciding", "deferred" as const);
    const steps = fc.array(fc.record({ to: states, days: fc.nat(20) }), { maxLength: 8 });
    const nation = fc.constantFrom(...(Object.keys(bankHolidays) as Nation[]));
    fc.assert(
      fc.property(fc.nat(900), steps, nation, fc.nat(40), fc.nat(14), (start, gone, where, toAsk, toAnswer) => {
        const opened = addDays("2026-01-01", start);
        let day = opened;
        const moves = [...gone, { to: "decided" as const, days: 3 }].map(({ to, days }) => {
          day = addDays(day, days);
          return { to, at: at(day) };
        });
        const after = addDays(opened, toAsk);
        const took = tookOf({ openedAt: at(opened), nation: where, moves, pause: { after, until: addDays(after, toAnswer) } });
        const sum = stages.reduce((all, stage) => all + (took[stage] ?? 0), 0);
        expect(sum).toBe(workingDaysAfter(opened, day, where));
        expect(took.whole).toBe(sum - (took.provider ?? 0));
        expect(Math.min(...Object.values(took))).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe("what is published", () => {
  const of = (days: number, key = "rc"): DecidedCase => ({
    ...plain,
    moves: [
      { to: "assessing", at: at("2026-06-01") },
      { to: "deciding", at: at("2026-06-01") },
      { to: "decided", at: at(addDays("2026-06-01", days)) },
    ],
    key,
    version: "1.0.0",
    title: "Referral capacity",
  });
  const many = (count: number, key?: string) => Array.from({ length: count }, (_, index) => of(index % 5, key));
  const figures = (cases: DecidedCase[], hours: SaidHours[] = []) => figuresOf(cases, hours, "2025-06-30", "2026-06-30");

  test("nothing that rests on fewer than ten", () => {
    expect(figures(many(fewestShown - 1)).stages.whole).toEqual({ n: 9, median: null, p90: null });
    expect(figures(many(fewestShown)).stages).toMatchObject({ whole: { n: 10, median: 2, p90: 4 }, settling: { n: 0, median: null } });
    expect(figures([...many(10), ...many(9, "lw")]).standards).toMatchObject([
      { key: "lw", whole: { median: null } },
      { key: "rc", whole: { median: 2 } },
    ]);
  });

  test("hours by size only where ten groups said them, however often one did", () => {
    const said = (groups: number): SaidHours[] => Array.from({ length: 20 }, (_, index) => ({ organisationId: String(index % groups), size: "few", halfHours: index + 1 }));
    expect(figures([], said(9)).hours.few).toEqual({ n: 20, median: null, p90: null });
    expect(figures([], said(10)).hours).toMatchObject({ few: { n: 20, median: 5, p90: 9 }, none: { n: 0, median: null } });
  });
});

describe("the hours that a group says", () => {
  const read = (hours: string, size = "none") => HoursForm("en").safeParse({ hours, size });
  test.each([
    ["6", 6],
    [" 1.5 ", 1.5],
    ["0,5", 0.5],
    ["2000", 2000],
  ])("%j", (typed, hours) => expect(read(typed).data).toEqual({ hours, size: "none" }));
  test.each(["", "0", "0.3", "six", "2000.5", "-1", "1e9", "NaN"])("not %j", (typed) => expect(read(typed).success).toBe(false));
  test("not without the size", () => expect(read("6", "").success).toBe(false));
});
