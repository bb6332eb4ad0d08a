import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { MarkStatus } from "~/marks/mark";
import { hasEnded, heldBySystem, isInForce, type MarkFacts, markEventKinds, statusOf, suspensionStands } from "~/marks/status";
import { addDays, startOfDay } from "~/platform/calendar";
import { markAnswer } from "~/register/mark-answer";
import { providerToday } from "~/register/provider";
import { providerAnswer, registerLine } from "~/register/provider-answer";
import { aCandidate, aMark } from "../support/register";

const origin = "https://waymark.example";

const mark: MarkFacts = { level: "assured", conditions: null, awardedOn: "2026-03-10", validUntil: "2028-03-09", events: [], renewalSubmittedOn: null, supersededBy: null };
type Event = MarkFacts["events"][number];
const event = (kind: Event["kind"], at: string, reasonClass: Event["reasonClass"] = null): Event => ({ kind, at: new Date(at), reasonClass });
const standing = (facts: Partial<MarkFacts>, at: string) => statusOf({ ...mark, ...facts }, new Date(at));
const statusAt = (facts: Partial<MarkFacts>, at: string) => standing(facts, at).status;

describe("the calendar", () => {
  it("keeps a mark live through the last second of its last day in London", () => {
    expect(statusAt({}, "2028-03-09T23:59:59Z")).toBe("live");
    expect(statusAt({}, "2028-03-10T00:00:00Z")).toBe("expired");
  });

  it("counts days in London in summer too", () => {
    expect(statusAt({ validUntil: "2028-07-09" }, "2028-07-09T22:59:59Z")).toBe("live");
    expect(statusAt({ validUntil: "2028-07-09" }, "2028-07-09T23:00:00Z")).toBe("expired");
  });

  it("says since when", () => {
    expect(standing({}, "2026-12-01T12:00:00Z")).toMatchObject({ since: "2026-03-10", inForce: true, reasonClass: null, history: [{ status: "live", from: "2026-03-10" }] });
    expect(standing({}, "2028-12-01T12:00:00Z")).toMatchObject({
      since: "2028-03-10",
      inForce: false,
      history: [
        { status: "live", from: "2026-03-10" },
        { status: "expired", from: "2028-03-10" },
      ],
    });
  });
});

describe("a renewal", () => {
  it("sent in by the last day keeps the mark in force for 60 days more", () => {
    const renewed = { renewalSubmittedOn: "2028-03-09" };
    expect(statusAt(renewed, "2028-03-09T12:00:00Z")).toBe("live");
    expect(standing(renewed, "2028-03-10T00:00:00Z")).toMatchObject({ status: "renewal_being_assessed", inForce: true, since: "2028-03-10" });
    expect(statusAt(renewed, "2028-05-08T22:59:59Z")).toBe("renewal_being_assessed");
    expect(standing(renewed, "2028-05-08T23:00:00Z")).toMatchObject({ status: "expired", since: "2028-05-09" });
  });

  it("sent in a day late changes nothing", () => {
    expect(statusAt({ renewalSubmittedOn: "2028-03-10" }, "2028-03-10T12:00:00Z")).toBe("expired");
  });

  it("ends the mark when it is decided without an award, and not before its last day", () => {
    expect(standing({ renewalSubmittedOn: "2028-03-01", renewalEndedAt: new Date("2028-04-02T09:00:00Z") }, "2028-04-02T09:00:00Z")).toMatchObject({
      status: "expired",
      since: "2028-04-02",
    });
    expect(statusAt({ renewalSubmittedOn: "2028-01-01", renewalEndedAt: new Date("2028-02-01T09:00:00Z") }, "2028-03-09T12:00:00Z")).toBe("live");
    expect(statusAt({ renewalSubmittedOn: "2028-01-01", renewalEndedAt: new Date("2028-02-01T09:00:00Z") }, "2028-03-10T00:00:00Z")).toBe("expired");
  });

  it("that is awarded supersedes, in the very moment in which it is decided", () => {
    const at = "2028-04-02T09:00:00Z";
    expect(statusAt({ renewalSubmittedOn: "2028-03-01", renewalEndedAt: new Date(at), events: [event("supersede", at)] }, at)).toBe("superseded");
  });
});

