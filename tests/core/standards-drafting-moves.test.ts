import { describe, expect, test } from "vitest";
import { touchedBy, touchedWords } from "~/marks/touched";
import { besideFields } from "~/standards/drafting/beside-fields";
import { editsFor, type Field, typedFrom } from "~/standards/drafting/field";
import { type DraftMove, draftMoveNames, draftMoves, draftMovesOpen, draftStates, permitDraft } from "~/standards/drafting/moves";
import { nextVersion, partBetween, parts } from "~/standards/drafting/next-version";
import { ruleOptions } from "~/standards/drafting/rule-typed";
import { contentOf, editYaml } from "~/standards/drafting/yaml-text";
import { aCriterion, aStandard, facts } from "../support/standards";

test("what may be done to a draft, when: this is the specification", () => {
  const lines = draftMoveNames.map((name) => {
    const { from, to, bars = [], needs = [] }: DraftMove = draftMoves[name];
    return `${name}: ${from.join(" or ")} → ${to}${needs.length ? `, needs ${needs.join(", ")}` : ""}${bars.length ? `, not who ${bars.join(", ")}` : ""}`;
  });
  expect(`\n${lines.join("\n")}\n`).toMatchInlineSnapshot(`
    "
    write: draft → draft
    consult: draft → consultation, needs faultless, day_ahead
    reopen: consultation → draft
    publish: draft or consultation → published, needs faultless, heard, newest_base, not who wrote
    discard: draft or consultation → discarded
    "
  `);
  expect(draftStates.map((state) => `${state}: ${draftMovesOpen({ state, bars: [] }).join(", ")}`)).toEqual([
    "draft: write, consult, publish, discard",
    "consultation: reopen, publish, discard",
    "published: ",
    "discarded: ",
  ]);
});

test("each bar and each condition is in the way by itself, and the state before all", () => {
  const met = ["faultless", "heard", "newest_base"] as const;
  expect(permitDraft("publish", { state: "consultation", bars: [], met })).toEqual({ ok: true, to: "published" });
  expect(permitDraft("publish", { state: "consultation", bars: ["wrote"], met: [] })).toEqual({ ok: false, why: "wrote" });
  for (const one of met) expect(permitDraft("publish", { state: "draft", bars: [], met: met.filter((each) => each !== one) })).toEqual({ ok: false, why: one });
  expect(permitDraft("publish", { state: "published", bars: ["wrote"], met: [] })).toEqual({ ok: false, why: "wrong_state" });
});

test("the number that follows, and which of the three it raised", () => {
  expect(parts.map((part) => nextVersion("1.9.3", part))).toEqual(["1.9.4", "1.10.0", "2.0.0"]);
  for (const part of parts) expect(partBetween("1.9.3", nextVersion("1.9.3", part))).toBe(part);
});

