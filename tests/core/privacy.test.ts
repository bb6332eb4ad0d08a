import { describe, expect, test } from "vitest";
import type { Answer, SubmissionContent } from "~/assessments/answer";
import { detailSorts, LockForm, reportBy } from "~/review/privacy/details";
import { blankAdded, blankAnswer, hideLocked, hideVisits, type Lock, lockKinds, noteOf, removedNote } from "~/review/privacy/locks";
import { permitPrivacy } from "~/review/privacy/privacy-moves";
import type { Supplement } from "~/review/supplement";

const file = "0b5cf6cc-6f5a-4a5e-9a3a-0d6a0c1f1f10";
const secret = "Zebediah";
const answer: Answer = {
  level: "met",
  how: secret,
  na: { claimed: false, words: secret },
  plan: { what: secret, who: secret, when: "2026-01-01", help: secret },
  evidence: [
    { kind: "file", file, title: secret, date: "2026-01-01" },
    { kind: "words", words: secret },
  ],
};
const content: SubmissionContent = {
  facts: {},
  answers: { "A-1": answer, "A-2": { how: "Open.", evidence: [{ kind: "file", file, title: secret }] } },
  files: { [file]: { name: `${secret}.pdf`, media_type: "application/pdf", bytes: 1, sha256: "x" } },
  scope: ["Digging"],
  plausibility: [
    { check: "personal:A-1:how:1", warning: "w", words: secret },
    { check: "small_numbers", warning: "w", words: "Right." },
  ],
  declaration: { statements: [], by: "Pat", title: "secretary", at: "2026-01-01" },
};
const since: Supplement = {
  id: "s1",
  criterion: "A-1",
  why: "question",
  sourceId: null,
  sentAt: new Date(0),
  content: { words: secret, evidence: [{ kind: "file", file, title: secret }], files: {} },
};
const lock = (given: Partial<Lock>): Lock => ({
  kind: "answer",
  target: "A-1",
  criterion: "A-1",
  sorts: ["name"],
  state: "locked",
  lockedAs: "assessor",
  lockedAt: new Date("2026-06-30T23:30:00Z"),
  decidedAt: null,
  ...given,
});

describe("a case is read without what is locked", () => {
  const targets = { answer: "A-1", file, supplement: "s1", page: "p1", visit: "v1" };
  const all = lockKinds.map((kind) => lock({ kind, target: targets[kind] }));

  test("none of its words are left when all of it is locked, and all that is no words stays", () => {
    const hidden = hideLocked({ content, supplements: [since] }, all);
    expect(JSON.stringify(hidden)).not.toContain(secret);
    expect(
      hideVisits(
        [
          { id: "v1", words: secret },
          { id: "v2", words: "Open." },
        ],
        all,
      ),
    ).toEqual([
      { id: "v1", words: noteOf(all[0]!) },
      { id: "v2", words: "Open." },
    ]);
    expect(hidden.content.answers["A-1"]).toMatchObject({
      level: "met",
      plan: { when: "2026-01-01" },
      na: { claimed: false },
      evidence: [{ kind: "file", file, date: "2026-01-01" }, {}],
    });
    expect(hidden.content.answers["A-2"]).toMatchObject({ how: "Open." });
    expect(hidden.content.files[file]).toMatchObject({ bytes: 1, sha256: "x" });
    expect(hidden.content.plausibility![1]).toMatchObject({ words: "Right." });
  });

  test("what was sent itself is not changed, and a lock that was lifted hides nothing", () => {
    expect(JSON.stringify(content)).toContain(secret);
    expect(hideLocked({ content, supplements: [since] }, [lock({ state: "unlocked" })])).toEqual({ content, supplements: [since] });
    expect(hideLocked({ content, supplements: [since] }, [lock({ target: "A-9" })])).toEqual({ content, supplements: [since] });
  });

  test("nothing is made up where nothing was written", () => {
    expect(blankAnswer({ level: "met" }, "x")).toEqual({ level: "met" });
    expect(blankAdded(since.content, { kind: "supplement", target: "other" }, "s1", "x")).toEqual(since.content);
  });
});

test("the note says when and by whom by their role, in London's calendar; removed, when for good", () => {
  expect(noteOf(lock({}))).toBe("Locked on 1 July 2026 by a reader because it may hold somebody’s details.");
  expect(noteOf(lock({ state: "purged", decidedAt: new Date("2026-07-02T10:00:00Z") }))).toBe("Removed for good on 2 July 2026: it held somebody’s details.");
  for (const said of ["Removed for good: it held somebody’s details.", "Tynnwyd am byth: roedd yn cynnwys manylion rhywun."])
    expect(removedNote, "in both languages").toContain(said);
  expect(removedNote.length, "fits wherever words can stand").toBeLessThan(200);
});

test("the 72 hours are plain hours from the moment of locking, through a change of the clocks too", () => {
  const at = new Date("2026-10-23T20:00:00Z");
  expect(reportBy(at, at)).toEqual({ by: new Date("2026-10-26T20:00:00Z"), hoursLeft: 72 });
  expect(reportBy(at, new Date("2026-10-26T19:00:01Z")).hoursLeft).toBe(0);
  expect(reportBy(at, new Date("2026-10-26T20:00:01Z")).hoursLeft).toBe(-1);
});

test("who locks says at least one sort, out of the list, and where", () => {
  expect(LockForm.safeParse({ sorts: [detailSorts[0]], place: "Page 2" }).success).toBe(true);
  for (const wrong of [
    { sorts: [], place: "x" },
    { sorts: ["age"], place: "x" },
    { sorts: ["name"], place: " " },
  ])
    expect(LockForm.safeParse(wrong).success).toBe(false);
});

test("nobody decides about what they locked themselves", () => {
  const mine = { state: "locked", standings: ["privacy_lead"], bars: ["locked_it"], reason: "x" } as const;
  for (const move of ["unlock", "purge"] as const) expect(permitPrivacy(move, mine)).toEqual({ ok: false, why: "locked_it" });
});
