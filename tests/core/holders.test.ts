import { describe, expect, test } from "vitest";
import { holderMoves, noHistory, permitHolderChange, tidyIdentifier } from "~/marks/holders/holder-change";
import { formerlyWords, nameNowWords } from "~/marks/holders/holder-words";
import type { MarkRole } from "~/marks/mark-moves";

const roles: MarkRole[] = ["moderator", "decider", "holder_admin", "system"];

describe("what can happen to the organisation that holds a mark", () => {
  test.each(Object.keys(holderMoves) as (keyof typeof holderMoves)[])("what is not in the table cannot happen: %s", (name) => {
    const { from, by }: { from: readonly string[]; by: readonly string[] } = holderMoves[name];
    for (const state of ["none", "proposed", "confirmed", "declined"] as const)
      for (const role of roles) {
        const all = { state, standings: [role], met: ["own_number", "their_number", "other_name"] as const, reason: "Looked up." };
        expect(permitHolderChange(name, all).ok, `${state} ${role}`).toBe(from.includes(state) && by.includes(role));
      }
  });
  test("never by a name: the numbers have to be right, and the second person is another", () => {
    expect(permitHolderChange("rename", { state: "none", standings: ["moderator"], met: ["other_name"], reason: "x" })).toEqual({ ok: false, why: "own_number" });
    expect(permitHolderChange("merge", { state: "none", standings: ["moderator"], met: ["own_number"], reason: "x" })).toEqual({ ok: false, why: "their_number" });
    expect(permitHolderChange("confirm", { state: "proposed", standings: ["moderator"], bars: ["own_proposal"] })).toEqual({ ok: false, why: "own_proposal" });
  });
  test("a number is read in any spelling", () => expect(tidyIdentifier(" gb-chc: 110 0000 ")).toBe("GB-CHC:1100000"));
});

test("the public reads every earlier name, the newest first, and what it has become part of", () => {
  const history = {
    formerly: [
      { name: "Marsh End Plots", until: "2024-02-01" },
      { name: "Marsh End Allotment", until: "2026-05-31" },
    ],
    partOf: { name: "Fen Growers", since: "2026-09-01" },
  };
  expect(formerlyWords(history, "en")).toEqual([
    "Part of Fen Growers since 1 September 2026. A mark of one is not a mark of the other.",
    "Called Marsh End Allotment until 31 May 2026.",
    "Called Marsh End Plots until 1 February 2024.",
  ]);
  expect(nameNowWords("Marsh End Allotment", "Marsh End Growers", noHistory, "en")).toEqual(["The group that holds it is now called Marsh End Growers."]);
  expect(nameNowWords("Same", "Same", noHistory, "cy")).toEqual([]);
});
