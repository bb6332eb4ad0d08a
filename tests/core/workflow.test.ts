import { describe, expect, test } from "vitest";
import { type MoveIn, movesOpenIn, permitIn } from "~/assessments/move-table";
import { assessmentStates, caseStates, type Move, movesOpenTo, standings } from "~/assessments/workflow";
import { type Workflow, workflows } from "~/review/workflows";

const whoIn = ({ moves }: Workflow) => [...new Set([...standings, ...Object.values(moves).flatMap(({ by }) => by)])];
const everything = ({ needs = [] }: MoveIn) => needs;

test("who may do what, when: this is the specification", () => {
  const lines = workflows
    .flatMap((each) =>
      each.states.flatMap((state) => whoIn(each).map((who) => ({ of: each.of, state, who, open: movesOpenIn(each.moves, { state, standings: [who], bars: [] }) }))),
    )
    .filter(({ open }) => open.length > 0);
  expect(`\n${lines.map(({ of, state, who, open }) => `${of.padEnd(11)}${state.padEnd(11)}${who.padEnd(14)}${open.join(", ")}`).join("\n")}\n`).toMatchInlineSnapshot(`
    "
    assessment draft      member        answer
    assessment draft      submitter     answer, submit, discard, migrate
    assessment submitted  submitter     take_back
    assessment migrated   submitter     migrate_back
    case       waiting    submitter     close
    case       waiting    moderator     assign, let_go
    case       waiting    system        lose_reader
    case       declaring  submitter     close
    case       declaring  assessor      declare, step_aside
    case       declaring  second_reader declare, step_aside
    case       declaring  moderator     assign, let_go
    case       declaring  system        lose_reader, begin
    case       assessing  submitter     close
    case       assessing  assessor      step_aside, rate, recommend
    case       assessing  second_reader step_aside, rate, recommend
    case       assessing  moderator     assign, let_go
    case       assessing  system        lose_reader, differ, agree
    case       moderating submitter     close
    case       moderating assessor      talk_level
    case       moderating second_reader talk_level
    case       moderating moderator     settle, rate_third
    case       moderating system        end_talk, settled
    case       checking   member        note
    case       checking   submitter     note, confirm, remark, close
    case       checking   system        let_stand
    case       deciding   submitter     close
    case       deciding   moderator     confirm_claims, refuse_claims
    case       deciding   decider       send_back, decide, defer
    case       deciding   system        send_report
    case       deferred   member        add
    case       deferred   submitter     add, resume, close
    case       deferred   system        lapse
    case       decided    system        reopen
    locked     locked     privacy_lead  unlock, purge
    questions  drafting   assessor      ask, drop, send
    questions  sent       member        answer
    questions  sent       submitter     answer, finish
    questions  sent       system        lapse, call_off
    tie        none       assessor      tell
    tie        none       second_reader tell
    tie        stated     moderator     waive
    objection  none       submitter     object
    objection  raised     moderator     uphold, turn_down
    guidance   none       moderator     ask
    guidance   none       system        find
    guidance   open       moderator     close
    guidance   open       editor        close
    practice   open       system        complete, lapse
    practice   open       reader        rate
    practice   revealed   moderator     discuss
    appeal     drafting   submitter     write, send
    appeal     sent       submitter     withdraw
    appeal     sent       moderator     take
    appeal     taken      submitter     withdraw
    appeal     taken      moderator     hand_back
    appeal     taken      judge         hand_back, answer
    appeal     answered   submitter     go_on
    appeal     answered   system        lapse
    appeal     with_panel submitter     withdraw
    appeal     with_panel moderator     seat
    appeal     with_panel system        open
    appeal     with_panel panellist     declare
    appeal     deliberatingsubmitter     withdraw
    appeal     deliberatingmoderator     seat
    appeal     deliberatingsystem        conclude
    appeal     deliberatingpanellist     write_down, say
    "
  `);
});

