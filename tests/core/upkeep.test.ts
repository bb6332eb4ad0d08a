import { describe, expect, test } from "vitest";
import { checkInDays, checkInOwed, checkInState } from "~/marks/check-ins/check-in";
import { readCheckIn } from "~/marks/check-ins/check-in-form";
import { asksForEntry, circumstanceKinds, circumstances, clockFor, factsAskedWith, lookBy, toldLate } from "~/marks/circumstances/circumstance";
import { readChange } from "~/marks/circumstances/circumstance-form";
import { markClocks, runningOf } from "~/marks/deadlines/mark-clocks";
import { insuranceOwed, suspendedFrom, uncoveredSince } from "~/marks/paperwork/insurance";
import { paperworkDue } from "~/marks/paperwork/paperwork-words";
import { entryOwed, entryTyped, permitEntry } from "~/marks/paperwork/register-entry";
import { freeingStep, owedFor, owedStep } from "~/marks/paperwork/steps";
import { insuranceReminder, renewalReminder } from "~/marks/renewal/reminders";
import type { MarkEvent, MarkFacts } from "~/marks/status";
import { noticeOf } from "~/review/notices";
import { structuredFacts } from "~/standards/facts.server";

const mark: MarkFacts = { level: "assured", conditions: null, awardedOn: "2026-03-10", validUntil: "2028-03-09", events: [], renewalSubmittedOn: null, supersededBy: null };
const event = (kind: MarkEvent["kind"], at: string, bySystem = true): MarkEvent => ({
  kind,
  at: new Date(at),
  bySystem,
  reasonClass: kind === "suspend" ? "paperwork_overdue" : null,
});
const noon = (day: string) => new Date(`${day}T12:00:00Z`);

describe("the yearly check-in (§C.2)", () => {
  test("is open from thirty days before the anniversary to day 395, the whole of it", () => {
    expect(checkInDays("2026-03-10")).toEqual({ opens: "2027-02-08", last: "2027-04-09" });
    expect(checkInDays("2028-02-29"), "over a leap day").toEqual({ opens: "2029-01-29", last: "2029-03-30" });
    const states = (["2027-02-07T23:59:59Z", "2027-02-08T00:00:00Z", "2027-04-09T22:59:59Z", "2027-04-09T23:00:00Z"] as const).map((at) => checkInState(mark, false, new Date(at)));
    expect(states).toEqual(["not_yet", "open", "open", "late"]);
    expect(checkInState(mark, true, noon("2027-03-10"))).toBe("sent");
    expect(checkInState(mark, false, noon("2028-03-10")), "its time ran out").toBe("over");
    expect(checkInState({ ...mark, events: [event("suspend", "2027-06-01T09:00:00Z")] }, false, noon("2028-03-10")), "a suspension stands in the way of the next mark").toBe(
      "late",
    );
    expect(checkInState({ ...mark, events: [event("withdraw", "2027-01-01T09:00:00Z", false)] }, false, noon("2027-03-10"))).toBe("over");
  });

  test("not answered: a review from day 396, a suspension from day 426", () => {
    const demands = (day: string, sent = false) => checkInOwed(mark.awardedOn, sent, day).map((owed) => owed.demands);
    expect(["2027-04-09", "2027-04-10", "2027-05-09", "2027-05-10"].map((day) => demands(day))).toEqual([[], ["review"], ["review"], ["suspend"]]);
    expect(demands("2027-06-01", true)).toEqual([]);
  });

  test("is a deadline of the group’s while it is awaited, told of at the anniversary and a week before its last day", () => {
    const clocks = (day: string, checkedIn = false) =>
      markClocks({ facts: mark, topUps: [] }, { waiting: [], upkeep: { checkedIn, told: [], lost: [] }, nation: "england", now: noon(day) });
    expect([clocks("2027-02-07"), clocks("2027-03-01", true)]).toEqual([[], []]);
    expect(clocks("2027-02-08")).toMatchObject([{ of: "check_in", whose: "theirs", due: "2027-04-09", left: 60 }]);
    expect(runningOf(clocks("2027-04-20"))).toMatchObject([{ of: "check_in", left: -11 }]);
    expect(["2027-03-09", "2027-03-10", "2027-04-02", "2027-04-10"].map((day) => noticeOf(clocks(day)[0]!))).toEqual([null, "soon", "last", null]);
  });

  test("its form: one answer for each must-have, a day, and words where something is not true any more", () => {
    const asked = [{ id: "RC-1.1" }, { id: "RC-4.2" }];
    const good = { facts: "yes", "insurance-day": "31", "insurance-month": "3", "insurance-year": "2028", "still-RC-1.1": "yes", "still-RC-4.2": "yes" };
    const said = { factsRight: true, insuranceUntil: "2028-03-31", notTrue: [], words: "", plan: "", changes: "" };
    expect(readCheckIn(good, asked, "en")).toEqual({ ok: true, said });
    expect(readCheckIn({ ...good, "still-RC-4.2": "no", words: " Our cover ended. " }, asked, "en")).toEqual({
      ok: true,
      said: { ...said, notTrue: ["RC-4.2"], words: "Our cover ended." },
    });
    const faults = (typed: Record<string, string>) => {
      const read = readCheckIn(typed, asked, "cy");
      return read.ok ? [] : Object.keys(read.errors);
    };
    expect(faults({})).toEqual(["facts", "insurance", "still-RC-1.1", "still-RC-4.2"]);
    expect(faults({ ...good, "still-RC-4.2": "no" })).toEqual(["words"]);
    expect(faults({ ...good, "insurance-month": "2", changes: "x".repeat(4001) })).toEqual(["insurance", "changes"]);
  });
});

