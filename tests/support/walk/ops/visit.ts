import fc from "fast-check";
import { recordVisit } from "~/review/visits/record-visit.server";
import { because } from "../../cases";
import { noon } from "../../clock";
import type { Model, Walker } from "../model";
import { anybody, anyReason, enough, op } from "../op";

type Input = { by: Walker; kind: "conversation_attendee" | "visit"; day: string; criteria: string[]; words: string; willing: boolean };
const today = "2026-06-01";

/** What was told in each case. */
const told = new WeakMap<Model, Set<string>>();
const inWords = ({ kind, day, words, willing }: Input) => JSON.stringify([kind, day, words.trim(), willing]);

export default op<Input>({
  name: "tell of a visit",
  arbitrary: fc.record({
    by: anybody,
    kind: fc.constantFrom("conversation_attendee", "visit"),
    day: fc.constantFrom(today, today, "2026-05-31", "2026-06-02"),
    criteria: fc.subarray(["MU-1.1", "MU-2.1", "MU-9.9"]),
    words: anyReason,
    willing: fc.boolean(),
  }),
  /** Now and then, at one moment of the reading: otherwise a walk would be all visits. */
  near: (model) =>
    model.state === "assessing" && model.given.assessor === 1 && !told.has(model)
      ? (["sunil", "amara", "asha", "moira", "insider"] as const).map((by) => ({ by, kind: "visit", day: today, criteria: ["MU-1.1"], words: because, willing: true }))
      : [],
  allows: (model, { by, kind, day, criteria, words, willing }) =>
    ["assessing", "moderating", "checking", "deciding"].includes(model.state) &&
    !model.ofProvider(by) &&
    (model.has(by, "moderator") || (model.seatOf(by) === "assessor" && model.declared(by))) &&
    day === today &&
    !criteria.includes("MU-9.9") &&
    (willing || kind === "conversation_attendee") &&
    enough(words),
  apply: (model, input) => {
    const before = told.get(model) ?? new Set();
    if (before.has(inWords(input))) return [];
    told.set(model, before.add(inWords(input)));
    const { by, kind, day, criteria, willing } = input;
    return [{ by, type: "case.visited", of: "case", data: { kind, day, criteria, willing } }];
  },
  perform: ({ db, caseId, actors }, { by, ...visit }) => recordVisit(db, noon, actors[by], { caseId, ...visit }),
});
