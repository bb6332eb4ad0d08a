import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { markStatuses } from "~/marks/mark";
import { changesOpenTo, type MarkMove, type MarkRole, markMoveNames, markMoves, permitAnswer, permitChange, proposals, situationOf, standingsTowards } from "~/marks/mark-moves";
import { markEventKinds, statusOf } from "~/marks/status";

const roles: MarkRole[] = ["moderator", "decider", "holder_admin", "system"];
const printed = markMoveNames.map((kind) => {
  const { from, by, confirmedBy, needsReasonClass, afterItsTime, systemEndsItsOwn, overSystems }: MarkMove = markMoves[kind];
  return `${kind.padEnd(10)} from ${from.join(", ")} · by ${by.join(", ")}${confirmedBy ? ` · confirmed by another: ${confirmedBy.join(", ")}` : ""}${needsReasonClass ? " · with a reason class" : ""}${afterItsTime ? " · also when its time ran out meanwhile" : ""}${systemEndsItsOwn ? " · the system only what it began itself" : ""}${overSystems ? " · people also over the system's own" : ""}`;
});

test("the whole table, in words", () => {
  expect(`\n${printed.join("\n")}\n`).toMatchInlineSnapshot(`
    "
    review     from live, renewal_being_assessed · by moderator, system
    end_review from under_review · by moderator, system · the system only what it began itself
    suspend    from live, renewal_being_assessed, under_review · by moderator, system · confirmed by another: moderator, decider · with a reason class · people also over the system's own
    reinstate  from suspended · by moderator, system · confirmed by another: moderator, decider · also when its time ran out meanwhile · the system only what it began itself
    withdraw   from live, renewal_being_assessed, under_review, suspended · by moderator · confirmed by another: moderator, decider
    surrender  from live, renewal_being_assessed, under_review · by holder_admin
    supersede  from live, renewal_being_assessed, under_review · by system
    "
  `);
});

test("every kind of event has its move", () => {
  expect([...markMoveNames].sort()).toEqual([...markEventKinds].sort());
});

describe("what is not in the table cannot happen", () => {
  test.each(markMoveNames)("%s", (kind) => {
    const move: MarkMove = markMoves[kind];
    for (const status of markStatuses)
      for (const role of roles)
        for (const heldBySystem of [true, false]) {
          const itsOwn = role !== "system" || heldBySystem || !move.systemEndsItsOwn;
          const over = move.overSystems === true && status === "suspended" && heldBySystem && role !== "system";
          const permission = permitChange(kind, { status, heldBySystem, standings: [role] });
          expect(permission.ok, `${status}${heldBySystem ? " by a rule" : ""}, ${role}`).toBe((move.from.includes(status) || over) && move.by.includes(role) && itsOwn);
        }
  });

  test("a mark that has ended is left alone by everybody", () => {
    for (const status of ["withdrawn", "expired", "surrendered", "superseded"] as const) expect(changesOpenTo({ status, standings: roles })).toEqual([]);
  });

  test("but for the suspension under which its time ran out, which two people may still lift", () => {
    for (const status of ["withdrawn", "surrendered", "superseded"] as const) expect(changesOpenTo({ status, suspensionStands: true, standings: roles })).toEqual([]);
    const expired = { status: "expired" as const, suspensionStands: true };
    expect(changesOpenTo({ ...expired, standings: roles })).toEqual(["reinstate"]);
    for (const role of ["decider", "holder_admin", "system"] as const) expect(changesOpenTo({ ...expired, standings: [role] })).toEqual([]);
    expect(permitAnswer("reinstate", "confirm", { ...expired, standings: ["decider"], ownProposal: false }).ok).toBe(true);
  });
});

describe("the second person", () => {
  const answering = fc.record({
    status: fc.constantFrom(...markStatuses),
    standings: fc.uniqueArray(fc.constantFrom(...roles)),
    kind: fc.constantFrom(...proposals),
    answer: fc.constantFrom("confirm" as const, "decline" as const),
  });

  test("is never the first", () => {
    fc.assert(
      fc.property(answering, ({ kind, answer, ...who }) => {
        expect(permitAnswer(kind, answer, { ...who, ownProposal: true }).ok).toBe(false);
      }),
    );
  });

  test("is a moderator or a decision-maker", () => {
    fc.assert(
      fc.property(answering, ({ kind, answer, ...who }) => {
        if (permitAnswer(kind, answer, { ...who, ownProposal: false }).ok) expect(who.standings.some((each) => each === "moderator" || each === "decider")).toBe(true);
      }),
    );
  });

  test("can decline a proposal that time has overtaken, but not confirm it", () => {
    const who = { status: "expired" as const, standings: ["decider" as const], ownProposal: false };
    expect(permitAnswer("suspend", "decline", who)).toEqual({ ok: true });
    expect(permitAnswer("suspend", "confirm", who)).toEqual({ ok: false, why: "wrong_status" });
  });
});

describe("where somebody stands", () => {
  const person = { personId: "p", name: "P", email: "p@demo.example", language: "en" as const, memberships: [], roles: [] };
  const membership = { organisationId: "o", slug: "o", name: "O", title: "secretary", linkWorkerTerm: null };

  test("for the scheme by role, for the holder as its admin, and never for both", () => {
    expect(standingsTowards({ ...person, roles: ["moderator", "decider", "assessor"] }, "o")).toEqual(["moderator", "decider"]);
    expect(standingsTowards({ ...person, memberships: [{ ...membership, role: "admin" }] }, "o")).toEqual(["holder_admin"]);
    expect(standingsTowards({ ...person, memberships: [{ ...membership, role: "member" }] }, "o")).toEqual([]);
    expect(standingsTowards({ ...person, roles: ["moderator"], memberships: [{ ...membership, role: "member" }] }, "o")).toEqual([]);
    expect(standingsTowards({ ...person, roles: ["moderator"], memberships: [{ ...membership, role: "member" }] }, "other")).toEqual(["moderator"]);
    expect(standingsTowards({ ...person, roles: ["platform_admin", "assessor"] }, "o")).toEqual([]);
  });
});

test("what the table permits, the status follows: walking any permitted way never ends anywhere unknown", () => {
  const mark = { level: "assured", conditions: null, awardedOn: "2026-01-01", validUntil: "2027-12-31", renewalSubmittedOn: null, supersededBy: null } as const;
  const leadsTo = { review: "under_review", end_review: "live", suspend: "suspended", reinstate: "live", withdraw: "withdrawn", surrender: "surrendered", supersede: "superseded" };
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...markEventKinds), { maxLength: 12 }), (kinds) => {
      const events: Parameters<typeof statusOf>[0]["events"][number][] = [];
      for (const [place, kind] of kinds.entries()) {
        const at = new Date(Date.UTC(2026, 1, 1, place));
        const bySystem = place % 2 === 0;
        const standings: MarkRole[] = bySystem ? ["system"] : ["moderator", "decider", "holder_admin"];
        if (!permitChange(kind, { ...situationOf({ ...mark, events }, at), standings }).ok) continue;
        events.push({ kind, at, reasonClass: null, bySystem });
        expect(statusOf({ ...mark, events }, at).status).toBe(leadsTo[kind]);
      }
    }),
  );
});
