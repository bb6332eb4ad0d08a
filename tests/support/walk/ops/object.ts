import fc from "fast-check";
import { answerObjection } from "~/review/interests/answer-objection.server";
import { objectToReaders } from "~/review/interests/object.server";
import { because } from "../../cases";
import { noon } from "../../clock";
import { type Gained, type Model, type Seat, seats, type Walker } from "../model";
import { anybody, anyReason, enough, op } from "../op";

type Input = { by: Walker; move: "object" | "uphold" | "turn down"; about: Seat[]; reason: string };

/** Whom the one objection is about. */
const objections = new WeakMap<Model, { seat: Seat; who: Walker }[]>();

export default op<Input>({
  name: "object",
  arbitrary: fc.record({ by: anybody, move: fc.constantFrom("object", "uphold", "turn down"), about: fc.subarray([...seats]), reason: anyReason }),
  near: (model) => {
    if (model.objected)
      return (["uphold", "turn down", "turn down", "turn down", "turn down"] as const).flatMap((move) =>
        (["moira", "amara"] as const).map((by): Input => ({ by, move, about: [], reason: because })),
      );
    // At one moment of the reading alone: otherwise hardly any case would be read to its end.
    return model.state === "assessing" && model.given.second_reader === 1 && model.given.assessor < 3 ? [{ by: "pat", move: "object", about: ["assessor"], reason: because }] : [];
  },
  allows: (model, { by, move, about, reason }) => {
    if (!model.isBeingRead()) return false;
    if (move === "object") {
      const named = about.length > 0 && about.every((seat) => model.readers[seat]);
      return by === "pat" && !objections.has(model) && named && reason.trim() !== "" && reason.length <= 2000;
    }
    const toThem = objections.get(model)?.some(({ who }) => who === by);
    return model.objected && model.has(by, "moderator") && !model.ofProvider(by) && !model.tied.has(by) && !model.hasRated(by) && !toThem && enough(reason);
  },
  apply: (model, { by, move, about }) => {
    if (move === "object") {
      objections.set(
        model,
        about.map((seat) => ({ seat, who: model.readers[seat]!.who })),
      );
      model.objected = true;
      return [{ by, type: "case.objected", of: "case", data: { parts: [...about].sort() } }];
    }
    model.objected = false;
    const answered: Gained = { by, type: "case.objection_answered", of: "case", data: { upheld: move === "uphold" } };
    if (move === "turn down") return [...model.carryOn(), answered];
    const against = objections.get(model)!;
    for (const { who } of against) model.unwanted.add(who);
    const still = against.filter(({ seat }) => model.readers[seat]);
    for (const { seat } of still) delete model.readers[seat];
    return [...(still.length > 0 ? model.move(by, "let_go", "waiting") : []), ...model.carryOn(), answered];
  },
  perform: ({ db, caseId, assessmentId, actors }, { by, move, about, reason }) =>
    move === "object"
      ? objectToReaders(db, noon, actors[by], { assessmentId, about, reason })
      : answerObjection(db, noon, actors[by], { caseId, upheld: move === "uphold", reason }),
});
