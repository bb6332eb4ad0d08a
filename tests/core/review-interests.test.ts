import { describe, expect, test } from "vitest";
import { barKinds, barOf, counts, distanceKinds, type Kind, kinds, nearTie } from "~/review/interests/kinds";
import { type LookedAt, lookedAt, lookedAtWords } from "~/review/interests/looked-at";
import { isSwap } from "~/review/interests/swap";
import { type Suggestible, suggestions, type ToRead } from "~/review/suggest";

test("which ties there are, how long each counts, and which can be allowed: this is the specification", () => {
  expect(Object.entries(kinds).map(([kind, { months, waivable }]) => [kind, months, waivable])).toEqual([
    ["belongs", 24, false],
    ["family", 24, false],
    ["adviser", 36, false],
    ["funder", 24, false],
    ["rival", 24, false],
    ["same_house", 24, false],
    ["knows_somebody", 0, true],
    ["lives_nearby", 0, true],
    ["same_partnership", 0, true],
    ["long_ago", 0, true],
  ]);
});

describe("how long a tie that is over still counts", () => {
  const ends: [until: string, last24: string, last36: string][] = [
    ["2024-06-01", "2026-06-01", "2027-06-01"],
    ["2024-02-29", "2026-02-28", "2027-02-28"],
    ["2026-02-28", "2028-02-28", "2029-02-28"],
    ["2024-08-31", "2026-08-31", "2027-08-31"],
  ];
  const next = (day: string) => new Date(Date.parse(`${day}T12:00:00Z`) + 24 * 60 * 60 * 1000).toISOString().slice(0, 10);

  test.each(barKinds.flatMap((kind) => ends.map(([until, last24, last36]) => [kind, until, kind === "adviser" ? last36 : last24] as const)))(
    "%s, over since %s: until %s, that day included",
    (kind, until, last) => {
      expect(counts({ kind, until }, last)).toBe(true);
      expect(barOf([{ kind, until }], last)).toEqual({ kind, free: next(last) });
      expect(counts({ kind, until }, next(last))).toBe(false);
      expect(barOf([{ kind, until }], next(last))).toBeUndefined();
    },
  );

  test.each(barKinds)("%s that goes on bars for as long as it does", (kind) => expect(barOf([{ kind, until: null }], "2099-01-01")).toEqual({ kind, free: null }));

  test.each(distanceKinds)("%s bars nobody, has to be allowed while it lasts, and its last day is one of them", (kind) => {
    expect(barOf([{ kind, until: null }], "2026-06-01")).toBeUndefined();
    expect(nearTie([{ kind, until: null }], "2026-06-01")).toBe(kind);
    expect(nearTie([{ kind, until: "2026-06-01" }], "2026-06-01")).toBe(kind);
    expect(nearTie([{ kind, until: "2026-05-31" }], "2026-06-01")).toBeUndefined();
  });

  test("of several the one that bars longest is named", () => {
    const over = (kind: Kind, until: string | null) => ({ kind, until });
    expect(barOf([over("rival", "2026-01-01"), over("adviser", "2025-06-01")], "2026-06-01")).toEqual({ kind: "adviser", free: "2028-06-02" });
    expect(barOf([over("rival", null), over("adviser", "2026-06-01")], "2026-06-01")).toEqual({ kind: "rival", free: null });
    expect(barOf([over("adviser", "2026-06-01"), over("rival", null)], "2026-06-01")).toEqual({ kind: "rival", free: null });
  });
});

test("a swap is one within twelve months, the last day included", () => {
  expect(isSwap(null, "2026-06-01")).toBe(false);
  expect(isSwap("2026-06-01", "2026-06-01")).toBe(true);
  expect(isSwap("2025-06-01", "2026-06-01")).toBe(true);
  expect(isSwap("2025-06-01", "2026-06-02")).toBe(false);
  expect([isSwap("2024-02-29", "2025-02-28"), isSwap("2024-02-29", "2025-03-01")]).toEqual([true, false]);
});

