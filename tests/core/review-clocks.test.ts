import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { caseStates } from "~/assessments/workflow";
import { addDays } from "~/platform/calendar";
import { bankHolidays, type Nation } from "~/review/bank-holidays";
import { clocksOf, readingDaysLeft, type Timeline } from "~/review/clocks";
import { dueDay, pauseOf, type QuestionRound } from "~/review/questions";
import { addWorkingDays, isWorkingDay, workingDaysAfter } from "~/review/working-days";

const nation = fc.constantFrom(...(Object.keys(bankHolidays) as Nation[]));
const day = fc.integer({ min: 0, max: 900 }).map((offset) => addDays("2026-01-01", offset));
const at = (moment: string) => new Date(moment);
const timeline = (some: Partial<Timeline> = {}): Timeline => ({
  state: "assessing",
  openedAt: at("2026-06-01T11:00:00Z"),
  nation: "england",
  moves: [],
  answersDue: null,
  pauses: [],
  ...some,
});
const round = (some: Partial<QuestionRound> = {}): QuestionRound => ({
  id: "r",
  state: "sent",
  sentAt: at("2026-06-05T11:00:00Z"),
  dueOn: "2026-06-19",
  endedAt: null,
  questions: [],
  ...some,
});

describe("the last day for an answer", () => {
  test.each<[string, string, Nation, string]>([
    ["ten working days", "2026-06-05T11:00:00Z", "england", "2026-06-19"],
    ["a bank holiday of Scotland", "2026-06-05T11:00:00Z", "scotland", "2026-06-22"],
    ["one of Northern Ireland", "2026-07-06T11:00:00Z", "northern_ireland", "2026-07-21"],
    ["which Wales has not", "2026-07-06T11:00:00Z", "wales", "2026-07-20"],
    ["over Christmas", "2026-12-21T11:00:00Z", "england", "2027-01-07"],
    ["by London’s day, late at night in summer", "2026-06-04T23:30:00Z", "england", "2026-06-19"],
    ["over 29 February", "2028-02-21T11:00:00Z", "england", "2028-03-06"],
  ])("%s", (_, sent, where, due) => expect(dueDay(at(sent), where)).toBe(due));
});

describe("days on which the provider is awaited", () => {
  test("are those after the sending, with the day of the answer, and never beyond the last day for one", () => {
    expect(pauseOf(null)).toBeNull();
    expect(pauseOf(round({ state: "drafting", sentAt: null, dueOn: null }))).toBeNull();
    expect(pauseOf(round())).toEqual({ after: "2026-06-05", until: "2026-06-19" });
    expect(pauseOf(round({ state: "answered", endedAt: at("2026-06-09T23:30:00Z") }))).toEqual({ after: "2026-06-05", until: "2026-06-10" });
    expect(pauseOf(round({ state: "closed", endedAt: at("2026-06-23T00:00:00Z") })), "whenever the sweep came by").toEqual({ after: "2026-06-05", until: "2026-06-19" });
  });

  test("do not count: wherever they lie, exactly the working days among them are added", () => {
    fc.assert(
      fc.property(day, fc.nat(30), fc.nat(20), fc.nat(60), nation, (opened, toAsk, toAnswer, since, where) => {
        const after = addDays(opened, toAsk);
        const until = addDays(after, toAnswer);
        const today = addDays(opened, since);
        const [without, paused] = [readingDaysLeft(opened, today, where), readingDaysLeft(opened, today, where, [{ after, until }])];
        expect(paused - without).toBe(workingDaysAfter(after, today < until ? today : until, where));
        if (today > after && today < until) expect(readingDaysLeft(opened, addDays(today, 1), where, [{ after, until }]), "the clock stands still").toBe(paused);
      }),
    );
  });

  test("count only from the day on which reading began: a case that is read again began anew", () => {
    const [opened, today] = ["2026-06-22", "2026-06-26"];
    const plain = readingDaysLeft(opened, today, "england");
    expect(readingDaysLeft(opened, today, "england", [{ after: "2026-06-05", until: "2026-06-19" }]), "over before").toBe(plain);
    expect(readingDaysLeft(opened, today, "england", [{ after: "2026-06-17", until: "2026-06-24" }]), "over two days after").toBe(plain + 2);
    const [reading] = clocksOf(timeline({ openedAt: at("2026-06-22T12:00:00Z"), pauses: [{ after: "2026-06-05", until: "2026-06-19" }] }), today);
    expect(reading!.due).toBe("2026-07-20");
  });

  test("put off the day on which reading is due, so that nothing is left on it and less than nothing the working day after", () => {
    fc.assert(
      fc.property(day, fc.nat(15), fc.nat(20), nation, (opened, toAsk, toAnswer, where) => {
        const after = addDays(opened, toAsk);
        const pauses = [{ after, until: addDays(after, toAnswer) }];
        const [reading] = clocksOf(timeline({ openedAt: at(`${opened}T12:00:00Z`), nation: where, pauses }), opened);
        expect(isWorkingDay(reading!.due, where)).toBe(true);
        expect(readingDaysLeft(opened, reading!.due, where, pauses)).toBe(0);
        expect(readingDaysLeft(opened, addWorkingDays(reading!.due, 1, where), where, pauses)).toBe(-1);
      }),
    );
  });
});

