import { describe, expect, test } from "vitest";
import {
  assessmentStates,
  type Bar,
  type Condition,
  caseStates,
  type Move,
  type MoveName,
  moveNames,
  moves,
  movesOpenTo,
  permit,
  type Standing,
  standings,
} from "~/assessments/workflow";

const kinds = [
  { of: "assessment" as const, states: assessmentStates },
  { of: "case" as const, states: caseStates },
];
const pairs = kinds.flatMap(({ of, states }) => states.flatMap((state) => standings.map((standing) => ({ of, state, standing }))));
const everything = (name: MoveName): readonly Condition[] => (moves[name] as Move).needs ?? [];

test("who may do what, when: this is the specification", () => {
  const lines = pairs
    .map(({ of, state, standing }) => ({ of, state, standing, open: movesOpenTo(of, { state, standings: [standing], bars: [] }) }))
    .filter(({ open }) => open.length > 0);
  expect(`\n${lines.map(({ of, state, standing, open }) => `${of.padEnd(11)}${state.padEnd(11)}${standing.padEnd(14)}${open.join(", ")}`).join("\n")}\n`).toMatchInlineSnapshot(`
    "
    assessment draft      member        answer
    assessment draft      submitter     answer, submit, discard, migrate
    assessment submitted  submitter     take_back
    assessment migrated   submitter     migrate_back
    case       waiting    submitter     close
    case       waiting    moderator     assign
    case       declaring  submitter     close
    case       declaring  assessor      declare, step_aside
    case       declaring  second_reader declare, step_aside
    case       declaring  moderator     assign
    case       declaring  system        begin
    case       assessing  submitter     close
    case       assessing  assessor      step_aside, rate
    case       assessing  second_reader step_aside, rate
    case       assessing  moderator     assign
    case       assessing  system        differ, agree
    case       moderating submitter     close
    case       moderating moderator     settle
    case       moderating system        settled
    case       deciding   submitter     close
    case       deciding   decider       decide
    "
  `);
});

test("where each leads, and what stands in the way", () => {
  const line = (name: MoveName) => {
    const { to, bars = [], needs = [], needsReason } = moves[name] as Move;
    return [
      name.padEnd(11),
      `→ ${to}`.padEnd(13),
      needs.length ? `needs ${needs.join(", ")}` : "",
      bars.length ? `not when ${bars.join(", ")}` : "",
      needsReason ? "with a reason" : "",
    ]
      .filter(Boolean)
      .join("  ")
      .trimEnd();
  };
  expect(`\n${moveNames.map(line).join("\n")}\n`).toMatchInlineSnapshot(`
    "
    answer       → draft
    submit       → submitted    needs complete, declaration_made
    discard      → withdrawn
    take_back    → withdrawn
    migrate      → migrated
    migrate_back  → draft        needs untouched
    assign       → declaring    needs two_readers  not when of_provider
    declare      → declaring    not when of_provider
    begin        → assessing    needs both_declared
    step_aside   → waiting      with a reason
    rate         → assessing    not when of_provider, not_declared  with a reason
    differ       → moderating   needs all_rated, differences
    agree        → deciding     needs all_rated, no_differences
    settle       → moderating   not when of_provider, rated  with a reason
    settled      → deciding     needs nothing_to_settle
    decide       → decided      not when of_provider, rated, settled  with a reason
    close        → withdrawn
    "
  `);
});

describe("what is not in the table cannot happen", () => {
  const allBars: Bar[] = ["of_provider", "rated", "settled", "not_declared"];
  const cells = kinds.flatMap(({ of, states }) =>
    moveNames
      .filter((name) => moves[name].of === of)
      .flatMap((name) => states.flatMap((state) => standings.map((standing) => ({ name, state, standing, inTable: isInTable(name, state, standing) })))),
  );

  test.each(cells.filter((cell) => !cell.inTable))("$name by $standing while $state", ({ name, state, standing }) => {
    expect(permit(name, { state, standings: [standing], bars: [], met: everything(name), reason: "because" })).toMatchObject({
      ok: false,
      why: expect.stringMatching(/^wrong_(state|role)$/),
    });
  });

  test.each(cells.filter((cell) => cell.inTable))(
    "$name by $standing while $state can, and each bar, each missing condition and a missing reason stops it",
    ({ name, state, standing }) => {
      const move: Move = moves[name];
      const situation = { state, standings: [standing], bars: [], met: everything(name), reason: "because" };
      expect(permit(name, situation)).toEqual({ ok: true, to: move.to });
      for (const bar of allBars) expect(permit(name, { ...situation, bars: [bar] })).toEqual(move.bars?.includes(bar) ? { ok: false, why: bar } : { ok: true, to: move.to });
      for (const missing of everything(name)) expect(permit(name, { ...situation, met: everything(name).filter((each) => each !== missing) })).toEqual({ ok: false, why: missing });
      for (const reason of [undefined, "", "  \n"])
        expect(permit(name, { ...situation, reason })).toEqual(move.needsReason ? { ok: false, why: "reason_missing" } : { ok: true, to: move.to });
    },
  );

  test("an ended case or assessment stays as it is", () => {
    for (const state of ["decided", "withdrawn"] as const)
      expect(moveNames.filter((name) => moves[name].of === "case" && (moves[name].from as readonly string[]).includes(state))).toEqual([]);
    expect(moveNames.filter((name) => moves[name].of === "assessment" && (moves[name].from as readonly string[]).includes("withdrawn"))).toEqual([]);
  });

  test("every state can be reached, and every state but the last ones can be left", () => {
    for (const { of, states } of kinds) {
      const mine = moveNames.filter((name) => moves[name].of === of).map((name) => moves[name] as Move);
      const reached = new Set<string>([states[0], ...mine.map((move) => move.to)]);
      expect(states.filter((state) => !reached.has(state))).toEqual([]);
      expect(states.filter((state) => !mine.some((move) => (move.from as readonly string[]).includes(state) && move.to !== state))).toEqual(
        of === "case" ? ["decided", "withdrawn"] : ["withdrawn"],
      );
    }
  });
});

function isInTable(name: MoveName, state: string, standing: Standing) {
  const move: Move = moves[name];
  return (move.from as readonly string[]).includes(state) && move.by.includes(standing);
}