test("where each leads, and what stands in the way", () => {
  const line = ([name, { to, bars = [], needs = [], needsReason }]: [string, MoveIn]) =>
    [name.padEnd(11), `→ ${to}`.padEnd(13), needs.length ? `needs ${needs.join(", ")}` : "", bars.length ? `not when ${bars.join(", ")}` : "", needsReason ? "with a reason" : ""]
      .filter(Boolean)
      .join("  ")
      .trimEnd();
  expect(
    `\n${workflows
      .flatMap(({ moves }) => Object.entries(moves))
      .map(line)
      .join("\n")}\n`,
  ).toMatchInlineSnapshot(`
    "
    answer       → draft
    submit       → submitted    needs complete, declaration_made
    discard      → withdrawn
    take_back    → withdrawn
    migrate      → migrated
    migrate_back  → draft        needs untouched
    assign       → declaring    needs two_readers  not when of_provider, objected
    declare      → declaring    not when of_provider
    lose_reader  → waiting      needs reader_to_leave
    let_go       → waiting      needs objection_upheld  not when of_provider, rated  with a reason
    begin        → assessing    needs both_declared  not when tie_waits, objected
    step_aside   → waiting      with a reason
    rate         → assessing    not when of_provider, not_declared, tie_waits, objected  with a reason
    recommend    → assessing    needs own_rated, nobody_awaited, answers_read  not when of_provider, not_declared, tie_waits, objected
    differ       → moderating   needs all_rated, recommended, differences, nobody_awaited, answers_read  not when tie_waits, objected
    agree        → deciding     needs all_rated, recommended, no_differences, nobody_awaited, answers_read  not when tie_waits, objected
    talk_level   → moderating   needs talk_open  not when of_provider  with a reason
    end_talk     → moderating   needs talk_to_end
    settle       → moderating   needs talk_over  not when of_provider, tied, rated  with a reason
    rate_third   → moderating   needs talk_over  not when of_provider, tied, rated, settled  with a reason
    settled      → deciding     needs nothing_to_settle
    confirm_claims  → deciding     needs claims_over_cap  not when of_provider, tied, rated  with a reason
    refuse_claims  → assessing    needs claims_over_cap  not when of_provider, tied, rated  with a reason
    send_report  → checking     needs report_to_check, claims_in_order
    note         → checking     needs in_time
    confirm      → deciding     needs in_time
    remark       → assessing    needs in_time, remarks_written
    let_stand    → deciding     needs time_over
    send_back    → assessing    needs report_checked, not_reopened, criteria_named  not when of_provider, tied, rated, settled, judged  with a reason
    decide       → decided      needs report_checked, claims_in_order  not when of_provider, tied, rated, settled, judged  with a reason
    defer        → deferred     needs report_checked, claims_in_order, not_deferred_before  not when of_provider, tied, rated, settled, judged  with a reason
    add          → deferred     needs in_time
    resume       → assessing    needs in_time, deferral_answered
    lapse        → deciding     needs time_over
    reopen       → deciding     needs appeal_changes
    close        → withdrawn    needs not_reopened
    unlock       → unlocked     not when locked_it  with a reason
    purge        → purged       not when locked_it  with a reason
    ask          → drafting     needs being_read, room_for_one  not when of_provider, not_declared
    drop         → drafting     needs being_read  not when of_provider, not_declared
    send         → sent         needs being_read, some_questions  not when of_provider, not_declared
    answer       → sent         needs in_time
    finish       → answered     needs in_time, every_answer
    lapse        → closed       needs time_over
    call_off     → closed       needs case_over
    tell         → stated       needs being_read  not when of_provider
    waive        → waived       needs being_read  not when of_provider, rated, own_tie, tied  with a reason
    object       → raised       needs being_read, readers_named  with a reason
    uphold       → upheld       needs being_read  not when of_provider, rated, objected_to, tied  with a reason
    turn_down    → not_upheld   needs being_read  not when of_provider, rated, objected_to, tied  with a reason
    find         → open         needs not_this_quarter
    ask          → open         needs not_this_quarter  with a reason
    close        → closed       with a reason
    rate         → open         needs in_time  with a reason
    complete     → revealed     needs all_rated
    lapse        → revealed     needs time_over
    discuss      → discussed    with a reason
    write        → drafting     needs appealable, in_time
    send         → sent         needs appealable, in_time, every_ground
    take         → taken        not when of_provider, involved
    hand_back    → sent         not when of_provider
    answer       → answered     needs every_point, case_decided  not when of_provider, involved  with a reason
    go_on        → with_panel   needs in_time  with a reason
    lapse        → closed       needs time_over
    seat         → with_panel   needs right_seats  not when of_provider, involved, judged
    declare      → with_panel   not when of_provider, involved, judged
    open         → deliberating  needs all_declared
    write_down   → deliberating  needs every_point  not when of_provider, involved, judged, not_declared  with a reason
    say          → deliberating  needs written_down  not when of_provider, involved, judged, not_declared
    conclude     → closed       needs two_of_three, case_decided
    withdraw     → withdrawn
    "
  `);
});

