import fc from "fast-check";
import type { Level } from "#standards/format";
import { proposeLevel } from "~/review/talk.server";
import { all } from "../../cases";
import { noon } from "../../clock";
import type { Walker } from "../model";
import { anybody, anyLevel, anyReason, op } from "../op";

type Input = { by: Walker; criterion: string; level: Level; reason: string };

/** Nothing is drawn on a walk, so second readers read the must-haves alone, and there is never anything to talk over. */
export default op<Input>({
  name: "talk",
  arbitrary: fc.record({ by: anybody, criterion: fc.constantFrom(...all), level: anyLevel, reason: anyReason }),
  allows: () => false,
  apply: () => [],
  perform: ({ db, caseId, actors }, { by, criterion, level, reason }) => proposeLevel(db, noon, actors[by], { caseId, criterion, level, reason }),
});
