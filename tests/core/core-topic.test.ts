import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Answer, levelWords } from "~/assessments/answer";
import { stillAsked } from "~/assessments/carried";
import { copyOf, type Given, noteOf, offeredFor } from "~/assessments/core-topic";
import { missingIn } from "~/assessments/missing";
import { aCriterion, standards } from "../support/standards";

const here = aCriterion({ id: "MU-1.1", core_topic: "safeguarding" });
const there = aCriterion({ id: "RC-3.4", title: "A safeguarding lead", core_topic: "safeguarding" });
const said: Answer = { level: "met", how: "Our treasurer leads.", evidence: [{ kind: "call", title: "The policy" }] };
const given = (more: Partial<Given> = {}): Given => ({
  assessmentId: "rc",
  standard: "Referral capacity",
  criterion: there,
  answer: said,
  version: 3,
  savedAt: new Date("2026-05-01T10:00:00Z"),
  ...more,
});
const offer = (all: Given[], answer: Answer = {}, criterion = here) => offeredFor({ assessmentId: "as", criterion, answer, awards: [] }, all);

describe("words for a topic that was answered before", () => {
  test("are offered with where they stand, and without their level", () => {
    const found = offer([given()])!;
    expect(found).toEqual({
      assessmentId: "rc",
      criterion: "RC-3.4",
      title: "A safeguarding lead",
      standard: "Referral capacity",
      version: 3,
      how: said.how,
      evidence: said.evidence,
    });
    expect(copyOf(found)).toEqual({ how: said.how, evidence: said.evidence });
  });

  test("come from the newest answer that has any", () => {
    const newer = given({ assessmentId: "lw", criterion: { ...there, id: "LW-3.1" }, savedAt: new Date("2026-06-01T10:00:00Z") });
    const empty = given({ assessmentId: "x", criterion: { ...there, id: "XX-1.1" }, answer: { level: "not-yet" }, savedAt: new Date("2026-07-01T10:00:00Z") });
    expect(offer([given(), newer, empty])).toMatchObject({ assessmentId: "lw", criterion: "LW-3.1" });
  });

  test.each<[string, Given[], Answer?]>([
    ["another topic", [given({ criterion: { ...there, core_topic: "insurance" } })]],
    ["the same question", [given({ criterion: { ...there, id: "MU-1.1" } })]],
    ["an answer here", [given()], { how: "Typed just now." }],
    ["a level here", [given()], { level: "not-yet" }],
    ["a plan here", [given()], { plan: { what: "Ask Jo" } }],
    ["nothing said there", [given({ answer: { level: "met", how: "  " } })]],
    ["a claim there that it does not apply", [given({ criterion: { ...there, na_reasons: ["None here"] }, answer: { ...said, na: { claimed: true } } })]],
  ])("are not offered with %s", (_, all, answer) => expect(offer(all, answer)).toBeUndefined());

  test("are not offered where the question has no topic", () => {
    const plain = aCriterion({ id: "MU-1.2" });
    expect(offer([given({ criterion: { ...there, core_topic: undefined } })], {}, plain)).toBeUndefined();
  });

  test("leave out what cannot be shown here", () => {
    const evidence: Answer["evidence"] = [
      { kind: "words", words: "Six questions, asked on the telephone.", title: "Questions" },
      { kind: "award", award: crypto.randomUUID(), title: "An award" },
      { kind: "call", title: "On a call" },
    ];
    const files = aCriterion({ id: "MU-1.1", core_topic: "safeguarding", evidence: { kinds: ["document"], what: "", lightest: "" } });
    const all = [given({ answer: { ...said, evidence } })];
    expect(offer(all, {}, files)?.evidence.map(({ kind }) => kind)).toEqual(["call"]);
    expect(offer(all)?.evidence.map(({ kind }) => kind)).toEqual(["words", "call"]);
  });

  test("never bring a level, a claim or a plan, and are never finished by themselves", () => {
    const answer = fc.record({
      level: fc.constantFrom(undefined, ...levelWords),
      how: fc.constantFrom(undefined, "", " ", "Our treasurer leads on it, and everyone knows the steps."),
      evidence: fc.constantFrom(undefined, said.evidence),
      plan: fc.constantFrom(undefined, { what: "Ask Jo" }),
      na: fc.constantFrom(undefined, { claimed: false, reason: "None here" }),
    });
    fc.assert(
      fc.property(answer, (each) => {
        const found = offer([given({ answer: each })]);
        if (!found) return !each.how?.trim() && !each.evidence;
        const copied = copyOf(found);
        return !copied.level && !copied.na && !copied.plan && missingIn(here, copied, "2026-06-01").some(({ field }) => field === "level");
      }),
    );
  });
});

test("the note of where words were copied from goes with the next save, and what was asked before is still asked", () => {
  const source = { criterion: "RC-3.4", title: "A title", standard: "Referral capacity" };
  const note = noteOf(source, undefined);
  expect(note).toEqual({ from: [], changes: [], needs: "copied", copied: source });
  expect(noteOf(source, { from: [], changes: [], needs: "answer" })).toMatchObject({
    needs: "answer",
    copied: { standard: "Referral capacity" },
  });
  expect(stillAsked(note, { how: "More." }, { changed: true, press: false })).toBeUndefined();
});

test("the standards ask about some topics more than once", () => {
  const newest = standards.filter(({ version, code }) => version === (code === "LW" ? "2.0.0" : "1.0.0"));
  const asked = newest.flatMap(({ criteria }) => criteria).filter(({ core_topic }) => core_topic === "safeguarding");
  expect(asked.map(({ id }) => id).sort()).toEqual(["AS-2.1", "LW-3.1", "RC-3.4"]);
});