describe("insurance that has run out (§C.4)", () => {
  test("is said from the first day without cover, and suspends on day 8", () => {
    expect([uncoveredSince(null, "2027-01-01"), uncoveredSince("2026-06-30", "2026-06-30"), uncoveredSince("2026-06-30", "2026-07-01")]).toEqual([
      undefined,
      undefined,
      "2026-07-01",
    ]);
    expect(suspendedFrom("2026-07-01")).toBe("2026-07-09");
    expect([insuranceOwed("2026-06-30", "2026-07-08"), insuranceOwed("2026-06-30", "2026-07-09")]).toMatchObject([[], [{ what: "insurance", demands: "suspend" }]]);
    expect([
      paperworkDue({ insuredUntil: "2026-06-30" }, "2026-06-30", "en"),
      paperworkDue({ insuredUntil: "2026-06-30" }, "2026-07-01", "en"),
      paperworkDue({}, "2026-07-01", "en"),
    ]).toEqual([[], ["Their paperwork is being brought up to date."], []]);
  });
});

describe("an entry in a register that was lost (§C.4)", () => {
  const roles = ["moderator", "member"] as const;
  test("what is not in the table cannot happen", () => {
    const allowed = (["lose", "restore"] as const).flatMap((move) =>
      (["standing", "lost"] as const).flatMap((state) =>
        roles.filter((who) => permitEntry(move, { state, standings: [who], met: ["named", "day_come"] }).ok).map((who) => `${move}: ${state}, ${who}`),
      ),
    );
    expect(allowed).toEqual(["lose: standing, moderator", "lose: standing, member", "restore: lost, moderator"]);
  });
  test("it has to be named, and the day has to have come", () => {
    expect(permitEntry("lose", { state: "standing", standings: ["moderator"], met: ["day_come"] })).toEqual({ ok: false, why: "named" });
    expect(permitEntry("lose", { state: "standing", standings: ["moderator"], met: ["named"] })).toEqual({ ok: false, why: "day_come" });
    expect(permitEntry("restore", { state: "lost", standings: ["moderator"], met: [] })).toEqual({ ok: false, why: "named" });
    expect(["  CQC   1-100 ", "X", "y".repeat(121), ""].map(entryTyped)).toEqual(["CQC 1-100", undefined, undefined, undefined]);
  });
  test("asks for a suspension from the moment it was recorded, and so does each of several", () => {
    const at = noon("2027-05-20");
    expect(entryOwed([])).toEqual([]);
    expect(entryOwed([{ recordedAt: at }, { recordedAt: at }])).toEqual([
      { what: "register_entry", since: at, demands: "suspend" },
      { what: "register_entry", since: at, demands: "suspend" },
    ]);
  });
  test("which changes a group tells us of may come with it", () => expect(circumstanceKinds.filter(asksForEntry)).toEqual(["legal_action", "regulated_service"]));
});

