import fc from "fast-check";
import { expect, test } from "vitest";
import type { Change } from "#standards/changes-format";
import type { Criterion, Standard } from "#standards/format";
import { changesDisagree } from "~/standards/changes-disagree";
import { compare } from "~/standards/compare";
import { differing } from "~/standards/fields";
import type { NetLine } from "~/standards/net";
import type { Piece } from "~/standards/pieces";
import { inEnglish } from "~/standards/telling";
import { aCriterion, aStandard, standards } from "../support/standards";

const because = { what: "Something.", reason: "A reason.", what_to_do: "Something to do." };
const change = (type: Change["type"], criteria: string[], successors: string[] = [], more: Partial<Change> = {}): Change => ({ type, criteria, successors, ...because, ...more });
/** Versions one after the other: the criteria of each and what it says it changed. */
const history = (...steps: [Criterion[], Change[]?][]): Standard[] =>
  steps.map(([criteria, changes], at) => ({
    ...aStandard(criteria),
    version: `${at + 1}.0.0`,
    ...(changes && { changes: { from: `${at}.0.0`, sunset_days: 90, changes } }),
  }));
const net = (versions: Standard[], from = versions[0]!.version, to = versions.at(-1)!.version) => compare(versions, from, to, inEnglish({}))!.net;
const lineOf = (lines: NetLine[], id: string) => lines.find(({ was, is, between }) => [...was, ...is, ...between].includes(id))!;
const one = (id: string, given: Partial<Criterion> = {}) => aCriterion({ id, ...given });

test("split and then joined again: the first is compared with the last, whatever it was called on the way", () => {
  const versions = history(
    [[one("MU-1.1", { title: "Talking" })]],
    [[one("MU-1.2"), one("MU-1.3")], [change("split", ["MU-1.1"], ["MU-1.2", "MU-1.3"])]],
    [[one("MU-1.4", { title: "Talking and listening" })], [change("merge", ["MU-1.2", "MU-1.3"], ["MU-1.4"], { what_to_do: "Read it." })]],
  );
  expect(net(versions).criteria).toMatchObject([
    {
      was: ["MU-1.1"],
      is: ["MU-1.4"],
      between: ["MU-1.2", "MU-1.3"],
      fate: "replaced",
      what_to_do: "Read it.",
      changes: [
        { version: "2.0.0", type: "split" },
        { version: "3.0.0", type: "merge" },
      ],
      pieces: [{ field: "title", old: "Talking", new: "Talking and listening" }],
    },
  ]);
});

test("another took its place twice; and one that was moved, then retired", () => {
  const [a, b, c] = [one("MU-1.1"), one("MU-1.2"), one("MU-1.3")];
  const renamed = history([[a]], [[b], [change("retired", ["MU-1.1"], ["MU-1.2"])]], [[c], [change("retired", ["MU-1.2"], ["MU-1.3"])]]);
  expect(net(renamed).criteria).toMatchObject([{ was: ["MU-1.1"], is: ["MU-1.3"], between: ["MU-1.2"], fate: "replaced", pieces: [] }]);
  const moved = history(
    [[a, b]],
    [[{ ...a, section: "MU-2" }, b], [change("moved", ["MU-1.1"])]],
    [[b], [change("retired", ["MU-1.1"], [], { what_to_do: "Nothing. It is kept." })]],
  );
  expect(net(moved).criteria).toMatchObject([
    { was: ["MU-1.1"], is: [], fate: "retired", what_to_do: "Nothing. It is kept.", changes: [{ type: "moved" }, { type: "retired" }] },
    { was: ["MU-1.2"], is: ["MU-1.2"], fate: "stayed", what_to_do: null, changes: [] },
  ]);
});

test("what was changed and changed back asks nothing; of what is left only what still holds is asked", () => {
  const a = one("MU-1.1", { why: "Because." });
  const must = change("critical_on", ["MU-1.1"], [], { compliance_months: 6, what_to_do: "It must be Met." });
  const back = history([[a]], [[{ ...a, must_have: true }], [must]], [[a], [change("critical_off", ["MU-1.1"])]]);
  expect(net(back).criteria).toMatchObject([{ fate: "changed_back", what_to_do: null, compliance_months: undefined, pieces: [], changes: [{ holds: false }, { holds: false }] }]);
  const part = history(
    [[a]],
    [[{ ...a, must_have: true }], [must]],
    [[{ ...a, why: "For others." }], [change("critical_off", ["MU-1.1"]), change("guidance", ["MU-1.1"], [], { what_to_do: "Read it." })]],
  );
  expect(net(part).criteria).toMatchObject([
    { fate: "changed", what_to_do: "Read it.", compliance_months: undefined, changes: [{ holds: false }, { holds: false }, { type: "guidance", holds: true }] },
  ]);
  const kept = history([[a]], [[{ ...a, must_have: true }], [must]], [[{ ...a, must_have: true, why: "For others." }], [change("guidance", ["MU-1.1"])]]);
  expect(net(kept).criteria).toMatchObject([{ what_to_do: "It must be Met.", compliance_months: 6 }]);
});

