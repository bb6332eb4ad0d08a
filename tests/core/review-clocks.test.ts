import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays } from "~/platform/calendar";
import { bankHolidays, type Nation } from "~/review/bank-holidays";
import { type ClockName, clocksOf, lastDay, readingDaysLeft, type Timeline } from "~/review/clocks";
import { dueDay, pauseOf, type QuestionRound } from "~/review/questions";
import { addWorkingDays, isWorkingDay, workingDaysAfter } from "~/review/working-days";

const nation = fc.constantFrom(...(Object.keys(bankHolidays) as Nation[]));
const day = fc.integer({ min: 0, max: 900 }).map((offset) => addDays("2026-01-01", offset));
const at = (moment: string) => new Date(moment);
const timeline = (some: Partial<Timeline> = {}): Timeline => ({
  state: "assessing",
  openedAt: at("2026-06-01T11:00:00Z"),
  rounds: [],
  nation: "england",
  moves: [],
  answersDue: null,
  pauses: [],
  talking: false,
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
    expect(clocksOf(timeline(), "2026-06-08")).toEqual([{ of: "reading", from: "readers", whose: "ours", due: "2026-06-29", left: 15, paused: false }]);
  });

  test("while the provider is awaited: ours stands still, theirs runs", () => {
    const asked = timeline({ answersDue: "2026-06-19", pauses: [{ after: "2026-06-05", until: "2026-06-19" }] });
    const due = { of: "reading", from: "readers", whose: "ours", due: "2026-07-13", left: 16 };
    expect(clocksOf(asked, "2026-06-05")).toEqual([
      { ...due, paused: true },
      { of: "answers", from: "provider", whose: "theirs", due: "2026-06-19", left: 10, paused: false },
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
    expect(clocksOf(timeline({ state: "deciding", moves }), "2026-06-15")).toEqual([
      { of: "decision", from: "deciders", whose: "ours", due: "2026-06-18", left: 3, paused: false },
    ]);
    expect(clocksOf(timeline({ state: "deciding", moves, nation: "scotland" }), "2026-06-15")).toMatchObject([{ due: "2026-06-19", left: 4 }]);
  });

  test("when it is decided: 28 days for an appeal, the last one included, by the calendar of London", () => {
    const decided = timeline({ state: "decided", moves: [{ name: "decide", at: at("2028-02-01T11:00:00Z") }] });
    expect(clocksOf(decided, "2028-02-29")).toEqual([{ of: "appeal", from: "provider", whose: "theirs", due: "2028-02-29", left: 0, paused: false }]);
    expect(clocksOf(decided, "2028-03-01")).toEqual([]);
    const inTheNightTheClocksGoForward = timeline({ state: "decided", moves: [{ name: "decide", at: at("2026-03-28T23:59:59Z") }] });
    expect(clocksOf(inTheNightTheClocksGoForward, "2026-03-29")).toMatchObject([{ due: "2026-04-25", left: 27 }]);
  });

  test("never one for a case that was taken back, whatever happened before", () => {
    const moves = ["agree", "settled", "decide"].map((name) => ({ name, at: at("2026-06-01T11:00:00Z") }));
    expect(clocksOf(timeline({ state: "withdrawn", moves, answersDue: "2026-06-19" }), "2026-06-02")).toEqual([]);
  });

  test("until its readers are chosen: five working days, from when it was sent, or from when a reader left", () => {
    expect(clocksOf(timeline({ state: "waiting" }), "2026-06-01")).toMatchObject([
      { of: "readers", from: "moderators", due: "2026-06-08", left: 5 },
      { of: "reading", left: 20 },
    ]);
    const left = timeline({ state: "waiting", moves: [{ name: "step_aside", at: at("2026-06-04T11:00:00Z") }] });
    expect(clocksOf(left, "2026-06-04")[0]).toMatchObject({ of: "readers", due: "2026-06-11" });
  });

  test("while differences are settled: by the day on which reading was due; and while readers talk, theirs", () => {
    const moderating = timeline({ state: "moderating", moves: [{ name: "differ", at: at("2026-06-05T11:00:00Z") }] });
    expect(clocksOf(moderating, "2026-06-08")).toMatchObject([{ of: "settling", from: "moderators", due: "2026-06-29", left: 15 }]);
    expect(clocksOf({ ...moderating, talking: true }, "2026-06-08")).toMatchObject([{ of: "talk", from: "readers", due: "2026-06-12", left: 4 }, { of: "settling" }]);
    expect(clocksOf({ ...moderating, talking: true, nation: "scotland" }, "2026-06-08")[0]).toMatchObject({ due: "2026-06-12" });
  });

  test("when it was put off: 28 days of the calendar, and five working days to decide once they are over", () => {
    const moves = [
      { name: "agree", at: at("2026-05-01T11:00:00Z") },
      { name: "defer", at: at("2026-05-04T11:00:00Z") },
    ];
    expect(clocksOf(timeline({ state: "deferred", moves }), "2026-05-31")).toMatchObject([{ of: "deferral", from: "provider", whose: "theirs", due: "2026-06-01", left: 1 }]);
    const lapsed = timeline({ state: "deciding", moves: [...moves, { name: "lapse", at: at("2026-06-02T00:05:00Z") }] });
    expect(clocksOf(lapsed, "2026-06-02"), "from then, not from when it was first agreed").toMatchObject([{ of: "decision", due: "2026-06-09", left: 5 }]);
  });

  test("while its group checks the draft report: ten working days, theirs; and five to decide from its answer", () => {
    const moves = [
      { name: "agree", at: at("2026-06-08T11:00:00Z") },
      { name: "send_report", at: at("2026-06-08T11:00:00Z") },
    ];
    expect(clocksOf(timeline({ state: "checking", moves }), "2026-06-09")).toMatchObject([{ of: "check", from: "provider", whose: "theirs", due: "2026-06-22", left: 9 }]);
    expect(clocksOf(timeline({ state: "checking", moves, nation: "scotland" }), "2026-06-09")).toMatchObject([{ due: "2026-06-23" }]);
    const confirmed = [...moves, { name: "confirm", at: at("2026-06-10T11:00:00Z") }];
    expect(clocksOf(timeline({ state: "deciding", moves: confirmed }), "2026-06-10")).toMatchObject([{ of: "decision", due: "2026-06-17" }]);
  });

  test("a case that is read again has its days from then", () => {
    expect(clocksOf(timeline({ rounds: [{ openedAt: at("2026-06-15T11:00:00Z") }] }), "2026-06-15")).toMatchObject([{ due: "2026-07-13", left: 20 }]);
  });
});