describe("events", () => {
  it("take effect at their moment and not before", () => {
    const events = [event("suspend", "2026-06-01T10:00:00Z", "cannot_be_reached")];
    expect(statusAt({ events }, "2026-06-01T09:59:59.999Z")).toBe("live");
    expect(standing({ events }, "2026-06-01T10:00:00Z")).toMatchObject({ status: "suspended", inForce: false, reasonClass: "cannot_be_reached", since: "2026-06-01" });
  });

  it.each<[Event["kind"], MarkStatus]>([
    ["withdraw", "withdrawn"],
    ["surrender", "surrendered"],
    ["supersede", "superseded"],
  ])("%s ends a mark as %s, and the calendar does not change that", (kind, status) => {
    const events = [event(kind, "2026-06-01T10:00:00Z")];
    expect(standing({ events }, "2026-06-01T10:00:00Z")).toMatchObject({ status, inForce: false });
    expect(standing({ events }, "2030-01-01T10:00:00Z")).toMatchObject({ status, since: "2026-06-01" });
  });

  it("lets a reinstated mark be live again, and tells the whole story", () => {
    const events = [event("suspend", "2026-06-01T10:00:00Z", "paperwork_overdue"), event("reinstate", "2026-06-03T10:00:00Z")];
    expect(standing({ events }, "2026-06-03T10:00:00Z")).toMatchObject({
      status: "live",
      since: "2026-06-03",
      reasonClass: null,
      history: [
        { status: "live", from: "2026-03-10" },
        { status: "suspended", from: "2026-06-01" },
        { status: "live", from: "2026-06-03" },
      ],
    });
  });

  it("keeps a mark in force while it is reviewed, without a reason", () => {
    const events = [event("review", "2026-06-01T10:00:00Z", "being_looked_into")];
    expect(standing({ events }, "2026-06-02T10:00:00Z")).toMatchObject({ status: "under_review", inForce: true, reasonClass: null });
    expect(statusAt({ events: [...events, event("end_review", "2026-06-05T10:00:00Z")] }, "2026-06-05T10:00:00Z")).toBe("live");
  });

  it("lets nothing but reinstating lift a suspension", () => {
    const events = [event("suspend", "2026-06-01T10:00:00Z"), event("review", "2026-06-02T10:00:00Z"), event("end_review", "2026-06-03T10:00:00Z")];
    expect(statusAt({ events }, "2026-07-01T10:00:00Z")).toBe("suspended");
  });

  it("lets a suspended mark expire like any other", () => {
    expect(statusAt({ events: [event("suspend", "2026-06-01T10:00:00Z")] }, "2028-03-10T00:00:00Z")).toBe("expired");
    expect(statusAt({ events: [event("suspend", "2026-06-01T10:00:00Z")], renewalSubmittedOn: "2028-02-01" }, "2028-03-10T00:00:00Z")).toBe("suspended");
  });
});

describe("conditions", () => {
  const conditional: Partial<MarkFacts> = { level: "assured_with_conditions", conditions: { criteria: ["LW-2.3"], by: "2026-06-08" } };

  it("make the level Essentials on day 91", () => {
    expect(standing(conditional, "2026-06-08T22:59:59Z").level).toBe("assured_with_conditions");
    expect(standing(conditional, "2026-06-08T23:00:00Z")).toMatchObject({ level: "essentials", status: "live", inForce: true });
  });

  it("cleared in time make it Assured in the second in which the last of them is, and it stays so", () => {
    const cleared = { ...conditional, cleared: [{ criterion: "LW-2.3", at: new Date("2026-06-08T22:59:59Z") }] };
    expect(["2026-06-08T22:59:58Z", "2026-06-08T22:59:59Z", "2026-06-08T23:00:00Z"].map((moment) => standing(cleared, moment).level)).toEqual([
      "assured_with_conditions",
      "assured",
      "assured",
    ]);
  });

  it("never touch a mark that has none", () => {
    expect(standing({}, "2027-06-08T23:00:00Z").level).toBe("assured");
  });
});