describe("what is not in the table cannot happen", () => {
  const cells = workflows.flatMap((each) =>
    Object.entries(each.moves).flatMap(([name, move]) =>
      each.states.flatMap((state) =>
        whoIn(each).map((who) => ({ of: each.of, moves: each.moves, name, move, state, who, inTable: move.from.includes(state) && move.by.includes(who) })),
      ),
    ),
  );

  test.each(cells.filter((cell) => !cell.inTable))("$of: $name by $who while $state", ({ moves, name, move, state, who }) => {
    expect(permitIn(moves, name, { state, standings: [who], bars: [], met: everything(move), reason: "because" })).toMatchObject({
      ok: false,
      why: expect.stringMatching(/^wrong_(state|role)$/),
    });
  });

  test.each(cells.filter((cell) => cell.inTable))(
    "$of: $name by $who while $state can, and each bar, each missing condition and a missing reason stops it",
    ({ moves, name, move, state, who }) => {
      const situation = { state, standings: [who], bars: [], met: everything(move), reason: "because" };
      const allBars = new Set(Object.values(moves).flatMap(({ bars = [] }) => bars));
      expect(permitIn(moves, name, situation)).toEqual({ ok: true, to: move.to });
      for (const bar of allBars)
        expect(permitIn(moves, name, { ...situation, bars: [bar] })).toEqual(move.bars?.includes(bar) ? { ok: false, why: bar } : { ok: true, to: move.to });
      for (const missing of everything(move))
        expect(permitIn(moves, name, { ...situation, met: everything(move).filter((each) => each !== missing) })).toEqual({ ok: false, why: missing });
      for (const reason of [undefined, "", "  \n"])
        expect(permitIn(moves, name, { ...situation, reason })).toEqual(move.needsReason ? { ok: false, why: "reason_missing" } : { ok: true, to: move.to });
    },
  );

  test.each(workflows)("what has ended stays as it is: $of", ({ ends, moves }) => {
    for (const state of ends) expect(Object.values(moves).filter(({ from }) => from.includes(state))).toEqual([]);
  });

  test.each(workflows)("every state can be reached, and every state but the last ones can be left: $of", ({ states, ends, moves }) => {
    const all = Object.values(moves);
    const reached = new Set<string>([...states.slice(0, 1), ...all.map(({ to }) => to)]);
    expect(states.filter((state) => !reached.has(state))).toEqual([]);
    expect(states.filter((state) => !all.some(({ from, to }) => from.includes(state) && to !== state))).toEqual(ends);
  });

  test("of several rules that are not kept the first is the answer: state, role, bars, conditions, reason", () => {
    const table = { go: { from: ["here"], to: "there", by: ["me"], bars: ["tired"], needs: ["shoes"], needsReason: true } } as const;
    const wrong = { state: "there", standings: [], bars: ["tired"], met: [] } as const;
    expect(permitIn(table, "go", wrong)).toEqual({ ok: false, why: "wrong_state" });
    expect(permitIn(table, "go", { ...wrong, state: "here" })).toEqual({ ok: false, why: "wrong_role" });
    expect(permitIn(table, "go", { ...wrong, state: "here", standings: ["me"] })).toEqual({ ok: false, why: "tired" });
    expect(permitIn(table, "go", { state: "here", standings: ["me"], bars: [], met: [] })).toEqual({ ok: false, why: "shoes" });
    expect(permitIn(table, "go", { state: "here", standings: ["me"], bars: [], met: ["shoes"] })).toEqual({ ok: false, why: "reason_missing" });
    expect(permitIn(table, "go", { state: "here", standings: ["me"], bars: [], met: ["shoes"], reason: "Because." })).toEqual({ ok: true, to: "there" });
  });

  test("the one table of assessments and cases offers what each of them offers alone", () => {
    for (const { of, states, moves } of workflows.filter((each) => each.of === "assessment" || each.of === "case"))
      for (const state of [...assessmentStates, ...caseStates].filter((each) => states.includes(each)))
        for (const standing of standings)
          expect(movesOpenTo(of as Move["of"], { state, standings: [standing], bars: [] })).toEqual(movesOpenIn(moves, { state, standings: [standing], bars: [] }));
  });
});
