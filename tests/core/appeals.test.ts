import { describe, expect, test } from "vitest";
import type { Level } from "#standards/format";
import { agreedRatings } from "~/review/agreed";
import { answerDue, appealBy, appealClock, changedBy, contentFault, type Ground, goOnBy, outcomeOfAppeal, panelDue, pointsOf } from "~/review/appeals/appeal";
import { clocksOf } from "~/review/clocks";
import { ruledIn } from "~/review/round";
import { small } from "../support/cases";

const level = (from: Level, to: Level | null, criterion = "MU-1.1") => ({ criterion, from, level: to, reason: "because" });
const finding = (upheld: boolean, ground: Ground = "process") => ({ ground, upheld, reason: "because" });

describe("what an answer comes to", () => {
  test.each([
    ["upheld", [level(0, 2)], []],
    ["upheld", [level(0, 2), level(1, 2, "MU-1.2")], [finding(true)]],
    ["partly", [level(0, 2), level(1, null, "MU-1.2")], []],
    ["partly", [level(0, null)], [finding(true)]],
    ["partly", [level(0, 1)], [finding(false)]],
    ["not_upheld", [level(0, null)], [finding(false)]],
    ["not_upheld", [level(0, 0)], []],
    ["not_upheld", [level(2, 1)], []],
    ["upheld", [], [finding(true, "conflict")]],
    ["not_upheld", [], []],
  ] as const)("%s", (outcome, levels, findings) => expect(outcomeOfAppeal({ levels: [...levels], findings: [...findings] })).toBe(outcome));

  test("changed is what is another level now, up or down; the same level chosen is none", () => {
    expect(changedBy({ levels: [level(0, 2), level(1, 1, "MU-1.2"), level(2, null, "MU-2.1"), level(3, 2, "MU-2.2")] }).map(({ criterion }) => criterion)).toEqual([
      "MU-1.1",
      "MU-2.2",
    ]);
  });
});

test("points are every criterion named, once, and the grounds that are about more than levels", () => {
  const one = (ground: Ground, criteria: string[]) => ({ ground, words: "x".repeat(20), criteria });
  const content = { grounds: [one("facts_wrong", ["MU-2.1", "MU-1.1"]), one("conflict", ["MU-1.1"]), one("process", [])] };
  expect(pointsOf(content)).toEqual({ criteria: ["MU-1.1", "MU-2.1"], grounds: ["conflict", "process"] });
  expect(contentFault(content)).toBeUndefined();
  expect(contentFault({ grounds: [one("evidence_overlooked", [])] })).toEqual({ why: "no_criteria", ground: "evidence_overlooked" });
});

describe("last days", () => {
  test("28 calendar days of London for an appeal and for going on, whatever the clocks do", () => {
    expect(appealBy(new Date("2026-06-01T11:00:00Z"))).toBe("2026-06-29");
    expect(appealBy(new Date("2026-06-01T23:30:00Z")), "it is the 2nd in London").toBe("2026-06-30");
    expect(appealBy(new Date("2028-02-01T12:00:00Z"))).toBe("2028-02-29");
    expect(goOnBy(new Date("2026-10-01T12:00:00Z"))).toBe("2026-10-29");
  });

  test("15 and 30 working days of the provider’s nation", () => {
    const sent = new Date("2026-11-16T12:00:00Z");
    expect([answerDue(sent, "england"), answerDue(sent, "scotland")], "St Andrew’s Day is a holiday in Scotland alone").toEqual(["2026-12-07", "2026-12-08"]);
    expect(panelDue(new Date("2026-11-16T12:00:00Z"), "england")).toBe("2026-12-30");
  });

  test("which of ours runs, and how late it is", () => {
    const about = { dueOn: "2026-12-07", panelDueOn: null, nation: "england" as const };
    expect(appealClock({ ...about, state: "taken" }, "2026-12-04")).toMatchObject({ of: "appeal_answer", left: 1, whose: "ours", paused: false });
    expect(appealClock({ ...about, state: "sent" }, "2026-12-08")).toMatchObject({ left: -1 });
    expect(appealClock({ ...about, state: "answered" }, "2026-12-04")).toBeUndefined();
    expect(appealClock({ ...about, panelDueOn: "2026-12-31", state: "with_panel" }, "2026-12-30")).toMatchObject({ of: "panel_answer", left: 1 });
  });

  test("five working days to decide anew, from the day it was reopened; and then no window for another appeal", () => {
    const moves = [
      { name: "agree", at: new Date("2026-05-01T12:00:00Z") },
      { name: "decide", at: new Date("2026-06-01T12:00:00Z") },
      { name: "reopen", at: new Date("2026-06-10T12:00:00Z") },
    ];
    const about = { openedAt: new Date("2026-04-01T12:00:00Z"), nation: "england" as const, answersDue: null, pauses: [], rounds: [], talking: false };
    expect(clocksOf({ ...about, state: "deciding", moves }, "2026-06-11")).toMatchObject([{ of: "decision", due: "2026-06-17" }]);
    const anew = [...moves, { name: "decide", at: new Date("2026-06-12T12:00:00Z") }];
    expect(clocksOf({ ...about, state: "decided", moves: anew }, "2026-06-13")).toEqual([]);
  });
});

describe("a level that an appeal gave", () => {
  const round = (no: number, kind: "appeal" | "deferral", criteria: string[]) => ({ no, kind, criteria, openedAt: new Date(), readers: { assessor: null, second_reader: null } });

  test("holds whatever anybody rated, until its criterion is opened again", () => {
    const said = [{ round: 2, criterion: "MU-1.1", level: 3 as const }];
    expect(ruledIn([round(2, "appeal", ["MU-1.1"])], said)).toEqual(said);
    expect(ruledIn([round(2, "deferral", ["MU-1.1"])], said)).toEqual([]);
    expect(ruledIn([round(2, "appeal", ["MU-1.1"]), round(3, "deferral", ["MU-1.1"])], said)).toEqual([]);
    const ratings = { "MU-1.2": 2, "MU-2.1": 2 } as const;
    const agreed = agreedRatings(small, {}, { assessor: ratings, second_reader: { "MU-1.2": 2 } }, {}, { ruled: { "MU-1.1": 3 } });
    expect(agreed).toMatchObject({ ratings: { "MU-1.1": 3 }, came: { "MU-1.1": "appealed" }, open: [], missing: [] });
    expect(agreedRatings(small, {}, { assessor: ratings, second_reader: { "MU-1.2": 2 } }, {}).missing).toHaveLength(2);
  });
});
