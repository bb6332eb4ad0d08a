import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays } from "~/platform/calendar";
import { snapshotsOver } from "~/register/snapshot/snapshot";

const days = (from: string, many: number) => Array.from({ length: many }, (_, n) => addDays(from, n));

test("every day of the last forty is kept, and the first of each month for ever", () => {
  const all = days("2026-01-15", 200);
  const over = snapshotsOver(all, all.at(-1)!);
  const kept = all.filter((day) => !over.includes(day));
  expect(kept.slice(0, 6)).toEqual(["2026-01-15", "2026-02-01", "2026-03-01", "2026-04-01", "2026-05-01", "2026-06-01"]);
  expect(kept.slice(-40)).toEqual(all.slice(-40));
});

test("where the first is missing the month keeps its earliest", () => {
  expect(snapshotsOver(["2026-02-03", "2026-02-04", "2026-03-20"], "2026-07-01")).toEqual(["2026-02-04"]);
});

test("in any order, again and again: nothing that was kept is let go of for being counted once more", () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(400), { maxLength: 60 }), fc.nat(60), (places, later) => {
      const all = places.map((place) => addDays("2026-01-01", place));
      const [once, today] = [snapshotsOver(all, "2027-03-01"), addDays("2027-03-01", later)];
      const left = all.filter((day) => !once.includes(day));
      expect(snapshotsOver(left, "2027-03-01")).toEqual([]);
      expect(snapshotsOver(left, today).concat(once).sort()).toEqual(snapshotsOver(all, today));
      const months = (some: string[]) => [...new Set(some.map((day) => day.slice(0, 7)))].sort();
      expect(months(left)).toEqual(months(all));
    }),
  );
});