describe("a file as a form", () => {
  const rows: Field = { name: "met", path: ["met"], kind: "rows", label: "Met" };
  const rule: Field = { name: "applies", path: ["applies"], kind: "rule", label: "Who" };
  const number: Field = { name: "weight", path: ["weight"], kind: "number", label: "Weight" };
  const saved = (field: Field, content: unknown, typed: Record<string, string[]>) => editsFor([field], content, typed)[0]?.value;

  test("showing and saving again changes nothing", () => {
    for (const applies of [
      "always",
      { fact: "a", is: true },
      {
        any: [
          { fact: "a", is: "x" },
          { fact: "b", not_empty: true },
        ],
      },
      {
        all: [
          { fact: "a", is: 1 },
          { fact: "b", is: false },
        ],
      },
      { not: { fact: "a", is: true } },
    ]) {
      const content = { applies, met: ["One.", "Two."], weight: 3 };
      expect(editsFor([rows, rule, number], content, typedFrom([rows, rule, number], content))).toEqual([]);
    }
  });

  test("sentences move by their number, up and down; empty ones go; new ones come", () => {
    const content = { met: ["a", "b", "c"] };
    expect(saved(rows, content, { met: ["a", "b", "c"], met_place: ["1", "2", "1"] })).toEqual(["c", "a", "b"]);
    expect(saved(rows, content, { met: ["a", "b", "c"], met_place: ["3", "2", "3"] })).toEqual(["b", "c", "a"]);
    expect(saved(rows, content, { met: ["a", " ", "c", "d\r\ne"], met_place: ["1", "2", "3", "x"] })).toEqual(["a", "c", "d e"]);
  });

  test("a rule is one answer, any or all of several; what the form cannot show stays", () => {
    const typed = (kind: string, ...lines: string[]) => ({ applies_kind: [kind], applies: lines });
    const content = { applies: { not: { fact: "a", is: true } } };
    expect(saved(rule, content, typed("any", "a=true", ""))).toEqual({ fact: "a", is: true });
    expect(saved(rule, content, typed("all", 'a="x"', "b=*"))).toEqual({
      all: [
        { fact: "a", is: "x" },
        { fact: "b", not_empty: true },
      ],
    });
    expect(saved(rule, content, typed("any"))).toEqual({ any: [] });
    expect(editsFor([rule], content, typed("kept"))).toEqual([]);
    expect(ruleOptions(facts).map(({ value }) => value)).toContain("has_link_workers=true");
  });

  test("what is no number is kept as it was typed; what the form did not have is not touched", () => {
    expect(saved(number, { weight: 3 }, { weight: ["heavy"] })).toBe("heavy");
    expect(saved(number, { weight: 3 }, { weight: [" 2 "] })).toBe(2);
    expect(editsFor([number, rows, rule], { weight: 3, met: ["a"], applies: "always" }, {})).toEqual([]);
  });

  test("a fault stands beside the narrowest field that holds its place; one that nothing holds is left over", () => {
    const text = editYaml(undefined, [
      { path: ["weight"], value: "heavy" },
      { path: ["met"], value: ["One.", ""] },
    ]);
    expect(contentOf(text)).toEqual({ weight: "heavy", met: ["One.", ""] });
    const line = text.split("\n").findIndex((each) => each.startsWith("weight")) + 1;
    const { errors, rest } = besideFields(
      text,
      [rows, number, rule],
      [
        { line, column: 9, message: "expected number" },
        { line: 99, column: 2, message: "nowhere" },
      ],
    );
    expect([errors, rest]).toEqual([{ weight: "expected number" }, ["nowhere"]]);
  });
});

describe("whom a change touches", () => {
  const asked = aCriterion({ id: "MU-1.1" });
  const onlySome = aCriterion({ id: "MU-1.2", applies: { fact: "home_visits", is: true } });
  const standard = aStandard([asked, onlySome]);
  const drafts = [
    { organisation: "Visits", standard, facts: { home_visits: true } },
    { organisation: "Stays", standard, facts: { home_visits: false } },
    { organisation: "Not said", standard, facts: null },
  ];
  const marks = [{ organisation: "Held", code: "X", version: "1.0.0" }];

  test("drafts that are asked it, under their own facts; marks only where the kind of change reaches them", () => {
    expect(touchedBy({ type: "editorial", criteria: ["MU-1.2"] }, standard, { drafts, marks })).toEqual({ drafts: ["Visits", "Not said"], marks: [] });
    expect(touchedBy({ type: "critical_on", criteria: ["MU-1.1"] }, standard, { drafts, marks })).toEqual({ drafts: ["Visits", "Stays", "Not said"], marks: ["Held"] });
    const next = aStandard([asked, onlySome, aCriterion({ id: "MU-1.3" })]);
    expect(touchedBy({ type: "added", criteria: ["MU-1.3"] }, next, { drafts, marks }).drafts).toHaveLength(3);
    expect(touchedBy({ type: "award_rule", criteria: [] }, standard, { drafts, marks }).drafts).toHaveLength(3);
  });

  test("in words", () => {
    expect(touchedWords("critical_on", { drafts: ["A"], marks: ["B", "C"] })).toBe("1 open draft (A), 2 live marks to show it in the time it gives (B, C)");
    expect(touchedWords("editorial", { drafts: [], marks: [] })).toBe("no open draft and no live mark");
  });
});
