import fc from "fast-check";
import { stepAside } from "~/review/step-aside.server";
import { noon } from "../../clock";
import { anybody, op } from "../op";

export default op({
  name: "step aside",
  arbitrary: fc.record({ by: anybody, reason: fc.constantFrom("I am ill", "") }),
  /** Before they have rated: otherwise hardly any case would be read to its end. */
  near: (model) => (model.readers.second_reader && model.given.second_reader === 0 ? [{ by: model.readers.second_reader.who, reason: "I am ill" }] : []),
  allows: (model, { by, reason }) => ["declaring", "assessing"].includes(model.state) && model.seatOf(by) !== undefined && reason.trim() !== "",
  apply: (model, { by }) => model.leave(by),
  perform: ({ db, caseId, actors }, { by, reason }) => stepAside(db, noon, actors[by], { caseId, reason }),
});
