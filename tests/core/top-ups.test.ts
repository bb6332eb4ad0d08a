import { describe, expect, test } from "vitest";
import type { Facts } from "#standards/format";
import { type MarkRole, markMoves } from "~/marks/mark-moves";
import { freeingStep } from "~/marks/paperwork/steps";
import type { MarkEvent, MarkFacts } from "~/marks/status";
import { activityMoves, askedOfActivity, isKnown, namesItsActivities, openActivities, permitActivity } from "~/marks/top-ups/new-activity";
import { topUpStates } from "~/marks/top-ups/top-up";
import { permitTopUp, topUpMoves } from "~/marks/top-ups/top-up-moves";
import { notCovered } from "~/marks/top-ups/top-up-words";
import { overdueDemands, overdueStep, wantedTopUps } from "~/marks/top-ups/wanted";
import { factsInRule } from "~/standards/applies";
import { loadStandards } from "~/standards/load.server";
import { aCriterion, aStandard } from "../support/standards";

describe("the table", () => {
  test("the whole of it, in words", () => {
    const line = ([name, { from, to, by, ...more }]: [string, (typeof topUpMoves)[keyof typeof topUpMoves]]) =>
      `${name.padEnd(5)} from ${from.join(", ")} to ${to} · by ${by.join(", ")}${"needs" in more ? ` · needs ${more.needs.join(", ")}` : ""}${"needsReason" in more ? " · a reason" : ""}`;
    expect(`\n${Object.entries(topUpMoves).map(line).join("\n")}\n`).toMatchInlineSnapshot(`
      "
      show  from due, overdue to done · by moderator · a reason
      lapse from due to overdue · by system · needs time_over
      drop  from due, overdue to dropped · by system · needs not_asked
      "
    `);
  });

  test.each(Object.keys(topUpMoves) as (keyof typeof topUpMoves)[])("what is not in it cannot happen: %s", (name) => {
    const move = topUpMoves[name];
    for (const state of topUpStates)
      for (const role of ["moderator", "decider", "holder_admin", "system"] satisfies MarkRole[]) {
        const permission = permitTopUp(name, { state, standings: [role], met: ["time_over", "not_asked"], reason: "Seen." });
        expect(permission.ok, `${state} by ${role}`).toBe((move.from as readonly string[]).includes(state) && (move.by as readonly string[]).includes(role));
      }
    expect(permitTopUp(name, { state: "due", standings: [...move.by] })).toMatchObject({ ok: false });
  });
});

const mark: MarkFacts = { level: "assured", conditions: null, awardedOn: "2026-03-10", validUntil: "2028-03-09", events: [], renewalSubmittedOn: null, supersededBy: null };
const visits = {
  any: [
    { fact: "home_visits", is: true },
    { fact: "meets_alone_in_community", is: true },
  ],
};
const standard = aStandard([
  aCriterion({ id: "MU-1.1", must_have: true, applies: visits }),
  aCriterion({ id: "MU-1.2", must_have: false, applies: visits }),
  aCriterion({ id: "MU-2.1", must_have: false }),
]);
const newer = (change: object) => ({
  standard: {
    ...standard,
    version: "2.0.0",
    changes: { from: "1.0.0", changes: [{ type: "critical_on", criteria: ["MU-2.1"], successors: [], what: "x", reason: "x", what_to_do: "x", ...change }] },
  } as typeof standard,
  inForceFrom: "2026-06-01",
});
const wanted = (more: Partial<Parameters<typeof wantedTopUps>[0]>) =>
  wantedTopUps({ standard, submitted: { home_visits: false }, stated: {}, newer: [], mark, today: "2026-09-01", ...more });

