import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays } from "~/platform/calendar";
import { changesBetween } from "~/standards/changes-between";
import { inForceFrom, newestInForce, type PublishedVersion, standingOf } from "~/standards/standing";
import { compareVersions } from "~/standards/version-order";
import { standards } from "../support/standards";

const published = (version: string, publishedOn: string, given: Partial<PublishedVersion> = {}): PublishedVersion => ({
  version,
  publishedOn,
  effectiveFrom: publishedOn,
  sunsetDays: undefined,
  withdrawn: false,
  ...given,
});
const first = published("1.0.0", "2025-01-06");
const minor = published("1.1.0", "2025-09-01");
const major = published("2.0.0", "2026-06-01", { sunsetDays: 90 });
const three = [first, minor, major];

test("published on 1 June with a sunset of 90 days: 30 August is the last day for every version before it", () => {
  expect(standingOf(three, "1.0.0", "2026-06-01")).toEqual({ standing: "superseded", inForceFrom: "2025-01-06", lastSubmitOn: "2026-08-30", supersededBy: "2.0.0" });
  expect(standingOf(three, "1.1.0", "2026-06-01")?.lastSubmitOn).toBe("2026-08-30");
  expect(standingOf(three, "2.0.0", "2026-06-01")).toEqual({ standing: "in_force", inForceFrom: "2026-06-01", lastSubmitOn: undefined, supersededBy: undefined });
});

test("a version with the same first number takes the place and ends nothing", () => {
  expect(standingOf([first, minor], "1.0.0", "2026-01-01")).toMatchObject({ standing: "superseded", lastSubmitOn: undefined, supersededBy: "1.1.0" });
  const patch = published("1.1.1", "2026-02-02", { sunsetDays: 5 });
  expect(standingOf([first, minor, patch], "1.1.0", "2026-03-01")?.lastSubmitOn).toBeUndefined();
});

test("the next higher first number decides, not the highest", () => {
  expect(standingOf([...three, published("3.0.0", "2026-07-01", { sunsetDays: 400 })], "1.0.0", "2026-07-02")).toMatchObject({ lastSubmitOn: "2026-08-30", supersededBy: "3.0.0" });
});

test("in force on the later of the day it names and the day it was published here; until then the one before it is", () => {
  const early = published("2.0.0", "2026-05-01", { effectiveFrom: "2026-06-01", sunsetDays: 90 });
  expect(inForceFrom(early)).toBe("2026-06-01");
  expect(inForceFrom(published("2.0.0", "2026-11-08", { effectiveFrom: "2026-10-05" }))).toBe("2026-11-08");
  const all = [first, early];
  expect([standingOf(all, "1.0.0", "2026-05-31")?.standing, standingOf(all, "2.0.0", "2026-05-31")?.standing]).toEqual(["in_force", "coming"]);
  expect([standingOf(all, "1.0.0", "2026-06-01")?.standing, standingOf(all, "2.0.0", "2026-06-01")?.standing]).toEqual(["superseded", "in_force"]);
});

test("a withdrawn version takes nobody's place, ends nothing, and is none to begin with", () => {
  const all = [first, minor, { ...major, withdrawn: true }];
  expect(standingOf(all, "1.1.0", "2026-07-01")).toMatchObject({ standing: "in_force", lastSubmitOn: undefined });
  expect(standingOf(all, "2.0.0", "2026-07-01")?.standing).toBe("withdrawn");
  expect(newestInForce(all, "2026-07-01")).toBe(minor);
});

test("a version that is not published stands nowhere", () => expect(standingOf(three, "9.0.0", "2026-07-01")).toBeUndefined());

const version = fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 2 })).map((three) => three.join("."));
const day = fc.integer({ min: 0, max: 2000 }).map((days) => addDays("2024-01-01", days));
const history = fc.uniqueArray(
  fc.record({ version, publishedOn: day, effectiveFrom: day, sunsetDays: fc.option(fc.integer({ min: 1, max: 730 }), { nil: undefined }), withdrawn: fc.boolean() }),
  { selector: (each) => each.version, minLength: 1, maxLength: 9 },
);

test("whatever was published when: at most one version is in force, it is the newest that can be, and what is superseded names it", () => {
  fc.assert(
    fc.property(history, day, (versions, today) => {
      const stands = versions.map((each) => ({ each, ...standingOf(versions, each.version, today)! }));
      const inForce = stands.filter(({ standing }) => standing === "in_force");
      const can = versions.filter((each) => !each.withdrawn && each.effectiveFrom <= today).sort((a, b) => compareVersions(b.version, a.version));
      expect(inForce.map(({ each }) => each)).toEqual(can.slice(0, 1));
      for (const { standing, supersededBy, lastSubmitOn, each } of stands) {
        if (standing === "superseded") expect(supersededBy).toBe(can[0]?.version);
        if (lastSubmitOn === undefined) continue;
        const ends = versions.filter((next) => next.sunsetDays !== undefined && addDays(inForceFrom(next), next.sunsetDays) === lastSubmitOn && !next.withdrawn);
        expect(ends.some((next) => Number(next.version.split(".")[0]) > Number(each.version.split(".")[0]))).toBe(true);
      }
    }),
    { numRuns: 1000 },
  );
});

const lw = standards.filter(({ code }) => code === "LW");

test("what lies between two versions is every step, the earliest first", () => {
  expect(changesBetween(lw, "1.0.0", "2.0.0")?.map(({ from, to, changes }) => [from, to, changes.length])).toEqual([
    ["1.0.0", "1.1.0", 5],
    ["1.1.0", "2.0.0", 14],
  ]);
  expect(changesBetween(lw, "1.1.0", "1.1.0")).toEqual([]);
});

test("no chain: backwards, over a version that is not there, or from one nobody knows", () => {
  expect(changesBetween(lw, "2.0.0", "1.0.0")).toBeUndefined();
  expect(
    changesBetween(
      lw.filter(({ version }) => version !== "1.1.0"),
      "1.0.0",
      "2.0.0",
    ),
  ).toBeUndefined();
  expect(changesBetween(lw, "0.9.0", "2.0.0")).toBeUndefined();
  expect(changesBetween(lw, "9.9.9", "9.9.9")).toBeUndefined();
  expect(changesBetween([{ version: "1.0.0", changes: { from: "1.0.0", changes: [] } }], "0.1.0", "1.0.0")).toBeUndefined();
});
