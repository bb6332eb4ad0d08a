import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { meansBroken, outOfReachSince, reachStep, suspendedAt, type Test } from "~/marks/reach/reach";
import type { MarkFacts } from "~/marks/status";
import type { Nation } from "~/review/bank-holidays";

const at = (moment: string) => new Date(moment);
const tried = (route: Test["route"], worked: boolean, moment: string): Test => ({ route, worked, at: at(moment) });

describe("since when neither works", () => {
  test.each<[string, Test[], string | undefined]>([
    ["nothing was tried", [], undefined],
    ["only one failed", [tried("email", false, "2026-06-08T08:00:00Z")], undefined],
    ["one failed, the other works", [tried("email", false, "2026-06-08T08:00:00Z"), tried("phone", true, "2026-06-08T09:00:00Z")], undefined],
    ["both failed: from the later one", [tried("phone", false, "2026-06-09T08:00:00Z"), tried("email", false, "2026-06-08T08:00:00Z")], "2026-06-09T08:00:00.000Z"],
    [
      "failing again begins nothing anew",
      [tried("phone", false, "2026-06-08T08:00:00Z"), tried("email", false, "2026-06-08T08:00:00Z"), tried("email", false, "2026-06-11T08:00:00Z")],
      "2026-06-08T08:00:00.000Z",
    ],
    [
      "a success does",
      [
        tried("phone", false, "2026-06-08T08:00:00Z"),
        tried("phone", true, "2026-06-09T08:00:00Z"),
        tried("phone", false, "2026-06-10T08:00:00Z"),
        tried("email", false, "2026-06-08T08:00:00Z"),
      ],
      "2026-06-10T08:00:00.000Z",
    ],
  ])("%s", (_, tests, since) => expect(outOfReachSince(tests)?.toISOString()).toBe(since));
});

describe("P11: five full working days", () => {
  test.each<[string, string, Nation, string]>([
    ["from Monday at nine to the next Monday at nine", "2026-06-08T08:00:00Z", "england", "2026-06-15T08:00:00.000Z"],
    ["from Wednesday to Wednesday", "2026-06-10T15:30:00Z", "england", "2026-06-17T15:30:00.000Z"],
    ["what begins at a weekend begins with Monday", "2026-06-06T15:30:00Z", "england", "2026-06-14T23:00:00.000Z"],
    ["a bank holiday of the nation is none", "2026-07-31T08:00:00Z", "scotland", "2026-08-10T08:00:00.000Z"],
    ["of another it is one", "2026-07-31T08:00:00Z", "england", "2026-08-07T08:00:00.000Z"],
    ["nine stays nine when the clocks change", "2026-10-22T08:00:00Z", "england", "2026-10-29T09:00:00.000Z"],
  ])("%s", (_, since, nation, suspended) => expect(suspendedAt(at(since), nation).toISOString()).toBe(suspended));

  test("are never fewer than five times 24 hours, and never more than those and the days off among them", () => {
    const minute = fc.integer({ min: 0, max: 2 * 365 * 24 * 60 }).map((each) => new Date(Date.UTC(2026, 0, 1) + each * 60_000));
    fc.assert(
      fc.property(minute, fc.constantFrom<Nation>("england", "wales", "scotland", "northern_ireland"), (since, nation) => {
        const hours = (suspendedAt(since, nation).getTime() - since.getTime()) / 3_600_000;
        expect(hours).toBeGreaterThanOrEqual(5 * 24 - 1);
        expect(hours).toBeLessThanOrEqual(14 * 24);
      }),
    );
  });
});

describe("what is due for a mark", () => {
  const mark: MarkFacts = { level: "assured", conditions: null, awardedOn: "2026-03-10", validUntil: "2028-03-09", events: [], renewalSubmittedOn: null, supersededBy: null };
  const dead = [tried("phone", false, "2026-06-08T08:00:00Z"), tried("email", false, "2026-06-08T08:00:00Z")];
  const well = [...dead, tried("phone", true, "2026-06-20T08:00:00Z")];
  const suspended = (reasonClass: "cannot_be_reached" | "paperwork_overdue", bySystem: boolean): MarkFacts => ({
    ...mark,
    events: [{ kind: "suspend", reasonClass, at: at("2026-06-16T08:00:00Z"), bySystem }],
  });
  const over = { ...mark, events: [{ kind: "surrender", reasonClass: null, at: at("2026-06-01T08:00:00Z") }] } satisfies MarkFacts;
  const now = "2026-06-20T12:00:00Z";
  test.each<[string, MarkFacts, Test[], string, string | undefined]>([
    ["neither works, a second too early", mark, dead, "2026-06-15T07:59:59Z", undefined],
    ["neither works, in time", mark, dead, "2026-06-15T08:00:00Z", "suspend"],
    ["suspended already", suspended("cannot_be_reached", true), dead, now, undefined],
    ["one works again", suspended("cannot_be_reached", true), well, now, "reinstate"],
    ["one works again, and people suspended it", suspended("cannot_be_reached", false), well, now, undefined],
    ["one works again, and it is suspended for something else", suspended("paperwork_overdue", true), well, now, undefined],
    ["one works again after its time", suspended("cannot_be_reached", true), well, "2028-06-01T12:00:00Z", "reinstate"],
    ["given up", over, dead, now, undefined],
    ["all is well", mark, well, now, undefined],
  ])("%s", (_, facts, tests, moment, step) => expect(reachStep(facts, tests, "england", at(moment))).toBe(step));
});

describe("mail that came back", () => {
  const bounce = (kind: "hard" | "soft", moment: string) => ({ kind, at: at(moment) });
  test.each([
    ["one hard", [bounce("hard", "2026-06-08T08:00:00Z")], true],
    ["two soft", [bounce("soft", "2026-06-08T08:00:00Z"), bounce("soft", "2026-06-07T08:00:00Z")], false],
    ["three soft in seven days", [bounce("soft", "2026-06-08T08:00:00Z"), bounce("soft", "2026-06-07T08:00:00Z"), bounce("soft", "2026-06-01T08:00:00Z")], true],
    ["three soft in more", [bounce("soft", "2026-06-08T08:00:00Z"), bounce("soft", "2026-06-07T08:00:00Z"), bounce("soft", "2026-06-01T07:59:59Z")], false],
  ] as const)("%s", (_, bounces, broken) => expect(meansBroken(bounces, at("2026-06-08T08:00:00Z"))).toBe(broken));
});