describe("whatever happens to a mark", () => {
  const minutes = fc.integer({ min: -1_000, max: 3 * 366 * 24 * 60 });
  const from = (minute: number) => new Date(startOfDay(mark.awardedOn).getTime() + minute * 60_000);
  const day = fc.integer({ min: 0, max: 900 }).map((days) => addDays(mark.awardedOn, days));
  const events = fc.uniqueArray(fc.record({ kind: fc.constantFrom(...markEventKinds), minute: minutes, bySystem: fc.boolean() }), {
    selector: ({ minute }) => minute,
    maxLength: 8,
  });
  const histories = fc
    .record({
      events,
      renewalSubmittedOn: fc.option(day),
      renewalEnd: fc.option(minutes),
      conditional: fc.option(fc.record({ by: day, cleared: fc.array(minutes, { maxLength: 2 }) })),
    })
    .map(
      ({ events, renewalSubmittedOn, renewalEnd, conditional }): MarkFacts => ({
        ...mark,
        ...(conditional && {
          level: "assured_with_conditions",
          conditions: { criteria: ["RC-2.3", "RC-2.5"], by: conditional.by },
          cleared: conditional.cleared.map((minute, place) => ({ criterion: ["RC-2.3", "RC-2.5"][place]!, at: from(minute) })),
        }),
        events: events.map(({ kind, minute, bySystem }) => ({
          kind,
          at: from(minute),
          bySystem,
          reasonClass: kind === "suspend" ? (bySystem ? "cannot_be_reached" : "being_looked_into") : null,
        })),
        renewalSubmittedOn,
        renewalEndedAt: renewalEnd === null ? null : from(renewalEnd),
      }),
    );
  const now = minutes.map((minute) => from(Math.max(0, minute)));
  const holds = (rule: (facts: MarkFacts, now: Date, later: Date) => void) =>
    fc.assert(
      fc.property(histories, now, now, (facts, a, b) => rule(facts, a < b ? a : b, a < b ? b : a)),
      { numRuns: 300 },
    );

  it("in force means live, renewal being assessed or under review", () => {
    holds((facts, now) => {
      const { status, inForce } = statusOf(facts, now);
      expect(inForce).toBe(["live", "renewal_being_assessed", "under_review"].includes(status));
    });
  });

  it("what has ended stays as it ended", () => {
    holds((facts, now, later) => {
      const { status } = statusOf(facts, now);
      if (hasEnded(status)) expect(statusOf(facts, later).status).toBe(status);
    });
  });

  it("time alone ends it: after the last day without a renewal, 60 days later with one", () => {
    holds((facts, now) => {
      const last = facts.renewalSubmittedOn !== null && facts.renewalSubmittedOn <= facts.validUntil ? addDays(facts.validUntil, 60) : facts.validUntil;
      if (now >= startOfDay(addDays(last, 1))) expect(isInForce(statusOf(facts, now).status)).toBe(false);
    });
  });

  it("a suspended mark comes back only by a reinstatement", () => {
    holds((facts, now, later) => {
      const reinstated = facts.events.some(({ kind, at }) => kind === "reinstate" && at > now && at <= later);
      if (statusOf(facts, now).status === "suspended" && !reinstated) expect(statusOf(facts, later).inForce).toBe(false);
    });
  });

  it("a reason is given for a suspension and for nothing else", () => {
    holds((facts, now) => {
      const { status, reasonClass } = statusOf(facts, now);
      expect(reasonClass !== null).toBe(status === "suspended");
    });
  });

  it("what has not happened yet does not show, and the order of the rows does not matter", () => {
    holds((facts, now) => {
      const happened = { ...facts, events: facts.events.filter(({ at }) => at <= now).reverse() };
      expect(statusOf(happened, now)).toEqual(statusOf(facts, now));
    });
  });

  it("the history begins on the day of the award, never repeats itself, and ends with how it stands", () => {
    holds((facts, now) => {
      const { history, status, since } = statusOf(facts, now);
      expect(history[0]?.from).toBe(facts.awardedOn);
      expect(history.at(-1)).toEqual({ status, from: since });
      for (const [place, each] of history.slice(1).entries()) {
        expect(each.status).not.toBe(history[place]?.status);
        expect(each.from >= (history[place]?.from ?? "")).toBe(true);
      }
    });
  });

  it("every surface says the same: the mark's own data, its holder's and the register's line", () => {
    holds((facts, now) => {
      const { status, level } = statusOf(facts, now);
      const found = { ...aMark(), facts };
      const provider = { ...aCandidate("Marsh End"), marks: [found], checks: {} };
      const [answer, whole] = [markAnswer(found, now, origin), providerAnswer(provider, now, origin, {})];
      expect([answer.status, answer.in_force, answer.level]).toEqual([status, isInForce(status), level]);
      for (const said of whole.marks) expect(said).toEqual(answer);
      if (isInForce(status) || status === "suspended") expect(whole.marks).toHaveLength(1);
      expect(whole.mark_suspended).toBe(status === "suspended");
      expect(registerLine(provider, providerToday(provider, now), origin).marks.map((each) => each.status)).toEqual(isInForce(status) ? [status] : []);
    });
  });

  it("the history of an earlier moment is the beginning of the later one", () => {
    holds((facts, now, later) => {
      const earlier = statusOf(facts, now).history;
      expect(statusOf(facts, later).history.slice(0, earlier.length)).toEqual(earlier);
    });
  });
});

