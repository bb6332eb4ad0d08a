import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Fact } from "#standards/facts-format";
import { newCode } from "~/marks/code";
import { acceptings } from "~/providers/capacity";
import { breakWords, plannedBreak } from "~/providers/closures";
import { answerInForce, answerOfProvider, sendingOf } from "~/register/answer-words";
import { marksSaid, providerToday } from "~/register/provider";
import { recordLine, recordLineNone, recordLineOver } from "~/register/record-line";
import { referView, sentences, telephone } from "~/register/refer-view";
import { registerView, searchPath } from "~/register/register-view";
import { foundWords } from "~/register/register-words";
import { roomPanel } from "~/register/room-panel";
import { listed, narrowedBy, notesOn, readSearch, unreadIn } from "~/register/search";
import { readTyped } from "~/register/typed-code";
import { aCandidate, aMark } from "../support/register";

const now = new Date("2026-11-22T14:02:00Z");
const today = (given: Parameters<typeof aCandidate>[1] = {}, at = now) => providerToday(aCandidate("Marsh End", given), at);
const activities = aMark({ key: "activities-and-services", code: "AAAA" });

describe("whether a Referral capacity mark stands behind what is said (Marks §C.2)", () => {
  test.each([
    ["in force", [aMark(), activities], "checked", true],
    ["under review, which is in force", [aMark({ events: [{ kind: "review", at: "2026-11-01T10:00:00Z" }] })], "checked", true],
    ["suspended", [aMark({ events: [{ kind: "suspend", at: "2026-11-01T10:00:00Z" }] }), activities], "not_currently_checked", false],
    ["expired yesterday, though room was confirmed since", [aMark({ validUntil: "2026-11-21" }), activities], "not_currently_checked", false],
    ["never held", [activities], "not_checked", false],
  ] as const)("%s", (_, marks, referralDetails, takingNewPeople) => {
    expect(today({ marks: [...marks] })).toMatchObject({ referralDetails, takingNewPeople });
  });

  test("its last day is a whole day in London", () => {
    const lastDay = { marks: [aMark({ validUntil: "2026-11-22" })] };
    expect(today(lastDay, new Date("2026-11-22T23:59:59Z")).referralDetails).toBe("checked");
    expect(today(lastDay, new Date("2026-11-23T00:00:00Z")).referralDetails).toBe("not_currently_checked");
  });

  test("without it nothing on the page says yes to room, whatever was confirmed", () => {
    fc.assert(
      fc.property(fc.constantFrom(...acceptings), fc.integer({ min: 0, max: 200 }), fc.boolean(), (accepting, days, lapsed) => {
        const confirmedAt = new Date(now.getTime() - days * 86_400_000);
        const found = today({ marks: [lapsed ? aMark({ validUntil: "2026-11-21" }) : activities], said: { accepting, waitWeeks: null, confirmedAt } });
        expect(roomPanel(found).tone).toBe("ask");
        expect(roomPanel(found).headline).toMatch(/Referral details/);
        expect(answerInForce(sendingOf(found), "en")).toMatch(/Ring before you refer/);
        expect(found.takingNewPeople).toBe(false);
      }),
    );
  });

  test("marks are listed by title and never by level", () => {
    const marks = [aMark({ level: "essentials" }), aMark({ key: "link-worker-practice", code: "B", level: "assured_commended" }), activities];
    expect(today({ marks }).inForce.map(({ mark }) => mark.standardKey)).toEqual(["activities-and-services", "link-worker-practice", "referral-capacity"]);
  });

  test("a withdrawn mark is said for 12 months, a superseded one not at all", () => {
    const withdrawn = { marks: [aMark({ events: [{ kind: "withdraw", at: "2026-11-22T10:00:00Z" }] })] };
    expect(today(withdrawn).over).toHaveLength(1);
    expect(today(withdrawn, new Date("2027-11-21T12:00:00Z")).over).toHaveLength(1);
    expect(today(withdrawn, new Date("2027-11-22T12:00:00Z")).over).toHaveLength(0);
    expect(today({ marks: [aMark({ events: [{ kind: "supersede", at: "2026-11-01T10:00:00Z" }] })] }).over).toHaveLength(0);
  });
});

