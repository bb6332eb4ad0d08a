import fc from "fast-check";
import { assignReaders } from "~/review/assign.server";
import { noon } from "../../clock";
import { assessors, type Gained, seats, type Walker } from "../model";
import { anybody, op } from "../op";

type Input = { by: Walker; assessor: Walker; second_reader: Walker };

export default op<Input>({
  name: "assign",
  arbitrary: fc.record({ by: anybody, assessor: anybody, second_reader: anybody }),
  near: ({ state }) => (state === "waiting" ? assessors.flatMap((assessor) => assessors.map((second_reader): Input => ({ by: "moira", assessor, second_reader }))) : []),
  allows: (model, { by, assessor, second_reader }) =>
    ["waiting", "declaring", "assessing"].includes(model.state) &&
    !model.objected &&
    model.has(by, "moderator") &&
    !model.ofProvider(by) &&
    [assessor, second_reader].every((who) => model.has(who, "assessor") && !model.conflicted.has(who) && !model.tied.has(who) && !model.unwanted.has(who)) &&
    assessor !== second_reader &&
    (model.readers.assessor?.who !== assessor || model.readers.second_reader?.who !== second_reader),
  apply: (model, { by, ...choice }) => {
    const coming = seats.filter((part) => model.readers[part]?.who !== choice[part]);
    for (const part of coming) {
      model.readers[part] = { who: choice[part], declared: false };
      model.chosen.add(choice[part]);
    }
    return [...model.move(by, "assign", "declaring"), ...coming.map((part): Gained => ({ by, type: "case.assigned", of: "case", data: { part, person_id: choice[part] } }))];
  },
  perform: ({ db, caseId, actors }, { by, assessor, second_reader }) =>
    assignReaders(db, noon, actors[by], { caseId, assessor: actors[assessor].personId, second_reader: actors[second_reader].personId }),
});
