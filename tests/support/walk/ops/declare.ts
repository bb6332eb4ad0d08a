import fc from "fast-check";
import { declareConflict } from "~/review/declare.server";
import { noon } from "../../clock";
import { assessors, type Walker } from "../model";
import { anybody, op } from "../op";

/** A conflict now and then; otherwise hardly any case would be read. */
const often = [...Array.from({ length: 8 }, () => "none"), "I volunteer there"];

export default op<{ by: Walker; words: string }>({
  name: "declare",
  arbitrary: fc.record({ by: anybody, words: fc.constantFrom("none", "None ", "I volunteer there", " ") }),
  near: (model) => (model.state === "declaring" ? assessors.flatMap((by) => (model.declared(by) ? ["none"] : often).map((words) => ({ by, words }))) : []),
  allows: (model, { by, words }) => model.state === "declaring" && model.seatOf(by) !== undefined && words.trim() !== "",
  apply: (model, { by, words }) => {
    const part = model.seatOf(by)!;
    const conflict = words.trim().toLowerCase() !== "none";
    if (!conflict && (model.declared(by) || model.readers[part]!.waits)) return [];
    if (!conflict && model.near.has(by) && !model.readers[part]!.told) {
      Object.assign(model.readers[part]!, { told: true, waits: true });
      return [{ by, type: "case.tie_told", of: "case", data: { part, kind: "lives_nearby" } }];
    }
    if (conflict) model.conflicted.add(by);
    else model.readers[part]!.declared = true;
    return [...(conflict ? model.leave(by) : model.carryOn()), { by, type: "case.declared", of: "case", data: { part, conflict } }];
  },
  perform: ({ db, caseId, actors }, { by, words }) => declareConflict(db, noon, actors[by], { caseId, words }),
});