test("to whom comes from before it, new advice that counts now is new; and what came and went asks nothing", () => {
  const [a, advice] = [one("MU-1.1"), one("MU-1.2", { weight: 0 })];
  const versions = history(
    [[a]],
    [
      [a, advice, one("MU-1.3")],
      [change("added_advisory", ["MU-1.2"]), change("added", ["MU-1.3"])],
    ],
    [
      [a, { ...advice, weight: 1 }],
      [change("advisory_to_scored", ["MU-1.2"], [], { what_to_do: "It needs an answer." }), change("retired", ["MU-1.3"])],
    ],
  );
  const { criteria } = net(versions);
  expect(lineOf(criteria, "MU-1.2")).toMatchObject({ fate: "added", what_to_do: "It needs an answer.", pieces: [{ old: null }, { old: null }, { old: null }, { old: null }] });
  expect(lineOf(criteria, "MU-1.3")).toMatchObject({ was: [], is: [], between: ["MU-1.3"], fate: "came_and_went", what_to_do: null, pieces: [] });
});

test("where one of two that took its place was retired since, what to do with the other is said", () => {
  const versions = history(
    [[one("MU-1.1")]],
    [[one("MU-1.2"), one("MU-1.3")], [change("split", ["MU-1.1"], ["MU-1.2", "MU-1.3"], { what_to_do: "Look at each." })]],
    [[one("MU-1.2")], [change("retired", ["MU-1.3"], [], { what_to_do: "Nothing." })]],
  );
  expect(net(versions).criteria).toMatchObject([{ was: ["MU-1.1"], is: ["MU-1.2"], fate: "replaced", what_to_do: "Look at each." }]);
});

test("the rules of the mark, changed and changed back", () => {
  const a = [one("MU-1.1")];
  const rule = [change("award_rule", [])];
  const [first, second, third] = history([a], [a, rule], [a, rule]);
  const stricter = { ...second!, scoring: { ...second!.scoring, conditions_max: 1 } };
  expect(net([first!, stricter, third!]).rules).toMatchObject({ fate: "changed_back", what_to_do: null, pieces: [] });
  expect(net([first!, stricter]).rules).toMatchObject({ fate: "changed", what_to_do: "Something to do.", pieces: [{ field: "scoring" }] });
  expect(net([first!, { ...second!, gate: { fact: "has_link_workers", is: true } }]).rules).toMatchObject({ fate: "changed", pieces: [{ field: "gate", old: "To everyone" }] });
});

type Done = { without: Criterion[]; put: Criterion[]; change: Change };

/** One thing done to a version, chosen by three numbers: every change is said as `standards check` wants it. Nothing where there is nothing to do it to. */
function act([what, which, how]: [number, number, number], untouched: readonly Criterion[], fresh: () => Criterion): Done | undefined {
  const [at, other] = [untouched[which % Math.max(1, untouched.length)], untouched.find((_, place) => place !== which % untouched.length)];
  const added = (count: number) => Array.from({ length: count }, fresh);
  const put = (type: Change["type"], given: Partial<Criterion>): Done => ({ without: [at!], put: [{ ...at!, ...given }], change: change(type, [at!.id]) });
  const end = (type: Change["type"], without: Criterion[], put: Criterion[], successors = put): Done => ({ without, put, change: change(type, idsOf(without), idsOf(successors)) });
  if (what === 0 || !at) {
    const put = added(1);
    return { without: [], put, change: change("added", idsOf(put)) };
  }
  if (what === 1) return at.title === `Title ${how}` ? undefined : put("editorial", { title: `Title ${how}` });
  if (what === 2) return put(at.must_have ? "critical_off" : "critical_on", { must_have: !at.must_have });
  if (what === 3) return at.why === `Why ${how}` ? undefined : put("guidance", { why: `Why ${how}` });
  if (what === 4) return how === 0 && other ? end("retired", [at], [], [other]) : end("retired", [at], added(how % 2));
  if (what === 5) return end("split", [at], added(2 + (how % 2)));
  return other && end("merge", [at, other], added(1));
}
const idsOf = (criteria: readonly Criterion[]) => criteria.map(({ id }) => id);

