import { expect, test } from "vitest";
import type { Criterion, Standard } from "#standards/format";
import { changesDisagree } from "~/standards/changes-disagree";
import { changeAbout } from "~/standards/drafting/change-form";
import { comparedFields } from "~/standards/drafting/fields";
import { toList } from "~/standards/drafting/to-list";
import { standardOf } from "../support/standards";

const rc = standardOf("RC");
/** What is left to put on an empty list when the first criterion, or the whole, says something else. */
function left(given: Partial<Criterion>, to = "2.0.0", whole: Partial<Standard> = {}) {
  const [first, ...others] = rc.criteria;
  const after: Standard = { ...rc, ...whole, version: to, criteria: [{ ...first!, ...given }, ...others] };
  const found = changesDisagree(rc, after, { from: "1.0.0", sunset_days: 90, changes: [] });
  const unsaid = found.flatMap((each) => each.unsaid ?? []);
  return toList(unsaid, [], comparedFields.criterion, { from: "1.0.0", to });
}

test("what harms nobody is suggested; where several would do that ask different things of people, the editor chooses", () => {
  expect(left({ why: "For others." })).toEqual([{ criterion: "RC-1.1", words: "Why it matters", type: "editorial" }]);
  expect(left({ good: "Well done." }, "1.0.1")).toEqual([{ criterion: "RC-1.1", words: "What good looks like", type: "editorial" }]);
  expect(left({ statement: "You do something else." })).toEqual([{ criterion: "RC-1.1", words: "What it says" }]);
  expect(left({ statement: "You do it." }, "1.0.1")).toMatchObject([{ type: "editorial" }]);
  expect(left({ levels: { ...rc.criteria[0]!.levels, met: { tests: ["All of it."] } } })).toEqual([{ criterion: "RC-1.1", words: "Met: all of these" }]);
});

test("a must-have that comes is not one that goes; weight is not advice that counts", () => {
  const [first] = rc.criteria;
  expect(left({ must_have: !first!.must_have })).toMatchObject([{ type: first!.must_have ? "critical_off" : "critical_on" }]);
  expect(left({ weight: first!.weight === 1 ? 2 : 1 })).toMatchObject([{ words: "How much it counts", type: "weight" }]);
});

test("several parts of one criterion are one entry, with a type that says them all", () => {
  expect(left({ title: "Another", why: "For others." })).toEqual([{ criterion: "RC-1.1", words: "Title; Why it matters", type: "editorial" }]);
  expect(left({ why: "For others.", weight: first().weight === 1 ? 2 : 1 })).toEqual([{ criterion: "RC-1.1", words: expect.stringContaining("Why it matters") }]);
});
const first = () => rc.criteria[0]!;

test("what is new, what is gone and how a mark is worked out", () => {
  expect(left({ id: "RC-9.1", weight: 0 })).toEqual([
    { criterion: "RC-1.1", words: "no longer asked" },
    { criterion: "RC-9.1", words: "new", type: "added_advisory" },
  ]);
  expect(left({}, "2.0.0", { scoring: { ...rc.scoring, assured: 81 } })).toEqual([{ words: "how a mark is worked out", type: "award_rule" }]);
});

test("a criterion that differs and could not be read yet is on it without a type", () => {
  expect(toList([], ["RC-1.1"], [], { from: "1.0.0", to: "1.1.0" })).toEqual([{ criterion: "RC-1.1", words: "" }]);
});

test("an address fills in what it may, and nothing else", () => {
  expect(changeAbout(new URLSearchParams({ criterion: "RC-1.1", type: "editorial" }))).toEqual({ criteria: ["RC-1.1"], type: ["editorial"] });
  expect(changeAbout(new URLSearchParams({ criterion: "<b>", type: "everything", what: "x" }))).toEqual({});
});
