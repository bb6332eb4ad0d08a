import fc from "fast-check";
import { expect } from "vitest";
import type { Level } from "#standards/format";
import { answerAppeal, handBackAppeal, takeAppeal } from "~/review/appeals/first-stage.server";
import { goOnToPanel } from "~/review/appeals/panel.server";
import { keepAppeal } from "~/review/appeals/send-appeal.server";
import { withdrawAppeal } from "~/review/appeals/withdraw-appeal.server";
import { because } from "../../cases";
import { noon } from "../../clock";
import { about, appealIn, given, involved, levels, outcomeOf, standing, takesEffect } from "../appealed";
import type { Appeal, Gained, Model, Walker } from "../model";
import { anybody, anyReason, enough, op } from "../op";

const moves = ["keep", "send", "take", "hand back", "answer", "go on", "take it back"] as const;
type Input = { by: Walker; move: (typeof moves)[number]; level: Level | null; reason: string };

/** What is next, and by whom: the right one and those who may not. */
const next: Partial<Record<Appeal["state"], [Input["move"], Walker[]][]>> = {
  none: [["send", ["pat", "pat", "insider", "ruth"]]],
  drafting: [["send", ["pat", "insider"]]],
  sent: [["take", ["mal", "mal", "moira", "amara", "insider", "devon"]]],
  taken: [
    ["answer", ["mal", "mal", "moira", "amara"]],
    ["hand back", ["insider"]],
  ],
  answered: [["go on", ["pat", "insider", "mal"]]],
  closed: [["send", ["pat"]]],
};
const typed = (by: Walker, move: Input["move"], level: Level | null = null): Input => ({ by, move, level, reason: because });

const needs: Record<Input["move"], Appeal["state"][]> = {
  keep: ["none", "drafting"],
  send: ["none", "drafting"],
  take: ["sent"],
  "hand back": ["taken"],
  answer: ["taken"],
  "go on": ["answered"],
  "take it back": ["sent", "taken", "with_panel", "deliberating"],
};

function allows(model: Model, { by, move, reason }: Input): boolean {
  const { appeal } = model;
  if (!needs[move].includes(appeal.state)) return false;
  if (move === "keep" || move === "send") return by === "pat" && model.state === "decided" && !appeal.reopened;
  if (move === "take it back") return by === "pat";
  if (move === "go on") return by === "pat" && enough(reason);
  if (!model.has(by, "moderator") || model.ofProvider(by)) return false;
  if (move === "hand back") return true;
  return !involved(model, by) && (move === "take" || (appeal.judge === by && enough(reason)));
}

function apply(model: Model, { by, move, level }: Input): Gained[] {
  const { appeal } = model;
  const gained = (type: string, data: Gained["data"]): Gained => ({ by, type, of: "appeal", data });
  switch (move) {
    case "keep":
      appeal.state = "drafting";
      return [];
    case "send":
      appeal.state = "sent";
      appeal.settledBefore = new Set(model.settlers);
      return [gained("appeal.sent", { decision_id: expect.any(String), sha256: expect.any(String), due_on: expect.any(String) })];
    case "take":
      appeal.state = "taken";
      appeal.judge = by;
      return [gained("appeal.taken", {})];
    case "hand back":
      appeal.state = "sent";
      appeal.judge = undefined;
      return [gained("appeal.handed_back", {})];
    case "answer": {
      appeal.state = "answered";
      appeal.answeredBy = by;
      const from = standing(model);
      const moved = takesEffect(model, by, from, level);
      return [...moved, gained("appeal.answered", { outcome: outcomeOf(from, level), changed: moved.length })];
    }
    case "go on":
      appeal.state = "with_panel";
      return [gained("appeal.gone_on", { due_on: expect.any(String) })];
    case "take it back":
      appeal.state = "withdrawn";
      return [gained("appeal.withdrawn", {})];
  }
}

export default op<Input>({
  name: "appeal",
  arbitrary: fc.record({ by: anybody, move: fc.constantFrom(...moves), level: fc.constantFrom(...levels), reason: anyReason }),
  near: (model) =>
    model.state === "decided" || model.appeal.state !== "none"
      ? (next[model.appeal.state] ?? []).flatMap(([move, people]) =>
          people.flatMap((by) => (move === "answer" ? levels.map((level) => typed(by, move, level)) : [typed(by, move)])),
        )
      : [],
  allows,
  apply,
  perform: async ({ db, caseId, assessmentId, actors }, { by, move, level, reason }) => {
    const actor = actors[by];
    const appealId = await appealIn(db, caseId);
    switch (move) {
      case "keep":
      case "send":
        return keepAppeal(db, noon, actor, { assessmentId, content: { grounds: [{ ground: "evidence_overlooked", words: because, criteria: [about] }] }, send: move === "send" });
      case "take":
        return takeAppeal(db, noon, actor, { appealId });
      case "hand back":
        return handBackAppeal(db, noon, actor, { appealId });
      case "answer":
        return answerAppeal(db, noon, actor, { appealId, given: given(level, reason) });
      case "go on":
        return goOnToPanel(db, noon, actor, { assessmentId, why: reason });
      case "take it back":
        return withdrawAppeal(db, noon, actor, { assessmentId });
    }
  },
});
