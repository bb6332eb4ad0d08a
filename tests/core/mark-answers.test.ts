import { describe, expect, test } from "vitest";
import { type AnswerRole, markAnswerMoves, markAnswerStates, permitMarkAnswer } from "~/marks/answers/answer-moves";
import { askedOf } from "~/marks/answers/asked";
import { markClocks, runningOf } from "~/marks/deadlines/mark-clocks";
import type { MarkFacts } from "~/marks/status";
import type { OpenTopUp } from "~/marks/top-ups/top-up";
import { noticeOf } from "~/review/notices";

const roles: AnswerRole[] = ["member", "submitter", "moderator"];
type Name = keyof typeof markAnswerMoves;

describe("what can happen to what a group writes for its mark", () => {
  test("the table", () => {
    expect(
      Object.fromEntries(Object.entries(markAnswerMoves).map(([name, { from, to, by, ...more }]) => [name, `${from} → ${to} by ${by.join(", ")} ${JSON.stringify(more)}`])),
    ).toEqual({
      write: 'drafting → drafting by member, submitter {"needs":["still_asked"]}',
      send: 'drafting → sent by submitter {"needs":["still_asked","something"]}',
      hand_back: 'sent → returned by moderator {"bars":["own_decision"],"needs":["still_asked"],"needsReason":true}',
      accept: "sent → accepted by moderator {}",
    });
  });

  test.each(Object.keys(markAnswerMoves) as Name[])("what is not in it cannot happen: %s", (name) => {
    const { from, by }: { from: readonly string[]; by: readonly string[] } = markAnswerMoves[name];
    for (const state of markAnswerStates)
      for (const role of roles) {
        const permission = permitMarkAnswer(name, { state, standings: [role], met: ["still_asked", "something"], reason: "any" });
        expect(permission.ok, `${name} ${state} ${role}`).toBe(from.includes(state) && by.includes(role));
      }
    for (const need of (markAnswerMoves[name] as { needs?: readonly string[] }).needs ?? [])
      expect(
        permitMarkAnswer(name, { state: from[0] as "drafting", standings: [by.at(-1) as AnswerRole], reason: "any", met: need === "something" ? ["still_asked"] : [] }),
      ).toEqual({
        ok: false,
        why: need,
      });
  });
});

const facts: MarkFacts = {
  level: "assured_with_conditions",
  conditions: { criteria: ["LW-2.3", "LW-4.1"], by: "2026-08-30" },
  cleared: [],
  awardedOn: "2026-06-01",
  validUntil: "2028-05-31",
  events: [],
  renewalSubmittedOn: null,
  supersededBy: null,
};
const topUp: OpenTopUp = { id: "t", criterion: "LW-3.1", why: "facts_changed", facts: [], version: null, activity: null, lastDay: "2026-06-29", state: "due", overdueAt: null };
const at = (moment: string) => new Date(moment);
const clocks = (day: string, some: Partial<MarkFacts> = {}, { topUps = [] as OpenTopUp[], waiting = [] as Parameters<typeof markClocks>[1]["waiting"] } = {}) =>
  markClocks(
    { facts: { ...facts, ...some }, topUps },
    { waiting, upkeep: { checkedIn: true, told: [], lost: [] }, nation: "england", now: at(day.includes("T") ? day : `${day}T12:00:00Z`) },
  );
const brief = (all: ReturnType<typeof clocks>) => all.map(({ of, due, left, criteria }) => `${of} ${due} ${left} ${criteria.join("+")}`.trim());