describe("what rules do about what is owed, and undo", () => {
  const owed = (day: string, { checkedIn = true, insuredUntil = null as string | null, lost = [] as string[], facts = mark } = {}) =>
    owedFor({ facts, topUps: [] }, { checkedIn, insuredUntil, lost: lost.map((at) => ({ recordedAt: new Date(at) })) }, noon(day));
  test("the heavier thing first, and nothing that is done already", () => {
    const both = owed("2027-05-20", { checkedIn: false, insuredUntil: "2027-05-01" });
    expect(owedStep(mark, both, noon("2027-05-20"))).toEqual({ kind: "suspend", what: "insurance" });
    expect(owedStep({ ...mark, events: [event("suspend", "2027-05-10T09:00:00Z")] }, both, noon("2027-05-20"))).toBeUndefined();
    expect(owedStep(mark, owed("2027-04-10", { checkedIn: false }), noon("2027-04-10"))).toEqual({ kind: "review", what: "check_in" });
  });
  test("an entry in a register that was lost comes first, the same day; people who reinstate the mark since are not overruled", () => {
    const lost = ["2027-05-20T09:00:00Z"];
    expect(owedStep(mark, owed("2027-05-20", { checkedIn: false, insuredUntil: "2027-05-01", lost }), noon("2027-05-20"))).toEqual({ kind: "suspend", what: "register_entry" });
    const events = [event("suspend", "2027-05-20T09:00:00Z"), event("reinstate", "2027-05-20T10:00:00Z", false)];
    expect(owedStep({ ...mark, events }, owed("2027-05-21", { lost }), noon("2027-05-21"))).toBeUndefined();
  });
  test("people who ended a review since are not overruled", () => {
    const events = [event("review", "2027-04-10T09:00:00Z"), event("end_review", "2027-04-12T09:00:00Z", false)];
    expect(owedStep({ ...mark, events }, owed("2027-05-20", { checkedIn: false }), noon("2027-05-20"))).toBeUndefined();
  });
  test.each<[string, MarkEvent[], Parameters<typeof owed>[1], string | undefined]>([
    ["nothing is owed: lifted", [event("suspend", "2027-05-10T09:00:00Z")], {}, "reinstate"],
    ["something else still asks for it", [event("suspend", "2027-05-10T09:00:00Z")], { insuredUntil: "2027-05-01" }, undefined],
    ["the check-in is still awaited, and late enough", [event("suspend", "2027-04-11T09:00:00Z")], { checkedIn: false }, undefined],
    ["a review, and nothing owed", [event("review", "2027-04-10T09:00:00Z")], {}, "end_review"],
    ["a review, and the check-in still awaited", [event("review", "2027-04-10T09:00:00Z")], { checkedIn: false }, undefined],
    ["an entry in a register is still lost", [event("suspend", "2027-05-10T09:00:00Z")], { lost: ["2027-05-10T09:00:00Z"] }, undefined],
    ["a suspension by people is theirs", [event("suspend", "2027-05-10T09:00:00Z", false)], {}, undefined],
    ["one because they cannot be reached is another rule’s", [{ ...event("suspend", "2027-05-10T09:00:00Z"), reasonClass: "cannot_be_reached" }], {}, undefined],
  ])("%s", (_, events, some, expected) => {
    const facts = { ...mark, events };
    expect(freeingStep(facts, owed("2027-05-20", { ...some, facts }), noon("2027-05-20"))).toBe(expected);
  });
  test("lifted while a review is still asked for: reviewed in the same breath", () => {
    const facts = { ...mark, events: [event("suspend", "2027-04-11T09:00:00Z")] };
    expect(freeingStep(facts, owed("2027-04-20", { checkedIn: false, facts }), noon("2027-04-20"))).toBe("reinstate");
  });
});

