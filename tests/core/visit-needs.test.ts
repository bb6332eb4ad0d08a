import { describe, expect, test } from "vitest";
import { visitNumberOf } from "~/review/depth";
import { type Had, type Known, missingOf } from "~/review/visits/needs";
import { visitFault } from "~/review/visits/visit";

const known = (of: Partial<Known> = {}): Known => ({ standard: "referral-capacity", linkWorkers: 0, risks: [], drawn: false, ...of });
const nothing: Had = { contactTested: false, kinds: [] };

describe("what a case asks for besides reading", () => {
  test.each([
    ["every case: a test of phone or email, and a talk with somebody who works or leads there", known(), ["contact_test", "conversation_worker"]],
    ["activities and services: also with somebody who attends", known({ standard: "activities-and-services" }), ["contact_test", "conversation_worker", "conversation_attendee"]],
    ["link workers, five of them: also a visit", known({ standard: "link-worker-practice", linkWorkers: 5 }), ["contact_test", "conversation_worker", "visit"]],
    ["link workers, fewer than five: no visit", known({ standard: "link-worker-practice", linkWorkers: 4.9 }), ["contact_test", "conversation_worker"]],
    ["five link workers under another standard: no visit", known({ linkWorkers: 12 }), ["contact_test", "conversation_worker"]],
    ["where a risk was found: a visit", known({ risks: ["children_alone"] }), ["contact_test", "conversation_worker", "visit"]],
    ["where the lot fell on it: a visit", known({ drawn: true }), ["contact_test", "conversation_worker", "visit"]],
  ] as const)("%s", (_, of, asked) => {
    expect(missingOf(of, nothing)).toEqual(asked);
  });

  const everything = known({ standard: "activities-and-services", drawn: true });
  test.each([
    ["a test of phone or email", { contactTested: true, kinds: [] }, ["conversation_worker", "conversation_attendee", "visit"]],
    ["a talk with somebody who works there", { contactTested: false, kinds: ["conversation_worker"] }, ["contact_test", "conversation_attendee", "visit"]],
    ["a talk with somebody who attends, or nobody wished to", { contactTested: false, kinds: ["conversation_attendee"] }, ["contact_test", "conversation_worker", "visit"]],
    ["a visit", { contactTested: false, kinds: ["visit"] }, ["contact_test", "conversation_worker", "conversation_attendee"]],
    ["a visit by video", { contactTested: false, kinds: ["video_visit"] }, ["contact_test", "conversation_worker", "conversation_attendee"]],
    ["all of it", { contactTested: true, kinds: ["conversation_worker", "conversation_attendee", "visit"] }, []],
  ] satisfies [string, Had, string[]][])("is done by %s, and nothing else is", (_, had, left) => {
    expect(missingOf(everything, had)).toEqual(left);
  });
});

test("the number for a visit is made of the next 48 bits of the same sha256", () => {
  expect(visitNumberOf(`${"f".repeat(12)}${"0".repeat(12)}${"f".repeat(40)}`)).toBe(0);
  expect(visitNumberOf(`${"0".repeat(12)}00000000000d${"0".repeat(40)}`)).toBe(3);
});

describe("one conversation or visit", () => {
  const told = { kind: "visit" as const, day: "2026-06-01", criteria: ["A-1.1"], words: "x".repeat(20), willing: true };
  const where = { today: "2026-06-01", openedOn: "2026-05-20", about: ["A-1.1", "A-1.2"] };
  test.each([
    ["as it should be", {}, undefined],
    ["about nothing in particular, in the longest words", { criteria: [], words: "x".repeat(2000) }, undefined],
    ["on the day the case was opened", { day: "2026-05-20" }, undefined],
    ["of people who attend, where nobody wished to talk", { kind: "conversation_attendee" as const, willing: false }, undefined],
    ["tomorrow", { day: "2026-06-02" }, "day_to_come"],
    ["before the case was opened", { day: "2026-05-19" }, "day_before"],
    ["about what does not apply", { criteria: ["A-1.1", "A-9.9"] }, "unknown_criterion"],
    ["a visit that nobody wished", { willing: false }, "nobody_to_ask"],
    ["in too few words", { words: `${"x".repeat(19)}    ` }, "words_short"],
    ["in too many", { words: "x".repeat(2001) }, "words_long"],
  ])("%s", (_, change, fault) => {
    expect(visitFault({ ...told, ...change }, where)).toBe(fault);
  });
});