describe("what a rule began", () => {
  const byRule = (kind: Event["kind"], at: string): Event => ({ ...event(kind, at, kind === "suspend" ? "paperwork_overdue" : null), bySystem: true });
  const held = (events: Event[], at = "2026-07-01T12:00:00Z") => heldBySystem({ ...mark, events }, new Date(at));

  it.each<[string, Event[], boolean]>([
    ["nothing", [], false],
    ["a review by a rule", [byRule("review", "2026-06-01T10:00:00Z")], true],
    ["a review by a person", [event("review", "2026-06-01T10:00:00Z")], false],
    ["a review that has ended", [byRule("review", "2026-06-01T10:00:00Z"), event("end_review", "2026-06-02T10:00:00Z")], false],
    ["a suspension by a rule after a person's review", [event("review", "2026-06-01T10:00:00Z"), byRule("suspend", "2026-06-02T10:00:00Z")], true],
    ["a person's suspension in its place", [byRule("suspend", "2026-06-01T10:00:00Z"), event("suspend", "2026-06-02T10:00:00Z", "being_looked_into")], false],
    ["a suspension that was lifted", [byRule("suspend", "2026-06-01T10:00:00Z"), byRule("reinstate", "2026-06-02T10:00:00Z")], false],
    ["one still to come", [byRule("suspend", "2026-08-01T10:00:00Z")], false],
  ])("%s", (_, events, expected) => expect(held(events)).toBe(expected));

  it("is said of a mark exactly as what a person began: who did it changes no status", () => {
    const suspended = [byRule("suspend", "2026-06-01T10:00:00Z")];
    expect(standing({ events: suspended }, "2026-06-02T12:00:00Z")).toEqual(standing({ events: suspended.map((each) => ({ ...each, bySystem: false })) }, "2026-06-02T12:00:00Z"));
  });
});

describe("a suspension", () => {
  const stands = (events: Event[], at: string) => suspensionStands({ ...mark, events }, new Date(at));
  const suspended = event("suspend", "2027-06-01T12:00:00Z", "being_looked_into");

  it("outlives the mark's time until somebody lifts it", () => {
    expect(stands([suspended], "2027-05-31T12:00:00Z")).toBe(false);
    expect(stands([suspended], "2027-06-02T12:00:00Z")).toBe(true);
    expect(stands([suspended], "2028-06-01T12:00:00Z")).toBe(true);
    const lifted = [suspended, event("reinstate", "2028-06-02T12:00:00Z")];
    expect(stands(lifted, "2028-06-03T12:00:00Z")).toBe(false);
    expect(statusAt({ events: lifted }, "2028-06-03T12:00:00Z")).toBe("expired");
  });

  it("is past when the mark was withdrawn, and never was where the mark simply ended", () => {
    expect(stands([suspended, event("withdraw", "2027-07-01T12:00:00Z")], "2028-06-01T12:00:00Z")).toBe(false);
    expect(stands([], "2028-06-01T12:00:00Z")).toBe(false);
    expect(stands([suspended, event("reinstate", "2027-07-01T12:00:00Z")], "2028-06-01T12:00:00Z")).toBe(false);
  });
});