describe("a suspended mark is not outshone by another (GP page rules, e)", () => {
  const suspended = aMark({ key: "link-worker-practice", code: "S", events: [{ kind: "suspend", at: "2026-11-14T10:00:00Z" }] });
  const lifted = aMark({
    key: "link-worker-practice",
    code: "S",
    events: [
      { kind: "suspend", at: "2026-11-14T10:00:00Z" },
      { kind: "reinstate", at: "2026-11-20T10:00:00Z" },
    ],
  });

  test("whatever else is held and whatever was said of room", () => {
    const others = fc.subarray([aMark(), activities]);
    fc.assert(
      fc.property(others, fc.constantFrom(...acceptings), fc.integer({ min: 0, max: 200 }), (marks, accepting, days) => {
        const found = today({ marks: [...marks, suspended], said: { accepting, waitWeeks: null, confirmedAt: new Date(now.getTime() - days * 86_400_000) } });
        expect(found.takingNewPeople).toBe(false);
        expect(sendingOf(found)).toBe("suspended");
        expect(roomPanel(found)).toMatchObject({ tone: "stop", headline: "A mark of theirs is suspended" });
        expect(marksSaid(found).map(({ mark }) => mark.code)).toEqual(["S", ...found.inForce.map(({ mark }) => mark.code)]);
      }),
    );
    expect(answerInForce("suspended", "en")).toBe("Yes: this mark is in force. But another mark of theirs is suspended: do not refer until you have checked.");
    expect(answerOfProvider("suspended", "en")).toBe("A mark of theirs is suspended. Ring us before you refer.");
  });

  test("once it is lifted, room counts again", () => expect(today({ marks: [aMark(), lifted] }).takingNewPeople).toBe(true));

  test("in the list they stand apart, and never among those taking new people", () => {
    const barred = aCandidate("Barred", { marks: [aMark(), suspended] });
    const open = aCandidate("Zebra");
    const search = { q: "", standard: undefined, accepting: undefined };
    expect(listed([barred, open], search, now).map(({ candidate, group }) => [candidate.name, group])).toEqual([
      ["Zebra", "confirmed"],
      ["Barred", "ring_first"],
    ]);
    expect(listed([barred, open], { ...search, accepting: "yes" }, now).map(({ candidate }) => candidate.name)).toEqual(["Zebra"]);
  });
});

describe("planned breaks", () => {
  const ranges = ["2027-06-01/2027-06-03", "2026-12-20/2027-01-04"];
  test.each([
    ["2026-12-05T12:00:00Z", undefined],
    ["2026-12-06T12:00:00Z", "Planned break from 20 December 2026 to 4 January 2027"],
    ["2026-12-20T00:00:00Z", "On a planned break until 4 January 2027"],
    ["2027-01-04T23:59:00Z", "On a planned break until 4 January 2027"],
    ["2027-01-05T00:00:00Z", undefined],
  ])("at %s: %s", (at, words) => {
    const found = plannedBreak(ranges, new Date(at));
    expect(found && breakWords(found)).toBe(words);
  });

  test("a break today comes before a yes", () => {
    const found = today({ facts: { planned_closures: { value: ["2026-11-20/2026-11-25"], on: "2026-11-01" } } });
    expect(found.takingNewPeople).toBe(false);
    expect(roomPanel(found)).toMatchObject({ tone: "end", headline: "On a planned break until 25 November 2026" });
    expect(answerInForce(sendingOf(found), "en")).toBe("This mark is in force, but they are not taking new people for now.");
  });
});

const fact = (key: string, value: string, label: string) => ({ key, label: key, type: "tick_list", options: [{ value, label }] }) as unknown as Fact;