describe("a deadline in working days, on a bank holiday, at Easter, at the change of the clocks", () => {
  test.each<[string, ClockName, string, Nation, string]>([
    ["Good Friday and Easter Monday in England", "decision", "2026-03-30T11:00:00Z", "england", "2026-04-08"],
    ["the same in Wales", "decision", "2026-03-30T11:00:00Z", "wales", "2026-04-08"],
    ["Easter Monday is a working day in Scotland", "decision", "2026-03-30T11:00:00Z", "scotland", "2026-04-07"],
    ["St Patrick’s Day in Northern Ireland", "decision", "2026-03-10T12:00:00Z", "northern_ireland", "2026-03-18"],
    ["which it is not in England", "decision", "2026-03-10T12:00:00Z", "england", "2026-03-17"],
    ["St Andrew’s Day in Scotland", "talk", "2026-11-23T12:00:00Z", "scotland", "2026-12-01"],
    ["which it is not in Wales", "talk", "2026-11-23T12:00:00Z", "wales", "2026-11-30"],
    ["sent at half past eleven at night in summer: that day", "decision", "2026-06-01T22:30:00Z", "england", "2026-06-08"],
    ["sent at half past midnight in summer: the next day, whatever it is in Greenwich", "decision", "2026-06-01T23:30:00Z", "england", "2026-06-09"],
    ["an hour before the clocks go forward", "decision", "2026-03-29T00:30:00Z", "england", "2026-04-07"],
    ["late on that Sunday", "decision", "2026-03-29T22:30:00Z", "scotland", "2026-04-06"],
    ["half past midnight on the Monday after it, by the clock of London", "decision", "2026-03-29T23:30:00Z", "scotland", "2026-04-07"],
    ["half past midnight on the day the clocks go back", "decision", "2026-10-24T23:30:00Z", "england", "2026-10-30"],
    ["half past eleven that night", "decision", "2026-10-25T23:30:00Z", "england", "2026-10-30"],
    ["and an hour later, on the Monday", "decision", "2026-10-26T00:30:00Z", "england", "2026-11-02"],
    ["ending on 29 February", "decision", "2028-02-22T12:00:00Z", "england", "2028-02-29"],
    ["28 days ending on 29 February", "deferral", "2028-02-01T12:00:00Z", "wales", "2028-02-29"],
    ["28 days over 29 February", "deferral", "2028-02-02T12:00:00Z", "wales", "2028-03-01"],
    ["28 days from 29 February", "appeal", "2028-02-29T12:00:00Z", "wales", "2028-03-28"],
    ["28 days end on a bank holiday where they do", "deferral", "2026-11-27T12:00:00Z", "england", "2026-12-25"],
    ["28 days over the change of the clocks, begun at half past eleven at night", "deferral", "2026-03-24T23:30:00Z", "england", "2026-04-21"],
    ["28 days over their going back, begun at half past midnight", "deferral", "2026-10-09T23:30:00Z", "england", "2026-11-07"],
  ])("%s", (_, name, moment, where, due) => expect(lastDay(name, at(moment), where)).toBe(due));

  test("is never on a day off, has nothing left on its last day, and is late on the first working day after", () => {
    const start: Record<string, Partial<Timeline>> = { decision: { state: "deciding" }, talk: { state: "moderating", talking: true }, readers: { state: "waiting" } };
    const began: Record<string, string> = { decision: "agree", talk: "differ", readers: "step_aside" };
    fc.assert(
      fc.property(fc.constantFrom("decision", "talk", "readers"), day, nation, (name, from, where) => {
        const about = timeline({ ...start[name], nation: where, moves: [{ name: began[name]!, at: at(`${from}T12:00:00Z`) }] });
        const left = (today: string) => clocksOf(about, today).find(({ of }) => of === name)!;
        const { due } = left(from);
        expect(isWorkingDay(due, where)).toBe(true);
        expect(left(due).left).toBe(0);
        const next = addWorkingDays(due, 1, where);
        expect(left(addDays(next, -1)).left, "on the days off after it nothing is late yet").toBe(0);
        expect(left(next).left).toBe(-1);
      }),
    );
  });
});
