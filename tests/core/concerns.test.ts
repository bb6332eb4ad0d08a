import { describe, expect, test } from "vitest";
import { concernClocks, isEmail, newReference, promised, readReference, type Timing } from "~/concerns/concern";
import { most, nothingTyped, readConcern, typedConcern } from "~/concerns/concern-form";
import { concernActs, concernMoves, concernStates, permitStep, type StepName, stepNames, stepsOpen } from "~/concerns/concern-moves";
import { namesSomebody } from "~/concerns/names-somebody";
import { languages } from "~/platform/words";

describe("what can happen to a concern", () => {
  test("is this, and nothing else", () => {
    const lines = concernStates.map((state) => `${state}: ${stepsOpen(state).join(", ")}`);
    expect(lines).toMatchInlineSnapshot(`
      [
        "received: unsafe, looking, with_group, set_aside, name_group, note",
        "unsafe: looking, tell_agency, reply, name_group, note",
        "agency_told: tell_agency, uphold, turn_down, reply, tell_group, name_group, note",
        "looking: unsafe, with_group, uphold, turn_down, reply, tell_group, name_group, note",
        "with_group: unsafe, looking, uphold, turn_down, reply, tell_group, name_group, note",
        "upheld: reopen, reply, tell_group, note",
        "not_upheld: reopen, reply, tell_group, note",
      ]
    `);
    expect(Object.entries(concernMoves).map(([name, { to }]) => `${name} → ${to}`)).toMatchInlineSnapshot(`
      [
        "unsafe → unsafe",
        "looking → looking",
        "with_group → with_group",
        "tell_agency → agency_told",
        "uphold → upheld",
        "turn_down → not_upheld",
        "set_aside → not_upheld",
        "reopen → looking",
      ]
    `);
  });

  const everything = ["agency_named", "heard", "reachable", "group_known", "group_found"] as const;
  const cells = concernStates.flatMap((state) => stepNames.map((name) => [state, name] as const));
  test.each(cells)("%s, %s: only from where the table says, only by a moderator, only with what it needs", (state, name) => {
    const rule = { ...concernMoves, ...concernActs }[name as StepName] as { from: readonly string[]; needs?: readonly string[]; needsReason?: true; to?: string };
    const situation = { state, standings: ["moderator"] as const, met: everything, reason: "Said on the telephone." };
    if (!rule.from.includes(state)) return expect(permitStep(name, situation)).toEqual({ ok: false, why: "wrong_state" });
    expect(permitStep(name, situation)).toEqual({ ok: true, to: rule.to ?? state });
    expect(permitStep(name, { ...situation, standings: [] })).toEqual({ ok: false, why: "wrong_role" });
    for (const need of rule.needs ?? []) expect(permitStep(name, { ...situation, met: everything.filter((each) => each !== need) })).toEqual({ ok: false, why: need });
    if (rule.needsReason) expect(permitStep(name, { ...situation, reason: " " })).toEqual({ ok: false, why: "reason_missing" });
  });

  test("what is unsafe never goes to the group's own complaints, and the group hears nothing before the agency", () => {
    expect(stepsOpen("unsafe")).not.toContain("with_group");
    expect(stepsOpen("agency_told")).not.toContain("with_group");
    for (const state of ["received", "unsafe"] as const) expect(stepsOpen(state)).not.toContain("tell_group");
  });
});

describe("what is promised", () => {
  // A Friday evening before a bank holiday of England: nobody reads until Tuesday.
  const friday = new Date("2026-05-22T20:00:00Z");
  const told: Timing = { sentAt: friday, readAt: null, heardAt: null, closedAt: null, reachable: true, nation: "england" };
  const on = (day: string, more: Partial<Timing> = {}) => concernClocks({ ...told, ...more }, new Date(`${day}T12:00:00Z`)).map(({ of, due, left }) => [of, due, left]);

  test("is counted in working days of the nation", () => {
    expect(promised(friday, "england")).toEqual({ readBy: "2026-05-26", hearBy: "2026-06-01" });
    expect(promised(new Date("2026-07-10T09:00:00Z"), "northern_ireland").readBy).toBe("2026-07-14");
    expect(promised(new Date("2026-07-10T09:00:00Z"), "england").readBy).toBe("2026-07-13");
  });

  test("runs until it is read, until they have heard, and until it is closed; nobody waits for who cannot be reached", () => {
    expect(on("2026-05-26")).toEqual([
      ["concern_read", "2026-05-26", 0],
      ["concern_heard", "2026-06-01", 4],
    ]);
    expect(on("2026-05-27")[0]).toEqual(["concern_read", "2026-05-26", -1]);
    expect(on("2026-05-27", { readAt: friday })).toEqual([["concern_heard", "2026-06-01", 3]]);
    expect(on("2026-05-27", { readAt: friday, heardAt: friday })).toEqual([]);
    expect(on("2026-05-27", { readAt: friday, reachable: false })).toEqual([]);
    expect(on("2026-05-27", { closedAt: friday })).toEqual([]);
  });
});