describe("the list", () => {
  const search = { q: "", standard: undefined, accepting: undefined };
  const names = (...args: Parameters<typeof listed>) => listed(...args).map(({ candidate, group }) => `${group}: ${candidate.name}`);
  const stale = aCandidate("Aardvark Walks", { said: { confirmedAt: new Date("2026-10-10T12:00:00Z") } });
  const unknown = aCandidate("Bee Keepers", { said: null });
  const paused = aCandidate("Choir", { said: { accepting: "paused", waitWeeks: null } });
  const lapsed = aCandidate("Digging", { marks: [aMark({ validUntil: "2026-11-21" }), activities] });
  const open = aCandidate("Zebra Crossing Club");
  const over = aCandidate("Expired", { marks: [aMark({ validUntil: "2026-11-21" })] });
  const everybody = [stale, unknown, paused, lapsed, open, over];

  test("confirmed room first, the others apart, each by name; nobody without a mark in force", () => {
    expect(names(everybody, search, now)).toEqual([
      "confirmed: Choir",
      "confirmed: Zebra Crossing Club",
      "ring_first: Aardvark Walks",
      "ring_first: Bee Keepers",
      "ring_first: Digging",
    ]);
  });

  test("taking new people: the confirmed ones, then those who last said so", () => {
    expect(names(everybody, { ...search, accepting: "yes" }, now)).toEqual(["confirmed: Zebra Crossing Club", "ring_first: Aardvark Walks", "ring_first: Digging"]);
  });

  test("by the standard of a mark in force", () => {
    expect(names(everybody, { ...search, standard: "activities-and-services" }, now)).toEqual(["ring_first: Digging"]);
    expect(names(everybody, { ...search, standard: "link-worker-practice" }, now)).toEqual([]);
  });

  test("by what people come for and what there is to do: a tick by its name or words, in either language, or what a mark in force covers", () => {
    const said = (value: string[]) => ({ value, on: "2026-11-01" });
    const facts: Fact[] = [
      fact("helps_with", "low_mood_or_worry", "Low mood or worry"),
      fact("helps_with", "low_mood_or_worry", "Hwyliau isel"),
      fact("activity_types", "nature", "Nature"),
    ];
    const helper = aCandidate("Allotment", { facts: { helps_with: said(["low_mood_or_worry"]), activity_types: said(["nature"]) } });
    const found = (asked: { need?: string; activity?: string }) => listed([helper, open, lapsed], { ...search, ...asked }, now, facts).map(({ candidate }) => candidate.name);
    for (const need of ["low_mood_or_worry", "Low mood", "hwyliau"]) expect([need, found({ need })]).toEqual([need, ["Allotment"]]);
    expect(found({ activity: "nature" })).toEqual(["Allotment"]);
    expect(found({ activity: "digging" })).toEqual(["Allotment", "Zebra Crossing Club", "Digging"]);
    expect(found({ need: "worry", activity: "digging" })).toEqual(["Allotment"]);
    expect(found({ need: "moon" })).toEqual([]);
  });

  test("the best fit first", () => {
    const wanted = ["Northcote: Harbour", "The Harbour Walkers", "Harbour Wellbeing", "Seaharbour", "Quayside"].map((name) => aCandidate(name, { area: "Harbourside" }));
    expect(listed(wanted, { ...search, q: "harbour" }, now).map(({ candidate }) => candidate.name)).toEqual([
      "Harbour Wellbeing",
      "Northcote: Harbour",
      "The Harbour Walkers",
      "Seaharbour",
      "Quayside",
    ]);
  });

  test("a level, a size or the order they come in changes nothing", () => {
    const level = fc.constantFrom("essentials", "assured", "assured_commended", "assured_with_conditions" as const);
    fc.assert(
      fc.property(fc.shuffledSubarray(everybody, { minLength: everybody.length }), level, level, (order, one, other) => {
        const changed = order.map((each, index) => ({
          ...each,
          marks: each.marks.map((mark) => ({ ...mark, facts: { ...mark.facts, level: index % 2 ? one : other } })),
        })) as typeof everybody;
        expect(names(changed, search, now)).toEqual(names(everybody, search, now));
      }),
    );
  });

  test("two of one name both stand there, told apart by where they are", () => {
    const twins = [aCandidate("The Good Neighbours", { id: "2", area: "Whitcombe" }), aCandidate("The Good Neighbours", { id: "1", area: "Ashmere" })];
    expect(listed(twins, search, now).map(({ candidate }) => candidate.area)).toEqual(["Ashmere", "Whitcombe"]);
  });
});