describe("what a mark asks, and until when", () => {
  test("a condition until the last moment of day 90, in London; a top-up until it is shown; nothing of a mark that is over", () => {
    const asked = (moment: string, some: Partial<MarkFacts> = {}) =>
      askedOf({ facts: { ...facts, ...some }, topUps: [topUp] }, at(moment)).map(({ criterion, late }) => `${criterion}${late ? " late" : ""}`);
    expect(asked("2026-06-29T22:59:59Z")).toEqual(["LW-2.3", "LW-4.1", "LW-3.1"]);
    expect(asked("2026-08-30T22:59:59Z")).toEqual(["LW-2.3", "LW-4.1", "LW-3.1 late"]);
    expect(asked("2026-08-30T23:00:00Z")).toEqual(["LW-3.1 late"]);
    expect(asked("2026-08-01T12:00:00Z", { cleared: [{ criterion: "LW-2.3", at: at("2026-07-01T12:00:00Z") }] })).toEqual(["LW-4.1", "LW-3.1 late"]);
    expect(asked("2028-06-01T12:00:00Z")).toEqual([]);
  });

  test("each is a deadline of the group’s; what it has sent is ours for five working days, and not past the condition’s last", () => {
    expect(brief(clocks("2026-06-15", {}, { topUps: [topUp] }))).toEqual(["condition 2026-08-30 76 LW-2.3+LW-4.1", "top_up 2026-06-29 14 LW-3.1"]);
    const sent = (moment: string) => [{ criterion: "LW-2.3", topUpId: null, sentAt: at(moment) }];
    expect(brief(clocks("2026-06-15", {}, { waiting: sent("2026-06-12T12:00:00Z") }))).toEqual(["condition 2026-08-30 76 LW-4.1", "mark_answer 2026-06-19 4 LW-2.3"]);
    expect(brief(clocks("2026-08-28", {}, { waiting: sent("2026-08-27T12:00:00Z") }))).toContain("mark_answer 2026-08-30 0 LW-2.3");
    expect(brief(clocks("2026-06-23", {}, { waiting: sent("2026-06-12T12:00:00Z") }))).toContain("mark_answer 2026-06-19 -2 LW-2.3");
  });

  test("the mark’s last day is one from half a year before, until a renewal is sent", () => {
    expect(brief(clocks("2027-11-29"))).toEqual([]);
    expect(brief(clocks("2027-11-30"))).toEqual(["mark_end 2028-05-31 183"]);
    expect(brief(clocks("2028-05-31"))).toEqual(["mark_end 2028-05-31 0"]);
    expect(brief(clocks("2028-05-31", { renewalSubmittedOn: "2028-05-30" }))).toEqual([]);
    expect(brief(clocks("2028-01-31", { events: [{ kind: "withdraw", reasonClass: null, at: at("2027-01-01T12:00:00Z") }] }))).toEqual([]);
  });

  test("what is over is told of for a week, and runs no more; a top-up that is late still does", () => {
    expect(brief(clocks("2026-08-31"))).toEqual(["condition 2026-08-30 -1 LW-2.3+LW-4.1"]);
    expect(brief(clocks("2028-06-07"))).toEqual(["mark_end 2028-05-31 -7"]);
    expect([clocks("2026-09-07"), clocks("2028-06-08")].map(brief)).toEqual([[], []]);
    expect(runningOf([...clocks("2026-08-31"), ...clocks("2028-06-07")])).toEqual([]);
    expect(brief(runningOf(clocks("2026-07-01", { conditions: null }, { topUps: [{ ...topUp, state: "overdue" }] })))).toEqual(["top_up 2026-06-29 -2 LW-3.1"]);
  });

  test.each([
    ["condition", "2026-08-01", null],
    ["condition", "2026-08-02", "soon"],
    ["condition", "2026-08-23", "last"],
    ["condition", "2026-08-31", "late"],
    ["mark_end", "2028-04-04", null],
    ["mark_end", "2028-05-23", null],
    ["mark_end", "2028-05-24", "last"],
    ["mark_end", "2028-06-01", "late"],
  ])("%s is told of: %s %s", (of, day, kind) => {
    expect(noticeOf(clocks(day).find((each) => each.of === of)!)).toBe(kind);
  });
});

test("of two things that ask for the same criterion, the one that ends first is asked, and the other once that was shown", () => {
  const activity = { id: "a", name: "Choir" };
  const two: OpenTopUp[] = [topUp, { ...topUp, id: "other", why: "new_activity", activity, lastDay: "2026-07-10" }];
  const asked = (topUps: OpenTopUp[]) => askedOf({ facts: { ...facts, conditions: null }, topUps }, at("2026-06-20T12:00:00Z")).map(({ topUpId }) => topUpId);
  expect([asked(two), asked(two.slice(1))]).toEqual([["t"], ["other"]]);
});
