import fc from "fast-check";
import { declareConflict } from "~/review/declare.server";
import { noon } from "../../clock";
import { anybody, op } from "../op";

export default op({
  name: "tell tie",
  arbitrary: fc.record({ by: anybody, words: fc.constantFrom("I live two streets away", " ") }),
  /** Only where somebody has declared a conflict before, which is seldom: otherwise hardly any case would be read to its end. */
  near: ({ state, readers, conflicted }) =>
    state === "declaring" && readers.second_reader && conflicted.size > 0 ? [{ by: readers.second_reader.who, words: "I live two streets away" }] : [],
  allows: (model, { by, words }) => {
    const seat = model.seatOf(by);
    if (model.state !== "declaring" || !seat) return false;
    return model.declared(by) || model.readers[seat]!.waits === true || words.trim() !== "";
  },
  apply: (model, { by }) => {
    const part = model.seatOf(by)!;
    const reader = model.readers[part]!;
    if (reader.declared || reader.waits) return [];
    reader.waits = true;
    reader.told = true;
    return [{ by, type: "case.tie_told", of: "case", data: { part, kind: "lives_nearby" } }];
  },
  perform: ({ db, caseId, actors }, { by, words }) => declareConflict(db, noon, actors[by], { caseId, words: "none", tie: { kind: "lives_nearby", words } }),
});