describe("P14: a must-have that has come to apply", () => {
  test.each<[string, Facts, Facts, unknown[]]>([
    ["nothing new", { home_visits: false }, { home_visits: false }, []],
    ["visits begin", { home_visits: false }, { home_visits: true }, [{ criterion: "MU-1.1", why: "facts_changed", facts: ["home_visits"], version: null, lastDay: "2026-09-29" }]],
    ["what was never said counts as no", {}, { meets_alone_in_community: true }, [{ criterion: "MU-1.1", facts: ["meets_alone_in_community"] }]],
    ["it was asked already", { meets_alone_in_community: true }, { home_visits: true, meets_alone_in_community: true }, []],
    ["visits end", { home_visits: true }, { home_visits: false }, []],
  ])("%s", (_, submitted, stated, expected) => expect(wanted({ submitted, stated })).toMatchObject(expected));

  test("every must-have of ours that asks about a fact has words for what is not covered", () => {
    const rules = loadStandards().versions.flatMap(({ standard: { criteria } }) => criteria.filter(({ must_have }) => must_have).flatMap(({ applies }) => factsInRule(applies)));
    const other = notCovered({ why: "facts_changed", facts: ["no_such_fact"] }, "en");
    expect(rules.length).toBeGreaterThan(0);
    for (const fact of rules) for (const language of ["en", "cy"] as const) expect(notCovered({ why: "facts_changed", facts: [fact] }, language), fact).not.toEqual(other);
    expect(notCovered({ why: "critical_on", facts: [] }, "en"), "not public").toEqual([]);
  });
});

describe("P08: a version that makes something a must-have", () => {
  test("asks for it by the day before the one it gives: six months, or what it says", () => {
    expect(wanted({ newer: [newer({})] })).toEqual([{ criterion: "MU-2.1", why: "critical_on", facts: [], version: "2.0.0", lastDay: "2026-11-30" }]);
    expect(wanted({ newer: [newer({ compliance_months: 3 })] })).toMatchObject([{ lastDay: "2026-08-31" }]);
  });

  test("gives 28 days at least, and asks nothing of a mark that is over by then", () => {
    expect(wanted({ newer: [newer({})], mark: { ...mark, awardedOn: "2026-11-20" } })).toMatchObject([{ lastDay: "2026-12-18" }]);
    expect(wanted({ newer: [newer({})], mark: { ...mark, validUntil: "2026-11-30" } })).toEqual([]);
  });

  test("asks only what applies, and for other changes nothing", () => {
    expect(wanted({ newer: [newer({ criteria: ["MU-1.2"] })] })).toEqual([]);
    expect(wanted({ newer: [newer({ type: "descriptor_raised" })] })).toEqual([]);
  });
});

describe("what was not shown in time", () => {
  const overdueAt = new Date("2026-12-01T00:05:00Z");
  const event = (kind: MarkEvent["kind"], at: string, bySystem = true): MarkEvent => ({
    kind,
    at: new Date(at),
    bySystem,
    reasonClass: kind === "suspend" ? "paperwork_overdue" : null,
  });
  const step = (why: "facts_changed" | "critical_on", events: MarkEvent[], now: string) => overdueStep({ why, overdueAt }, { ...mark, events }, new Date(now));
  const review = event("review", "2026-12-01T00:05:00Z");
  test.each<[string, "facts_changed" | "critical_on", MarkEvent[], string, string | undefined]>([
    ["is reviewed", "facts_changed", [], "2026-12-01T00:05:00Z", "review"],
    ["once", "facts_changed", [review], "2026-12-02T00:05:00Z", undefined],
    ["for what came to apply, nothing more", "facts_changed", [review], "2027-02-01T00:05:00Z", undefined],
    ["for a new must-have, not on day 27", "critical_on", [review], "2026-12-28T23:59:59Z", undefined],
    ["suspends on day 28", "critical_on", [review], "2026-12-29T00:00:00Z", "suspend"],
    ["once too", "critical_on", [review, event("suspend", "2026-12-29T00:00:00Z")], "2026-12-30T00:00:00Z", undefined],
    ["a review by people is one", "critical_on", [event("review", "2026-11-01T00:00:00Z", false)], "2026-12-02T00:00:00Z", undefined],
    ["and does not stop day 28", "critical_on", [event("review", "2026-11-01T00:00:00Z", false)], "2026-12-29T00:00:00Z", "suspend"],
    ["people have ended the review", "critical_on", [review, event("end_review", "2026-12-10T00:00:00Z", false)], "2027-01-10T00:00:00Z", undefined],
    [
      "suspended and back for another reason: reviewed again",
      "facts_changed",
      [review, event("suspend", "2026-12-05T00:00:00Z"), event("reinstate", "2026-12-06T00:00:00Z")],
      "2026-12-07T00:00:00Z",
      "review",
    ],
    ["the mark was given up", "critical_on", [event("surrender", "2026-12-01T00:00:00Z", false)], "2026-12-29T00:00:00Z", undefined],
  ])("%s", (_, why, events, now, expected) => expect(step(why, events, now)).toBe(expected));

  test.each<[string, MarkEvent[], string | undefined]>([
    ["ends the review that a rule began", [review], "end_review"],
    ["and no other", [event("review", "2026-12-01T00:05:00Z", false)], undefined],
    ["lifts the suspension for overdue paperwork that a rule began", [event("suspend", "2026-12-29T00:00:00Z")], "reinstate"],
    ["and no other", [event("suspend", "2026-12-29T00:00:00Z", false)], undefined],
    ["not one because they cannot be reached", [{ ...event("suspend", "2026-12-29T00:00:00Z"), reasonClass: "cannot_be_reached" }], undefined],
    ["nor anything where nothing stands", [], undefined],
  ])("shown after all: %s", (_, events, expected) => expect(freeingStep({ ...mark, events }, [], new Date("2027-01-01T00:00:00Z"))).toBe(expected));
});

