import fc from "fast-check";
import { recommendReading } from "~/review/recommend.server";
import { noon } from "../../clock";
import { assessors } from "../model";
import { anybody, op } from "../op";

export default op({
  name: "recommend",
  arbitrary: fc.record({ by: anybody }),
  near: (model) => {
    if (model.state !== "assessing") return [];
    const undone = assessors.filter((by) => model.seatOf(by) && !model.done(model.seatOf(by)!));
    return [...Array.from({ length: 6 }, () => undone).flat(), ...assessors, "moira" as const].map((by) => ({ by }));
  },
  allows: (model, { by }) => {
    const seat = model.seatOf(by);
    return model.state === "assessing" && !model.objected && !model.awaited && seat !== undefined && model.declared(by) && !model.waits(by) && model.allRated(seat);
  },
  apply: (model, { by }) => {
    const seat = model.seatOf(by)!;
    const said = model.recommended[seat];
    if (said?.who === by && said.after === model.given[seat]) return [];
    model.recommended[seat] = { who: by, after: model.given[seat] };
    return [...model.carryOn(), { by, type: "case.recommended", of: "case", data: { part: seat } }];
  },
  perform: ({ db, caseId, actors }, { by }) => recommendReading(db, noon, actors[by], { caseId }),
});
