import { describe, expect, test } from "vitest";
import type { Change, ChangeType } from "#standards/changes-format";
import type { Criterion, Facts, Standard } from "#standards/format";
import type { Answer } from "~/assessments/answer";
import { type CarriedAnswer, type CarriedAnswers, confirmed, type Need, needs, settledByPress, stillAsked } from "~/assessments/carried";
import { fatesOf } from "~/assessments/fates";
import { migrate, migrateThrough } from "~/assessments/migrate";
import { missingFrom } from "~/assessments/missing";
import { foreseen, previewOf } from "~/assessments/preview";
import { applicable } from "~/standards/applies";
import { metAnswer } from "../support/answers";
import { aCriterion, aStandard, standards } from "../support/standards";

const [lw10, lw11, lw20] = ["1.0.0", "1.1.0", "2.0.0"].map((version) => standards.find((each) => each.code === "LW" && each.version === version)!) as [
  Standard,
  Standard,
  Standard,
];
const facts: Facts = { has_link_workers: true, home_visits: true, uses_ai_tools: false };
const given = (answer: Answer, privateNote = ""): CarriedAnswer => ({ answer, privateNote });

describe("the worked migration of Link worker practice 1.0.0 to 2.0.0 (§D)", () => {
  const notYet: Answer = { level: "not-yet", how: "We have no time for it yet.", plan: { what: "Meet as a team every other Thursday." } };
  const answers: CarriedAnswers = Object.fromEntries(applicable(lw10, facts).map((criterion) => [criterion.id, given(metAnswer(criterion))]));
  answers["LW-2.3"] = given(notYet, "Ask Tomasz.");
  const steps = [lw11, lw20];
  const draft = { facts, answers };
  const step = migrateThrough(draft, lw10, steps);
  const fates = fatesOf(facts, lw10, lw20, steps, step);
  const which = (...names: string[]) => fates.filter(({ fate }) => names.includes(fate)).map(({ criterion }) => criterion);
  const levels = (more: Record<string, Answer["level"]>) => {
    const now = Object.fromEntries(
      Object.entries(step.answers).map(([id, each]) => [id, { ...each, answer: each.carried?.suggested ? confirmed(each.answer, each.carried.suggested) : each.answer }]),
    );
    for (const [id, level] of Object.entries(more)) now[id] = given({ ...now[id]?.answer, level });
    return foreseen(lw20, { facts, answers: now }).outcome;
  };

  test("before, it would be assured with conditions: 88 of 90, one at Not yet", () => {
    expect(previewOf(draft, lw10, lw20, step).before).toMatchObject({
      outcome: { outcome: "assured_with_conditions", points: 88, max: 90, score: 97, zeros: ["LW-2.3"] },
      open: 0,
    });
  });

  test("carries 13 as they are, asks for 6, and archives four, three of them with what took them up", () => {
    expect(which("carried", "reread").sort()).toEqual([
      "LW-1.2",
      "LW-1.3",
      "LW-1.4",
      "LW-3.1",
      "LW-3.2",
      "LW-3.3",
      "LW-3.4",
      "LW-3.5",
      "LW-4.2",
      "LW-4.3",
      "LW-4.4",
      "LW-5.1",
      "LW-5.3",
    ]);
    expect(which("needs_you", "new").sort()).toEqual(["LW-2.2", "LW-2.5", "LW-4.5", "LW-4.6", "LW-5.2", "LW-5.4"]);
    const archived = fates.filter(({ fate }) => fate === "archived").map(({ criterion, successors }) => [criterion, successors.map((each) => each.criterion)]);
    expect(archived).toEqual([
      ["LW-1.1", []],
      ["LW-2.1", ["LW-2.5"]],
      ["LW-2.3", ["LW-2.5"]],
      ["LW-4.1", ["LW-4.5", "LW-4.6"]],
    ]);
    expect(applicable(lw20, facts)).toHaveLength(19);
  });

  test("clears the rating of LW-2.2, suggests the lowest for LW-2.5 with its plan, and asks both halves of LW-4.1 to be confirmed", () => {
    expect(step.answers["LW-2.2"]).toMatchObject({ answer: { how: answers["LW-2.2"]!.answer.how }, carried: { needs: "rate", now_must_have: true, from: [{ said: "met" }] } });
    expect(step.answers["LW-2.5"]).toMatchObject({ answer: { plan: notYet.plan }, privateNote: "Ask Tomasz.", carried: { needs: "confirm", suggested: "not-yet" } });
    expect(step.answers["LW-2.5"]!.answer.how).toBe(
      `${lw10.criteria.find(({ id }) => id === "LW-2.1")!.title}\n${answers["LW-2.1"]!.answer.how}\n\nPeer support and time to reflect\n${notYet.how}`,
    );
    for (const id of ["LW-4.5", "LW-4.6", "LW-5.2"]) expect(step.answers[id]).toMatchObject({ carried: { needs: "confirm", suggested: "met" } });
    for (const id of ["LW-2.2", "LW-2.5", "LW-4.5", "LW-4.6", "LW-5.2"]) expect(step.answers[id]!.answer.level).toBeUndefined();
    expect(step.answers["LW-4.5"]!.answer.evidence).toEqual(answers["LW-4.1"]!.answer.evidence);
    expect(step.answers["LW-4.6"]!.carried?.changes.map(({ version, type }) => [version, type])).toEqual([
      ["1.1.0", "descriptor_clarified"],
      ["2.0.0", "split"],
    ]);
  });

  test("says before anybody agrees that peer support is now in the way of any mark: of 44, not awarded", () => {
    const { after, nowInTheWay } = previewOf(draft, lw10, lw20, step);
    expect(after).toMatchObject({ outcome: { outcome: "not_awarded", reason: "critical", criteria: ["LW-2.5"], W: 44 }, open: 1 });
    expect(nowInTheWay).toEqual([{ title: "Peer support and time to reflect", level: 0, part: true }]);
  });

  test("cannot be sent before its people have said what only they can say", () => {
    const asked = missingFrom(lw20, facts, Object.fromEntries(Object.entries(step.answers).map(([id, each]) => [id, each.answer])), "2026-06-10");
    expect(asked.map(({ criterion, field }) => `${criterion} ${field}`).sort()).toEqual([
      "LW-2.2 level",
      "LW-2.5 level",
      "LW-4.5 level",
      "LW-4.6 level",
      "LW-5.2 level",
      "LW-5.4 level",
    ]);
  });

  test("comes to what the rules say once they have", () => {
    expect(levels({ "LW-2.2": "met", "LW-5.4": "met" })).toMatchObject({ outcome: "not_awarded", criteria: ["LW-2.5"] });
    expect(levels({ "LW-2.2": "met", "LW-2.5": "met", "LW-5.4": "not-yet" })).toMatchObject({
      outcome: "assured_with_conditions",
      points: 86,
      max: 88,
      score: 97,
      zeros: ["LW-5.4"],
    });
  });
});