test("a rule never withdraws, and never gives a mark up", () => {
  expect([markMoves.withdraw.by, markMoves.surrender.by]).toEqual([["moderator"], ["holder_admin"]]);
});

describe("a new activity (§C.2)", () => {
  const { versions } = loadStandards();
  const AS = versions.find(({ standard: { key, version } }) => key === "activities-and-services" && version === "1.0.0")!.standard;
  test("asks the short list, and of it what applies", () => {
    expect(askedOfActivity(AS, { runs_activities: true, regulated_service_types: [] })).toEqual(["AS-1.1", "AS-2.1", "AS-2.2", "AS-2.3", "AS-3.2"]);
    expect(askedOfActivity(AS, { runs_activities: true, regulated_service_types: ["debt_advice"] })).toContain("AS-2.4");
    expect([namesItsActivities("activities-and-services"), namesItsActivities("referral-capacity"), askedOfActivity(standard, {})]).toEqual([true, false, []]);
  });
  test("what is not in the table cannot happen", () => {
    const allowed = (Object.keys(activityMoves) as (keyof typeof activityMoves)[]).flatMap((move) =>
      (["not_covered", "covered", "left"] as const).flatMap((state) =>
        (["moderator", "decider", "holder_admin", "system"] satisfies MarkRole[])
          .filter((role) => permitActivity(move, { state, standings: [role], met: ["everything_shown"], reason: "Rang them." }).ok)
          .map((role) => `${move}: ${state} by ${role}`),
      ),
    );
    expect(allowed).toEqual(["cover: not_covered by system", "leave: not_covered by moderator"]);
    expect(permitActivity("cover", { state: "not_covered", standings: ["system"] })).toEqual({ ok: false, why: "everything_shown" });
    expect(permitActivity("leave", { state: "not_covered", standings: ["moderator"] })).toEqual({ ok: false, why: "reason_missing" });
  });
  const activity = { id: "a", name: "Choir" };
  test("is public by its name, and never a reason to review the mark", () => {
    expect(notCovered({ why: "new_activity", facts: [], activity }, "en")).toEqual(["“Choir” not yet covered by this mark"]);
    expect(notCovered({ why: "new_activity", facts: [], activity }, "cy")).toEqual(["“Choir” heb ei gynnwys gan y marc hwn eto"]);
    const late = { why: "new_activity" as const, overdueAt: new Date("2026-07-01T00:00:00Z") };
    expect([overdueDemands(late, new Date("2027-07-01T00:00:00Z")), overdueStep(late, mark, new Date("2027-07-01T00:00:00Z"))]).toEqual([undefined, undefined]);
  });
  test("is known by its name, whatever its case, where the mark covers it or it was told", () => {
    const open = { id: "t", criterion: "AS-1.1", why: "new_activity" as const, facts: [], version: null, activity, lastDay: "2026-07-01", state: "due" as const, overdueAt: null };
    const about = { scope: ["Digging"], topUps: [open, { ...open, id: "u", criterion: "AS-2.1" }] };
    expect(["digging", "CHOIR", "Weeding"].map((name) => isKnown(name, about))).toEqual([true, true, false]);
    expect(openActivities(about.topUps)).toEqual([activity]);
  });
});
