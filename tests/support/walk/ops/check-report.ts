import fc from "fast-check";
import { expect } from "vitest";
import { confirmReport, noteInReport, sendRemarks } from "~/review/fact-check/check-report.server";
import { all } from "../../cases";
import { noon } from "../../clock";
import { type Gained, type Walker, walkers } from "../model";
import { anybody, op } from "../op";

type Input = { by: Walker; move: "note" | "confirm" | "remark"; criterion: string; words: string };
const isAdmin = (by: Walker) => "ofProvider" in walkers[by] && walkers[by].ofProvider === "admin";
const wrong = "We meet on Tuesdays, not on Mondays.";

export default op<Input>({
  name: "check the report",
  arbitrary: fc.record({ by: anybody, move: fc.constantFrom("note", "confirm", "remark"), criterion: fc.constantFrom(...all), words: fc.constantFrom(wrong, " ") }),
  near: ({ state }) =>
    state === "checking"
      ? (["pat", "insider", "ruth"] as const).flatMap((by) =>
          (["note", "confirm", "confirm", "remark"] as const).map((move): Input => ({ by, move, criterion: "MU-1.1", words: wrong })),
        )
      : [],
  allows: (model, { by, move }) => model.state === "checking" && (move === "note" ? model.ofProvider(by) : isAdmin(by) && (move === "confirm" || model.noted.size > 0)),
  apply: (model, { by, move, criterion, words }) => {
    if (move === "note") {
      if (words.trim()) model.noted.add(criterion);
      else model.noted.delete(criterion);
      return [];
    }
    model.checked = true;
    if (move === "confirm") return model.move(by, "confirm", "deciding");
    const criteria = [...model.noted].sort();
    model.noted.clear();
    model.openAgain(criteria);
    const sent = criteria.map((each): Gained => ({ by, type: "case.supplemented", of: "case", data: { criterion: each, sha256: expect.any(String) } }));
    return [...model.move(by, "remark", "assessing"), ...model.carryOn(), ...sent];
  },
  perform: ({ db, assessmentId, actors }, { by, move, criterion, words }) =>
    move === "note"
      ? noteInReport(db, noon, actors[by], { assessmentId, criterion, words })
      : (move === "confirm" ? confirmReport : sendRemarks)(db, noon, actors[by], { assessmentId }),
});