test("a reference is read as people type it, and is no code of a mark", () => {
  const reference = newReference([4, 15, 7, 20, 9, 0, 1, 29, 31, 2]);
  expect(reference).toBe("4F7M9-01XZ2");
  for (const typed of ["4f7m9-01xz2", "4F7M9 OIXZ2", "4f7m9olxz2"]) expect(readReference(typed)).toBe(reference);
  for (const typed of ["", "4F7M9-01XZ", "Marsh End", "4F7M9-01XU2"]) expect(readReference(typed)).toBeUndefined();
  expect(() => newReference([1, 2, 3])).toThrow(RangeError);
});

describe("what is typed into the form", () => {
  const typed = { ...nothingTyped("", "one"), group: "Marsh End", words: "Nobody answers the telephone." };

  test.each(languages)("in %s: every fault at once, each beside its field", (language) => {
    const read = readConcern({ ...nothingTyped("", "one"), mayName: true, contact: "x".repeat(most.contact + 1) }, language);
    expect(read.ok ? [] : Object.keys(read.errors).sort()).toEqual(["contact", "group", "name", "words"]);
  });

  test("a few words are enough, and a code stands for a name", () => {
    expect(readConcern(typed, "en")).toMatchObject({ ok: true, sent: { group: "Marsh End", code: null, found: [], mayName: false } });
    expect(readConcern({ ...typed, group: "", words: "Help", code: "0000-0000-0000" }, "en")).toMatchObject({ ok: true, sent: { code: "0000-0000-0000" } });
    expect(readConcern({ ...typed, group: "", code: "not a code" }, "en")).toMatchObject({ ok: true, sent: { code: "not a code" } });
  });

  test("at most so long, counted as it was sent, and nothing of it is cut", () => {
    const long = "a ".repeat(most.words);
    const form = new FormData();
    form.set("words", long);
    const kept = typedConcern(form, "");
    expect(kept.words).toBe(long);
    expect(readConcern({ ...typed, words: `${"a".repeat(most.words)} ` }, "en").ok).toBe(true);
    const read = readConcern({ ...typed, words: "a".repeat(most.words + 1) }, "en");
    expect(read).toMatchObject({ ok: false, errors: { words: "Shorten this to 5,000 characters. You have 5,001. Nothing you typed is lost" } });
  });

  test("what looks like somebody's details is asked about, and then sent as it is, with a note of what it may hold", () => {
    const words = "Her NHS number 943 476 5919 hung on the wall of the hall.";
    const first = readConcern({ ...typed, words }, "en");
    expect(first).toMatchObject({ ok: false, mayBePersonal: true });
    expect(first.ok ? "" : first.errors.words).toContain("an NHS number");
    expect(readConcern({ ...typed, words, asItIs: true }, "en")).toMatchObject({ ok: true, sent: { words, found: [{ kind: "nhs_number" }] } });
  });

  test("a field that nobody sees is filled by programs: asked again, nothing lost", () => {
    expect(readConcern({ ...typed, website: "https://x.test" }, "en")).toMatchObject({ ok: false, errors: { send: expect.stringContaining("send it again") } });
  });

  test("a way to reach somebody is an address or not", () => {
    expect(["lewis@example.com", "01632 960911", "ask next door", "a@b"].map(isEmail)).toEqual([true, false, false, false]);
  });
});

describe("words to a group give away who told us", () => {
  const who = { name: "Nora Lewis", contact: "nora.lewis@example.com" };
  test.each(["Mrs Lewis has told us", "NORA LEWIS's mother", "write to Nora.Lewis@example.com"])("%s", (words) => expect(namesSomebody(words, who)).toBe(true));
  test.each(["Somebody has told us that nobody rang", "The Lewisham road is closed", "Nora’s Place is the name of the hall"])("not so: %s", (words) =>
    expect(namesSomebody(words, who)).toBe(false),
  );
  test("by a telephone number in any spelling", () => {
    expect(namesSomebody("Ring 01632-960 911", { name: "", contact: "01632 960911" })).toBe(true);
    expect(namesSomebody("Ring 01632 960100", { name: "", contact: "01632 960911" })).toBe(false);
    expect(namesSomebody("", { name: "", contact: "" })).toBe(false);
  });
});