describe("a search as it stands in an address", () => {
  test.each([
    ["", { q: "", page: 1, per_page: 20 }],
    ["q=+marsh+&page=3&per_page=100", { q: "marsh", page: 3, per_page: 100 }],
    ["page=-1&per_page=5000&accepting=maybe&standard=%00", { page: 1, per_page: 100, accepting: undefined, standard: undefined }],
    ["per_page=0", { per_page: 20 }],
    ["per_page=many", { per_page: 20 }],
    [`q=${"x".repeat(101)}`, { q: "x".repeat(100) }],
  ])("%j", (query, expected) => expect(readSearch(new URLSearchParams(query))).toMatchObject(expected));

  test.each([
    ["q=x&page=2&per_page=100&standard=referral-capacity&accepting=yes&unknown=1", []],
    ["page=&standard=&accepting=&per_page=", []],
    ["page=0", ["page was “0”, and we expected a whole number from 1 to 10000. The first page is shown."]],
    ["page=1.5&per_page=many", [expect.stringMatching(/^page was/), expect.stringMatching(/^per_page was “many”/)]],
    ["per_page=101", [expect.stringMatching(/^per_page was “101”/)]],
    ["accepting=no&standard=%00", [expect.stringMatching(/^standard was/), expect.stringMatching(/^accepting was “no”/)]],
  ])("to a program that asks %j, what could not be read is said", (query, expected) => expect(unreadIn(new URLSearchParams(query))).toEqual(expected));

  test("whatever is asked: what is not said to be unread was taken as it stands", () => {
    const asked = fc.record({ page: fc.string(), per_page: fc.oneof(fc.string(), fc.integer().map(String)), standard: fc.string(), accepting: fc.string() });
    fc.assert(
      fc.property(asked, (given) => {
        const query = new URLSearchParams(given);
        const [search, unread] = [readSearch(query), unreadIn(query).map((each) => each.split(" ")[0])];
        for (const key of ["page", "per_page"] as const) if (given[key].trim() !== "" && !unread.includes(key)) expect(search[key]).toBe(Number(given[key]));
        for (const key of ["standard", "accepting"] as const) if (given[key].trim() !== "" && !unread.includes(key)) expect(search[key]).toBe(given[key].trim());
      }),
    );
  });

  test("a page says what it was narrowed by, and goes on with it to its next page", () => {
    const search = readSearch(new URLSearchParams("need=loneliness&activity=nature"));
    expect(narrowedBy(search, "en")).toEqual(["Only groups that people come to for “loneliness” are shown.", "Only groups that offer “nature” are shown."]);
    const { search: kept } = registerView({ hits: [], total: 0, confirmed: 0, page: 1, pages: 2 }, search, [], [], "en");
    expect(searchPath(kept, { page: 2 }, "en")).toBe("/register?need=loneliness&activity=nature&page=2");
  });

  test("what is not taken into account is said", () => {
    expect(notesOn(readSearch(new URLSearchParams("q=x&accepting=yes")))).toEqual([]);
    expect(notesOn(readSearch(new URLSearchParams("near=HB2&within=5")))).toEqual([expect.stringMatching(/^We cannot search by distance yet/)]);
    expect(notesOn(readSearch(new URLSearchParams("near=HB2&need=outdoors")))).toHaveLength(1);
  });

  test.each([
    [{ total: 0, confirmed: 0 }, { q: "marsh" }, "No group found for ‘marsh’"],
    [{ total: 1, confirmed: 1 }, { q: "" }, "1 group holds a mark in force"],
    [{ total: 3, confirmed: 1 }, { q: "marsh" }, "3 groups found for ‘marsh’"],
    [{ total: 3, confirmed: 1 }, { q: "", need: "loneliness", activity: "nature" }, "3 groups found for ‘loneliness, nature’"],
    [{ total: 3, confirmed: 1 }, { q: "", accepting: "yes" as const }, "1 group is taking new people"],
    [{ total: 3, confirmed: 0 }, { q: "", accepting: "yes" as const }, "No group has confirmed lately that it is taking new people"],
  ])("%j of %j is “%s”", (counts, search, words) => expect(foundWords(counts, { accepting: undefined, ...search })).toBe(words));
});

describe("what somebody types into the one box", () => {
  const code = newCode([7, 19, 3, 20, 9, 29, 26, 28, 2, 11, 4]);
  test.each([code, code.toLowerCase(), code.replaceAll("-", ""), ` ${code.replaceAll("-", " ")} `])("%j is a code", (typed) =>
    expect(readTyped(typed)).toEqual({ as: "code", code }),
  );
  test.each([`${code.slice(0, -1)}${code.endsWith("0") ? "1" : "0"}`, code.slice(0, -1), `${code}7`, code.replaceAll("-", "").slice(0, 10)])(
    "%j is a code with a slip in it",
    (typed) => expect(readTyped(typed)).toEqual({ as: "slip", typed }),
  );
  test.each(["Marsh End Allotment", "choir", "1st Harbour Scouts", "Seaside 2000 walking group", "<script>"])("%j is words", (typed) =>
    expect(readTyped(typed)).toEqual({ as: "words", q: typed }),
  );
  test.each(["", "   ", "\t"])("%j is nothing", (typed) => expect(readTyped(typed)).toEqual({ as: "nothing" }));
  test("every code we could issue is taken for one, however it is typed", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 31 }), { minLength: 11, maxLength: 11 }), fc.boolean(), fc.constantFrom("", "-", " "), (values, lower, between) => {
        const made = newCode(values);
        const typed = made.replaceAll("-", between);
        expect(readTyped(lower ? typed.toLowerCase() : typed)).toEqual({ as: "code", code: made });
      }),
    );
  });
});