describe("changes that a group tells us of (§C.2)", () => {
  test("the table", () => {
    expect(circumstanceKinds.map((kind) => `${kind}: ${factsAskedWith(kind).join(", ")}${"urgent" in circumstances[kind] ? " · urgent" : ""}`)).toMatchInlineSnapshot(`
      [
        "safeguarding_lead: safeguarding_lead_exists · urgent",
        "insurance: insurance_expiry · urgent",
        "serious_incident:  · urgent",
        "data_breach:  · urgent",
        "legal_action:  · urgent",
        "home_visits: home_visits, meets_alone_in_community",
        "regulated_service: regulated_service_types · urgent",
        "new_site_or_activity: ",
        "merger_or_closure: ",
        "funding: funded_until_band",
      ]
    `);
  });
  test("facts that go with a change are facts that a provider can state", () => {
    const keys = structuredFacts().map(({ key }) => key);
    for (const kind of circumstanceKinds) for (const key of factsAskedWith(kind)) expect(keys).toContain(key);
  });
  test("are looked at within one working day where somebody may not be safe, within ten otherwise", () => {
    const toldAt = noon("2026-06-05");
    expect([clockFor("serious_incident"), lookBy({ kind: "serious_incident", toldAt }, "england")]).toEqual(["circumstance_urgent", "2026-06-08"]);
    expect([clockFor("check_in"), lookBy({ kind: "funding", toldAt }, "england")]).toEqual(["circumstance", "2026-06-19"]);
    const clocks = markClocks(
      { facts: mark, topUps: [] },
      {
        waiting: [],
        upkeep: {
          checkedIn: true,
          lost: [],
          told: [
            { kind: "serious_incident", toldAt },
            { kind: "data_breach", toldAt },
            { kind: "funding", toldAt },
          ],
        },
        nation: "england",
        now: noon("2026-06-09"),
      },
    );
    expect(runningOf(clocks).map(({ of, whose, left }) => `${of} ${whose} ${left}`)).toEqual(["circumstance_urgent ours -1", "circumstance ours 8"]);
  });
  test("ten working days to tell us; later is noted, not refused", () => {
    expect([toldLate("2026-06-05", "2026-06-19", "england"), toldLate("2026-06-05", "2026-06-20", "england")]).toEqual([false, true]);
  });
  test("the form: a day, some words, and what is so now; an empty field says nothing new", () => {
    const boxes = { "happened-day": "1", "happened-month": "6", "happened-year": "2026", words: "Nobody is our safeguarding lead for now." };
    const fact = structuredFacts().filter(({ key }) => key === "safeguarding_lead_exists");
    expect(readChange("safeguarding_lead", { texts: boxes, facts: { safeguarding_lead_exists: "no" } }, fact, "en")).toEqual({
      ok: true,
      told: { kind: "safeguarding_lead", happenedOn: "2026-06-01", words: boxes.words, lostEntry: null, activity: null, facts: { safeguarding_lead_exists: false } },
    });
    expect(readChange("safeguarding_lead", { texts: boxes, facts: {} }, fact, "en")).toMatchObject({ ok: true, told: { facts: {} } });
    const faults = readChange("insurance", { texts: {}, facts: {} }, [], "cy");
    expect(faults.ok ? [] : Object.keys(faults.errors)).toEqual(["happened", "insurance", "words"]);
  });
});

describe("reminders before something runs out", () => {
  test("of a mark: six, three and one month before its last day, until a renewal was sent (§C.2)", () => {
    const months = (day: string, some: Partial<MarkFacts> = {}) => renewalReminder({ ...mark, ...some }, noon(day));
    expect(["2027-09-08", "2027-09-09", "2027-12-08", "2027-12-09", "2028-02-08", "2028-02-09", "2028-03-09", "2028-03-10"].map((day) => months(day))).toEqual([
      undefined,
      6,
      6,
      3,
      3,
      1,
      1,
      undefined,
    ]);
    expect(months("2028-01-01", { renewalSubmittedOn: "2027-12-20" })).toBeUndefined();
    expect(months("2028-01-01", { events: [event("withdraw", "2027-12-20T09:00:00Z", false)] })).toBeUndefined();
  });
  test("of insurance: 60, 30 and 7 days before the last day of cover (§B.3)", () => {
    expect(["2027-01-29", "2027-01-30", "2027-03-01", "2027-03-24", "2027-03-31", "2027-04-01"].map((day) => insuranceReminder("2027-03-31", day))).toEqual([
      undefined,
      60,
      30,
      7,
      7,
      undefined,
    ]);
  });
});