describe("each kind of change, to an answer given before it", () => {
  const before = aCriterion({ id: "MU-1.1", title: "Doors", na_reasons: ["No doors"] });
  const whole: Answer = { level: "met", how: "We hold them open for everyone.", evidence: [{ kind: "call", title: "The door" }] };
  const met = given(whole, "Ours.");
  const to = (criteria: Criterion[], ...changes: (Partial<Change> & { type: ChangeType })[]): Standard => ({
    ...aStandard(criteria),
    version: "2.0.0",
    changes: { from: "1.0.0", changes: changes.map((each) => ({ criteria: ["MU-1.1"], successors: [], what: "What.", reason: "Why.", what_to_do: "Do.", ...each })) },
  });
  const moved = (type: ChangeType, answer: CarriedAnswer = met, after: Partial<Criterion> = {}, said: Facts = {}, was: Partial<Criterion> = {}) =>
    migrate({ facts: said, answers: { "MU-1.1": answer } }, aStandard([{ ...before, ...was }]), to([{ ...before, ...after }], { type })).answers["MU-1.1"];
  const na = given({ ...whole, na: { claimed: true, reason: "No doors", words: "We meet in the open." } });

  test.each(["editorial", "guidance", "evidence_widened", "moved", "weight", "critical_off", "award_rule", "applicability_narrowed", "advisory_to_scored"] as const)(
    "%s: carried as it is",
    (type) => {
      expect(moved(type)).toEqual(met);
    },
  );
  test.each(["descriptor_clarified", "critical_on"] as const)("%s: carried, to be read again", (type) => {
    expect(moved(type, met, { must_have: type === "critical_on", na_reasons: [] })).toMatchObject({ ...met, carried: { needs: "reread" } });
  });
  test("critical_on: says that it is now needed for any mark", () => {
    expect(moved("critical_on", met, { must_have: true, na_reasons: [] })?.carried?.now_must_have).toBe(true);
    expect(moved("descriptor_clarified")?.carried?.now_must_have).toBeUndefined();
  });
  test("meaning_changed: the words stay, the rating is suggested", () => {
    const { level: _, ...rest } = whole;
    expect(moved("meaning_changed")).toMatchObject({ answer: rest, privateNote: "Ours.", carried: { needs: "confirm", suggested: "met" } });
    expect(moved("meaning_changed")?.answer.level).toBeUndefined();
  });
  test("descriptor_raised: words and evidence stay, the rating is cleared and shown", () => {
    const now = moved("descriptor_raised");
    expect(now).toMatchObject({
      answer: { how: whole.how, evidence: whole.evidence },
      carried: { needs: "rate", from: [{ version: "1.0.0", criterion: "MU-1.1", title: "Doors", said: "met" }] },
    });
    expect([now?.answer.level, now?.carried?.suggested]).toEqual([undefined, undefined]);
  });
  test("descriptor_top_only: Leading is cleared, Met and below stay", () => {
    expect(moved("descriptor_top_only")).toEqual(met);
    expect(moved("descriptor_top_only", given({ ...whole, level: "leading" }))).toMatchObject({ carried: { needs: "rate" } });
  });
  test("na_claim_removed: the claim is cleared, and what was typed for it stays", () => {
    expect(moved("na_claim_removed", na, { na_reasons: [] })).toMatchObject({
      answer: { how: whole.how, na: { claimed: false, words: "We meet in the open." } },
      carried: { needs: "rate" },
    });
    expect(moved("na_claim_removed", met, { na_reasons: [] })).toEqual(met);
  });
  test("a claim that the new version allows nobody is cleared, whatever the change is called", () => {
    expect(moved("weight", na, { na_reasons: [] })).toMatchObject({ answer: { na: { claimed: false } }, carried: { needs: "rate" } });
  });
  test("a claim on a question whose meaning changed is suggested, and not made", () => {
    expect(moved("meaning_changed", na)).toMatchObject({ answer: { na: { claimed: false, reason: "No doors" } }, carried: { needs: "confirm", suggested: "does-not-apply" } });
  });
  test("applicability_widened: asked now and hidden before, it has to be answered; asked before, it is carried", () => {
    const ruled = { applies: { fact: "x", is: true } };
    expect(moved("applicability_widened", met, {}, { x: false }, ruled)).toMatchObject({ answer: { how: whole.how }, carried: { needs: "answer" } });
    expect(moved("applicability_widened", met, {}, { x: false }, ruled)?.answer.level).toBeUndefined();
    expect(moved("applicability_widened", met, {}, { x: true }, ruled)).toEqual(met);
  });
  test("the change that asks most decides", () => {
    const both = migrate({ facts: {}, answers: { "MU-1.1": met } }, aStandard([before]), to([before], { type: "descriptor_raised" }, { type: "meaning_changed" }));
    expect(both.answers["MU-1.1"]).toMatchObject({ carried: { needs: "rate", changes: [{ type: "descriptor_raised" }, { type: "meaning_changed" }] } });
  });
  test("retired: archived as it was, and its plan offered to what takes its place", () => {
    const planned = given({ ...whole, level: "developing", plan: { what: "Buy a wedge." } });
    const heir = aCriterion({ id: "MU-1.2" });
    const step = migrate({ facts: {}, answers: { "MU-1.1": planned } }, aStandard([before, heir]), to([heir], { type: "retired", successors: ["MU-1.2"] }));
    expect(step.archived).toEqual([{ version: "1.0.0", criterion: "MU-1.1", answer: planned, successors: ["MU-1.2"] }]);
    expect(step.answers["MU-1.2"]).toMatchObject({ answer: {}, carried: { needs: "reread", plans: [{ title: "Doors", what: "Buy a wedge." }] } });
  });

  describe("merge", () => {
    const other = aCriterion({ id: "MU-1.2", title: "Windows", na_reasons: ["No windows"] });
    const one = aCriterion({ id: "MU-1.3", na_reasons: ["Neither"] });
    const merged = (answers: CarriedAnswers, after: Criterion = one) =>
      migrate({ facts: {}, answers }, aStandard([before, other]), to([after], { type: "merge", criteria: ["MU-1.1", "MU-1.2"], successors: ["MU-1.3"] })).answers["MU-1.3"];
    const windows = given({ level: "developing", how: "Two of three open.", evidence: [...whole.evidence!, { kind: "call", title: "A window" }] });

    test("joins words under headings and everything shown, once, and suggests the lowest", () => {
      expect(merged({ "MU-1.1": met, "MU-1.2": windows })).toMatchObject({
        answer: { how: `Doors\n${whole.how}\n\nWindows\nTwo of three open.`, evidence: [{ title: "The door" }, { title: "A window" }] },
        carried: { needs: "confirm", suggested: "developing" },
      });
    });
    test("leaves out one that does not apply; when none does, that is suggested", () => {
      expect(merged({ "MU-1.1": na, "MU-1.2": windows })).toMatchObject({ answer: { how: "Two of three open." }, carried: { suggested: "developing" } });
      const none = given({ na: { claimed: true, reason: "No windows", words: "We meet in the open." } });
      expect(merged({ "MU-1.1": na, "MU-1.2": none })).toMatchObject({ carried: { suggested: "does-not-apply" } });
      expect(merged({ "MU-1.1": na, "MU-1.2": none }, { ...one, na_reasons: [] })).toMatchObject({ carried: { needs: "rate" } });
    });
    test("suggests nothing where one has no level yet", () => {
      expect(merged({ "MU-1.1": met })).toMatchObject({ answer: { how: whole.how }, carried: { needs: "rate" } });
      expect(merged({ "MU-1.1": met })?.carried?.suggested).toBeUndefined();
    });
    test("says when something had no room, and it is archived", () => {
      const long = given({ ...whole, how: "x".repeat(4990) });
      expect(merged({ "MU-1.1": long, "MU-1.2": windows })?.carried?.left_out).toBe(true);
    });
  });
});

