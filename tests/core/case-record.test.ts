import { describe, expect, test } from "vitest";
import type { Actor } from "~/accounts/actor";
import { caseStates } from "~/assessments/workflow";
import { kindWords, type RecordLine, recordKinds, sentence } from "~/review/record/line";
import { lookedAt, lookWords } from "~/review/record/look";
import { linesPerPage, recordView } from "~/review/record/record-view";
import { viewerOf } from "~/review/record/viewer";

const line = (part: Partial<RecordLine> = {}): RecordLine => ({
  at: "2026-06-01T10:00:00Z",
  kind: "ratings",
  by: "Sunil Raman",
  part: "assessor",
  what: "rated RC-1.1: Met",
  quote: null,
  ...part,
});

describe("a line of the record", () => {
  test.each([
    [{}, "Sunil Raman (assessor) rated RC-1.1: Met."],
    [{ part: null }, "Sunil Raman rated RC-1.1: Met."],
    [{ by: null, part: null, what: "every difference was settled" }, "Every difference was settled."],
  ])("%o", (part, words) => expect(sentence(line(part))).toBe(words));

  test("every kind has a name, and every look goes on from a person's name", () => {
    expect(Object.keys(kindWords)).toEqual([...recordKinds]);
    for (const what of lookedAt) expect(lookWords(what, "RC-1.1")).toMatch(/^(opened|took|read) /);
    expect(lookWords("criterion", "RC-1.1")).toBe("opened RC-1.1 with what the group answered");
  });
});

describe("a page of the record", () => {
  test("groups by the day in London, and keeps the order", () => {
    const view = recordView([line(), line({ at: "2026-06-01T22:59:00Z" }), line({ at: "2026-06-01T23:00:00Z" })], null, 1);
    expect(view.days.map(({ day, lines }) => [day, lines.length])).toEqual([
      ["2026-06-01", 2],
      ["2026-06-02", 1],
    ]);
  });

  test("shows everything but who looked, or one kind; offers the kinds there are", () => {
    const lines = [line(), line({ kind: "looks" }), line({ kind: "decisions" })];
    const kinds = (of: RecordLine["kind"] | null) => recordView(lines, of, 1).days.flatMap((day) => day.lines.map(({ kind }) => kind));
    expect(kinds(null)).toEqual(["ratings", "decisions"]);
    expect(kinds("looks")).toEqual(["looks"]);
    expect(kinds("questions")).toEqual([]);
    expect(recordView(lines, null, 1).kinds).toEqual(["ratings", "decisions", "looks"]);
    expect(recordView(lines, "questions", 1).kinds).toContain("questions");
  });

  test("has so many lines; what lies beyond the last page is the last page", () => {
    const lines = Array.from({ length: linesPerPage + 1 }, () => line());
    expect(recordView(lines, null, 1)).toMatchObject({ page: 1, pages: 2 });
    expect(recordView(lines, null, 9)).toMatchObject({ page: 2, pages: 2, days: [{ lines: [lines[0]] }] });
    expect(recordView([], null, 1)).toMatchObject({ page: 1, pages: 1, days: [] });
  });
});

describe("who may read the record of a case", () => {
  const organisationId = "of-the-provider";
  const facts = (state: (typeof caseStates)[number], readers: string[] = []) => ({
    state,
    organisationId,
    readers: readers.map((personId) => ({ personId, part: "assessor" as const, declaredNone: true })),
    raters: [],
    settlers: [],
  });
  const actor = (roles: Actor["roles"], of?: string): Actor => ({
    personId: "me",
    name: "Me",
    email: "me@demo.example",
    language: "en",
    roles,
    memberships: of ? [{ organisationId: of, slug: "x", name: "X", role: "admin", title: "chair", linkWorkerTerm: null }] : [],
  });

  test("moderators and decision-makers, never of the provider; only moderators read why somebody left", () => {
    for (const role of ["assessor", "editor", "platform_admin", "commissioner", "privacy_lead", "panel"] as const)
      expect(viewerOf(actor([role]), facts("decided", ["me"]))).toBeUndefined();
    expect(viewerOf(actor(["moderator"], organisationId), facts("decided"))).toBeUndefined();
    expect(viewerOf(actor(["moderator"], "another"), facts("decided"))).toEqual({ ratingsOpen: true, readsReasons: true });
    expect(viewerOf(actor(["decider"]), facts("decided"))).toEqual({ ratingsOpen: true, readsReasons: false });
  });

  test("ratings are closed while readers rate, and whoever reads it themselves waits as long", () => {
    const closed = caseStates.filter((state) => viewerOf(actor(["moderator"]), facts(state))?.ratingsOpen === false);
    expect(closed).toEqual(expect.arrayContaining(["waiting", "declaring", "assessing"]));
    expect(closed).not.toEqual(expect.arrayContaining(["decided"]));
    for (const state of closed) expect(viewerOf(actor(["moderator", "assessor"]), facts(state, ["me"]))).toBeUndefined();
    expect(viewerOf(actor(["moderator", "assessor"]), facts("decided", ["me"]))).toBeDefined();
    expect(viewerOf(actor(["moderator"]), facts("withdrawn"))?.ratingsOpen).toBe(true);
  });
});
