import { describe, expect, test } from "vitest";
import { listValue, listValueOf, listValues } from "~/marks/credential/status-list";
import { answeringMove, holderChangeKinds, holderMoves, noHistory, permitHolderChange, proposingMove, tidyIdentifier } from "~/marks/holders/holder-change";
import { formerlyWords, handedOverWords, nameNowWords } from "~/marks/holders/holder-words";
import { markStatuses } from "~/marks/mark";
import type { MarkRole } from "~/marks/mark-moves";
import { aMark } from "../support/register";

const roles: MarkRole[] = ["moderator", "decider", "holder_admin", "system"];

describe("what can happen to the organisation that holds a mark", () => {
  test.each(Object.keys(holderMoves) as (keyof typeof holderMoves)[])("what is not in the table cannot happen: %s", (name) => {
    const { from, by }: { from: readonly string[]; by: readonly string[] } = holderMoves[name];
    for (const state of ["none", "proposed", "confirmed", "declined"] as const)
      for (const role of roles) {
        const all = { state, standings: [role], met: ["own_number", "their_number", "other_name", "in_force", "nothing_runs", "place_free"] as const, reason: "Looked up." };
        expect(permitHolderChange(name, all).ok, `${state} ${role}`).toBe(from.includes(state) && by.includes(role));
      }
  });
  test("never by a name: the numbers have to be right, and the second person is another", () => {
    expect(permitHolderChange("rename", { state: "none", standings: ["moderator"], met: ["other_name"], reason: "x" })).toEqual({ ok: false, why: "own_number" });
    expect(permitHolderChange("merge", { state: "none", standings: ["moderator"], met: ["own_number"], reason: "x" })).toEqual({ ok: false, why: "their_number" });
    expect(permitHolderChange("confirm", { state: "proposed", standings: ["moderator"], bars: ["own_proposal"] })).toEqual({ ok: false, why: "own_proposal" });
  });
  test("a mark goes to another only while it is in force, nothing is under way and the other has none; all of it is asked again when it is confirmed", () => {
    const all = ["own_number", "their_number", "in_force", "nothing_runs", "place_free"] as const;
    for (const missing of all)
      expect(permitHolderChange("transfer", { state: "none", standings: ["moderator"], met: all.filter((each) => each !== missing), reason: "x" })).toEqual({
        ok: false,
        why: missing,
      });
    for (const missing of ["in_force", "nothing_runs", "place_free"] as const)
      expect(permitHolderChange("confirm_transfer", { state: "proposed", standings: ["decider"], met: all.filter((each) => each !== missing) })).toEqual({
        ok: false,
        why: missing,
      });
    expect(holderChangeKinds.map((kind) => [proposingMove[kind], answeringMove(kind, "confirm"), answeringMove(kind, "decline")])).toEqual([
      ["rename", "confirm", "decline"],
      ["merge", "confirm", "decline"],
      ["transfer", "confirm_transfer", "decline"],
    ]);
  });
  test("whoever belongs to the other organisation neither proposes nor confirms", () => {
    for (const move of ["merge", "transfer", "confirm", "confirm_transfer"] as const)
      expect(permitHolderChange(move, { state: holderMoves[move].from[0], standings: ["moderator"], bars: ["of_the_other"] })).toEqual({ ok: false, why: "of_the_other" });
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
  const mark = aMark();
  expect(nameNowWords(mark, "Marsh End Growers", noHistory, "en")).toEqual(["The group that holds it is now called Marsh End Growers."]);
  expect(nameNowWords(mark, "Marsh End Allotment", noHistory, "cy")).toEqual([]);
});

test("of a mark that went to another the public reads who it was given to, and since when who holds it; the one it was given to says where it is", () => {
  const mark = { ...aMark(), transferredSince: "2026-09-01" };
  expect(nameNowWords({ ...mark, holder: { ...mark.holder, name: "Fen Growers" } }, "Fen Growers", noHistory, "en")).toEqual([
    "It was given to Marsh End Allotment. Since 1 September 2026 it has been held by Fen Growers.",
  ]);
  const { standard } = mark.holder;
  expect(handedOverWords({ code: mark.code, standard, to: { name: "Fen Growers", slug: "fen" }, since: "2026-09-01" }, "en")).toBe(
    "The mark they were given for Referral capacity has been held by Fen Growers since 1 September 2026.",
  );
});

test("a status list says of a mark that another holds that its credential is no longer so; whatever else it says stays", () => {
  for (const status of markStatuses) {
    expect(listValueOf({ transferredSince: null }, status)).toBe(listValue[status]);
    expect(listValueOf({ transferredSince: "2026-09-01" }, status)).toBe(listValue[status] === listValues.current ? listValues.superseded : listValue[status]);
  }
});