describe("the line for the record", () => {
  const line = { name: "Marsh End Allotment", phone: "07700 900142", now, address: "waymark.example/marks/X" };
  test("says when each thing was true", () => {
    expect(recordLine({ ...line, ...today() })).toBe(
      "Referred to Marsh End Allotment, 07700 900142. Mark in force 22 Nov 2026; room confirmed 16 Nov 2026; waymark.example/marks/X",
    );
  });
  test("never says confirmed where it was not", () => {
    const stale = today({ said: { confirmedAt: new Date("2026-10-10T12:00:00Z") } });
    expect(recordLine({ ...line, ...stale })).toMatch(/room not confirmed since 10 Oct 2026/);
    expect(recordLine({ ...line, ...today({ said: null }) })).toMatch(/room not known/);
    expect(recordLine({ ...line, ...today({ marks: [activities] }) })).toMatch(/referral details not checked/);
  });
  test("with another mark suspended it says that first, and that nobody was referred", () => {
    const suspended = aMark({ key: "link-worker-practice", code: "B", events: [{ kind: "suspend", at: "2026-11-14T10:00:00Z" }] });
    expect(recordLine({ ...line, ...today({ marks: [aMark(), suspended] }) })).toBe(
      "Marsh End Allotment: a mark of theirs SUSPENDED since 14 Nov 2026, another in force, when checked 22 Nov 2026. Check before you refer; waymark.example/marks/X",
    );
  });
  test("of one withdrawn long ago it says only that none is held", () => {
    expect(recordLineNone({ ...line })).toBe("Marsh End Allotment: no mark held, when checked 22 Nov 2026; waymark.example/marks/X");
  });
  test("of a mark that is over it says that first", () => {
    expect(recordLineOver({ ...line, status: "suspended", since: "2026-11-14" })).toBe(
      "Marsh End Allotment: mark SUSPENDED since 14 Nov 2026, when checked 22 Nov 2026; waymark.example/marks/X",
    );
  });
});

describe("how to reach them", () => {
  const facts = { referral_phone: { value: "01632 960100", on: "2026-11-01" }, referral_email: { value: "hello@group.example", on: "2026-11-01" } };
  const list = [
    { key: "referral_phone", label: "Phone", type: "phone" },
    { key: "referral_email", label: "Email", type: "email" },
  ] as unknown as Parameters<typeof referView>[1];
  const routes = (checks: Parameters<typeof referView>[0]["checks"]) => referView({ facts, checks, nation: "england" }, list).contacts.map(({ route }) => route);

  test("the phone first, unless it is the one that did not answer", () => {
    expect(routes({})).toEqual(["phone", "email"]);
    expect(routes({ email: { worked: false, on: "2026-11-20" } })).toEqual(["phone", "email"]);
    expect(routes({ phone: { worked: false, on: "2026-11-20" }, email: { worked: true, on: "2026-11-20" } })).toEqual(["email", "phone"]);
  });

  test.each([
    ["01632 960100", "tel:+441632960100"],
    ["+44 (0)7700 900142", "tel:+447700900142"],
    ["0044 1632 960100", "tel:+441632960100"],
    ["(01632) 960-100", "tel:+441632960100"],
  ])("%s is rung as %s", (typed, href) => expect(telephone(typed)).toBe(href));

  test("lines become sentences", () => expect(sentences(["Tuesdays 10 to 1", "Free.", "Why not?", "Come along!"])).toBe("Tuesdays 10 to 1. Free. Why not? Come along!"));

  test.each(["england", "wales", "scotland", "northern_ireland"] as const)("in %s an emergency is always said", (nation) =>
    expect(referView({ facts: {}, checks: {}, nation }, []).crisis[0]).toBe("Emergency: 999."),
  );
});