describe("what a carried answer still asks once it is saved", () => {
  const asks = (needs: Need) => ({ from: [], changes: [], needs });
  const edited = { changed: true, press: false };
  test("words to be read again, or copied, are settled by any save", () => {
    for (const needs of ["reread", "copied"] as const) expect(stillAsked(asks(needs), {}, { changed: false, press: false })).toBeUndefined();
  });
  test("a level to be confirmed or chosen again is settled by one that is chosen, or by saying that it does not apply", () => {
    for (const needs of ["confirm", "rate", "answer"] as const) {
      expect(stillAsked(asks(needs), { how: "More words." }, edited)).toEqual(asks(needs));
      expect(stillAsked(asks(needs), { level: "not-yet" }, edited)).toBeUndefined();
      expect(stillAsked(asks(needs), { na: { claimed: true } }, edited)).toBeUndefined();
    }
  });
  test("what was true last time is settled by saying so or by changing it, and not by saving it as it stands", () => {
    const still = (how: { changed: boolean; press: boolean }) => stillAsked(asks("still"), { level: "met" }, how);
    expect(still({ changed: false, press: false })).toEqual(asks("still"));
    expect(still({ changed: false, press: true })).toBeUndefined();
    expect(still(edited)).toBeUndefined();
  });
  test("one press settles what needs nothing to be typed or chosen", () => {
    expect(needs.filter((each) => settledByPress({ needs: each, suggested: "met" }))).toEqual(["reread", "still", "confirm"]);
    expect(settledByPress({ needs: "confirm" })).toBe(false);
  });
});