const ops = fc.array(fc.tuple(fc.nat(6), fc.nat(5), fc.nat(2)), { maxLength: 5 });
const histories = fc.tuple(fc.integer({ min: 1, max: 5 }), fc.array(ops, { minLength: 1, maxLength: 4 })).map(([count, steps]) => {
  let last = 0;
  const fresh = () => `MU-1.${++last}`;
  const first = Array.from({ length: count }, () => one(fresh()));
  const all: [Criterion[], Change[]?][] = [[first]];
  for (const step of steps) {
    let criteria = all.at(-1)![0];
    const changes: Change[] = [];
    const before = criteria;
    for (const op of step) {
      const touched = new Set(changes.flatMap((each) => [...each.criteria, ...each.successors]));
      const untouched = criteria.filter((each) => before.includes(each) && !touched.has(each.id));
      const done = act(op, untouched, () => one(fresh()));
      if (!done) continue;
      criteria = [...criteria.filter((each) => !done.without.includes(each)), ...done.put];
      changes.push(done.change);
    }
    all.push([criteria, changes]);
  }
  return history(...all);
});

test("whatever happened on the way: every criterion of the first has one fate, every one of the last one origin, and its texts are those of the two", () => {
  fc.assert(
    fc.property(histories, (versions) => {
      const [first, last] = [versions[0]!, versions.at(-1)!];
      const { criteria: lines } = net(versions);
      const ids = ({ criteria }: Standard) => criteria.map(({ id }) => id).sort();
      expect(lines.flatMap(({ was }) => was).sort()).toEqual(ids(first));
      expect(lines.flatMap(({ is }) => is).sort()).toEqual(ids(last));
      for (const line of lines) {
        const { was, is, fate, changes, what_to_do, pieces } = line;
        const [a, b] = [first.criteria.find(({ id }) => id === was[0]), last.criteria.find(({ id }) => id === is[0])];
        const same = a && b && a.id === b.id && was.length + is.length === 2;
        if (same) expect(pieces.map(({ field }) => field)).toEqual(differing(a, b));
        expect(fate === "stayed" || fate === "changed_back").toBe(Boolean(same && differing(a, b).length === 0));
        expect(fate === "stayed").toBe(changes.length === 0);
        expect(what_to_do === null).toBe(["stayed", "changed_back", "came_and_went"].includes(fate));
        expect([was.length > 0, is.length > 0]).toEqual([!["added", "came_and_went"].includes(fate), !["retired", "came_and_went"].includes(fate)]);
      }
      const named = versions.slice(1).flatMap(({ changes }) => changes!.changes.flatMap(({ criteria, successors }) => [...criteria, ...successors]));
      for (const id of named) expect(lineOf(lines, id).changes.some(({ criteria, successors }) => [...criteria, ...successors].includes(id))).toBe(true);
    }),
    { numRuns: 500 },
  );
});

/** A text on its own side: where one took another's place alone, what is the same on both sides is not shown again. */
const sides = (pieces: readonly Piece[]) => new Set(pieces.flatMap(({ criterion, field, old, new: now }) => [`${criterion} ${field} - ${old}`, `${criterion} ${field} + ${now}`]));

test("from one version to the next, the net shows the very texts of its changes", () => {
  fc.assert(
    fc.property(histories, (versions) => {
      for (const [at, after] of versions.slice(1).entries()) {
        const before = versions[at]!;
        if (after.changes!.changes.length === 0) continue;
        expect(changesDisagree(before, after, after.changes!)).toEqual([]);
        const { changes, net } = compare(versions, before.version, after.version, inEnglish({}))!;
        const alone = new Set(net.criteria.filter(({ was, is }) => was.length === 1 && is.length === 1 && was[0] !== is[0]).flatMap(({ was, is }) => [...was, ...is]));
        const shown = (pieces: readonly Piece[]) => sides(pieces.filter(({ criterion }) => !alone.has(criterion!)));
        expect(shown(net.criteria.flatMap(({ pieces }) => pieces))).toEqual(shown(changes.flatMap(({ pieces }) => pieces)));
        expect(net.criteria.flatMap((line) => line.changes).every(({ holds }) => holds)).toBe(true);
      }
    }),
    { numRuns: 300 },
  );
});

test("the steps of the real standards show what their nets show", () => {
  for (const [from, to] of [
    ["1.0.0", "1.1.0"],
    ["1.1.0", "2.0.0"],
  ] as const) {
    const lw = standards.filter(({ code }) => code === "LW");
    const { changes, net } = compare(lw, from, to, inEnglish({}))!;
    const all = [...net.criteria, ...(net.rules ? [net.rules] : [])];
    expect(sides(all.flatMap(({ pieces }) => pieces))).toEqual(sides(changes.flatMap(({ pieces }) => pieces)));
  }
});