describe("whom to ask", () => {
  const who = (name: string, known: Partial<Suggestible> = {}): Suggestible => ({
    personId: name,
    name,
    isAssessor: true,
    assessedSentAgain: false,
    ofProvider: false,
    belongedUntil: null,
    interests: [],
    readByTheirs: null,
    assessedLastTwo: false,
    declaredConflict: false,
    objectedTo: false,
    openCases: 0,
    casesBefore: 9,
    ofThisProvider: 0,
    says: null,
    ...known,
  });
  const wales: ToRead = { nation: "wales", language: "cy" };
  const order = (about: ToRead, ...candidates: Suggestible[]) => suggestions(candidates, "2026-06-01", about).map(({ name }) => name);
  const why = (known: Partial<Suggestible>, about = wales) => suggestions([who("Asha", known)], "2026-06-01", about)[0]!;

  test("who reads Welsh first where the group works in it, then who has no tie to allow, then the least busy, then who reads there", () => {
    const reads = { says: { nations: [], readsWelsh: true } };
    expect(order(wales, who("Free"), who("Welsh", { ...reads, openCases: 5 }))).toEqual(["Welsh", "Free"]);
    expect(order({ ...wales, language: "en" }, who("Free"), who("Welsh", { ...reads, openCases: 5 }))).toEqual(["Free", "Welsh"]);
    expect(order(wales, who("Near", { interests: [{ kind: "lives_nearby", until: null }] }), who("Busy", { openCases: 4 }))).toEqual(["Busy", "Near"]);
    expect(order(wales, who("Bea"), who("There", { says: { nations: ["wales"], readsWelsh: false } }))).toEqual(["There", "Bea"]);
    expect(order(wales, who("Bea"), who("Busy there", { openCases: 1, says: { nations: ["wales"], readsWelsh: false } }))).toEqual(["Bea", "Busy there"]);
  });

  test.each<[Partial<Suggestible>, ToRead, string]>([
    [{ says: { nations: ["wales"], readsWelsh: true } }, wales, "No case open; has not read this group before; reads Welsh, in which the group works; reads cases of Wales."],
    [{}, wales, "No case open; has not read this group before; has not said that they read Welsh, in which the group works."],
    [
      { says: { nations: ["england"], readsWelsh: false } },
      { nation: "scotland", language: "en" },
      "No case open; has not read this group before; has not said that they read cases of Scotland.",
    ],
    [
      { interests: [{ kind: "knows_somebody", until: null }] },
      { nation: "england", language: "en" },
      "No case open; has not read this group before; knows somebody there socially, which a moderator would have to allow.",
    ],
  ])("%o, %o: %s", (known, about, words) => expect(why(known, about)).toMatchObject({ fault: null, why: words }));

  test.each<[Partial<Suggestible>, string, string]>([
    [{ interests: [{ kind: "rival", until: null }] }, "has_tie", "Has told us of a tie: competes with the group for the same contract."],
    [
      { interests: [{ kind: "adviser", until: "2024-02-29" }] },
      "has_tie",
      "Has told us of a tie that is over and still counts: was paid to advise or mentor the group. May not read before 1 March 2027.",
    ],
    [{ readByTheirs: "2026-01-01" }, "swap", "People of this group have read a case of this person’s own organisation within 12 months."],
    [{ objectedTo: true }, "objected_to", "The group objected to this person, and a moderator agreed."],
  ])("%o: not to be chosen, and says why", (known, fault, words) => expect(why(known)).toMatchObject({ fault, why: words }));
});

describe("what the report says of who looked", () => {
  const moment = (day: string) => new Date(`${day}T11:00:00Z`);
  const reader = (id: string, part: "assessor" | "second_reader", name: string, more = {}) => ({
    ...{ id, part, name, personId: name, email: "", ofProvider: false, isAssessor: true, interests: [], tie: null, declaredAt: null, declaration: "none", endedReason: null },
    ...{ assignedAt: moment("2026-05-01"), endedAt: null, ...more },
  });
  const tie = {
    kind: "lives_nearby" as const,
    words: "Two streets away.",
    statedAt: moment("2026-05-02"),
    waiver: { reason: "Near is not close.", at: moment("2026-05-03"), by: "Moira" },
  };
  const objection = {
    about: ["gone"],
    reason: "She taught our treasurer.",
    at: moment("2026-05-02"),
    answer: { upheld: true, reason: "That is too near.", at: moment("2026-05-04") },
  };
  const file = {
    assignments: [
      reader("gone", "assessor", "Asha", { endedAt: moment("2026-05-04") }),
      reader("a", "assessor", "Sunil", { assignedAt: moment("2026-05-05") }),
      reader("b", "second_reader", "Amara", { tie }),
    ],
    objection,
    reading: "must_haves" as const,
  };
  const said: LookedAt = lookedAt(file, moment("2026-06-01"));

  test("names who read to the end, what was allowed and why, and the objection with its answer", () => {
    expect(lookedAtWords(said, "en")).toEqual([
      "Sunil read everything. They typed “none” when we asked about conflicts of interest.",
      "Amara read the must-haves, without seeing what the first reader thought. They typed “none” when we asked about conflicts of interest.",
      "Amara also told us this: they live near you. In their words: “Two streets away.”",
      "A moderator allowed Amara to read in spite of it on 3 May 2026: “Near is not close.”",
      "You objected to Asha on 2 May 2026: “She taught our treasurer.”",
      "A moderator agreed on 4 May 2026, and somebody else read instead: “That is too near.”",
    ]);
  });

  test("in Welsh the sentences are ours and what was typed stays", () => {
    const welsh = lookedAtWords(said, "cy");
    expect(welsh).toHaveLength(6);
    expect(welsh[0]).toContain("Darllenodd Sunil bopeth.");
    expect(welsh[3]).toContain("3 Mai 2026: “Near is not close.”");
  });

  test("as it stood then: what came later is not in it, and the second reader of a whole reading read everything", () => {
    expect(lookedAt(file, moment("2026-05-01")).readers.map(({ name }) => name)).toEqual(["Asha", "Amara"]);
    expect(lookedAt(file, moment("2026-05-01")).objection).toBeNull();
    expect(lookedAtWords(lookedAt({ ...file, reading: "whole", objection: null }, moment("2026-06-01")), "en")[1]).toContain("Amara read everything as well");
  });
});
