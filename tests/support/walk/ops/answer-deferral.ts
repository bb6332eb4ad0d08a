import fc from "fast-check";
import { writeWords } from "~/review/deferral-draft.server";
import { all, mustHaves } from "../../cases";
import { noon } from "../../clock";
import type { Walker } from "../model";
import { anybody, op } from "../op";

type Input = { by: Walker; criterion: string; words: string };

export default op<Input>({
  name: "answer what was put off",
  arbitrary: fc.record({ by: anybody, criterion: fc.constantFrom(...all), words: fc.constantFrom("The new schedule.", " ") }),
  near: ({ state }) =>
    state === "deferred" ? mustHaves.flatMap((criterion) => (["pat", "insider", "ruth"] as const).map((by) => ({ by, criterion, words: "The new schedule." }))) : [],
  allows: (model, { by, criterion }) => model.state === "deferred" && model.ofProvider(by) && model.deferred?.includes(criterion) === true,
  apply: (model, { criterion, words }) => {
    if (words.trim()) model.answered.add(criterion);
    else model.answered.delete(criterion);
    return [];
  },
  perform: ({ db, assessmentId, actors }, { by, criterion, words }) => writeWords(db, noon, actors[by], { assessmentId, criterion, words }),
});