describe("the deadlines of a case", () => {
  test("while it is read: ours", () => {
    expect(clocksOf(timeline(), "2026-06-08")).toEqual([{ of: "reading", whose: "ours", due: "2026-06-29", left: 15, paused: false }]);
  });

  test("while the provider is awaited: ours stands still, theirs runs", () => {
    const asked = timeline({ answersDue: "2026-06-19", pauses: [{ after: "2026-06-05", until: "2026-06-19" }] });
    const due = { of: "reading", whose: "ours", due: "2026-07-13", left: 16 };
    expect(clocksOf(asked, "2026-06-05")).toEqual([
      { ...due, paused: true },
      { of: "answers", whose: "theirs", due: "2026-06-19", left: 10, paused: false },
    ]);
    expect(clocksOf(asked, "2026-06-19").map(({ left }) => left)).toEqual([16, 0]);
    expect(clocksOf(asked, "2026-06-22")).toMatchObject([
      { left: 15, paused: false },
      { of: "answers", left: -1 },
    ]);
  });

  test("when it is ready: five working days for the decision, from when it was agreed or last settled", () => {
    const moves = [
      { name: "agree", at: at("2026-05-01T11:00:00Z") },
      { name: "settled", at: at("2026-06-11T11:00:00Z") },
    ];
    expect(clocksOf(timeline({ state: "deciding", moves }), "2026-06-15")).toEqual([{ of: "decision", whose: "ours", due: "2026-06-18", left: 3, paused: false }]);
    expect(clocksOf(timeline({ state: "deciding", moves, nation: "scotland" }), "2026-06-15")).toMatchObject([{ due: "2026-06-19", left: 4 }]);
  });

  test("when it is decided: 28 days for an appeal, the last one included, by the calendar of London", () => {
    const decided = timeline({ state: "decided", moves: [{ name: "decide", at: at("2028-02-01T11:00:00Z") }] });
    expect(clocksOf(decided, "2028-02-29")).toEqual([{ of: "appeal", whose: "theirs", due: "2028-02-29", left: 0, paused: false }]);
    expect(clocksOf(decided, "2028-03-01")).toEqual([]);
    const inTheNightTheClocksGoForward = timeline({ state: "decided", moves: [{ name: "decide", at: at("2026-03-28T23:59:59Z") }] });
    expect(clocksOf(inTheNightTheClocksGoForward, "2026-03-29")).toMatchObject([{ due: "2026-04-25", left: 27 }]);
  });

  test("never one for a case that was taken back, whatever happened before", () => {
    const moves = ["agree", "settled", "decide"].map((name) => ({ name, at: at("2026-06-01T11:00:00Z") }));
    expect(clocksOf(timeline({ state: "withdrawn", moves, answersDue: "2026-06-19" }), "2026-06-02")).toEqual([]);
    for (const state of caseStates) expect(clocksOf(timeline({ state }), "2026-06-02").length, state).toBeLessThanOrEqual(1);
  });
});
