import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hereToo, lately } from "~/assessments/presence-words";
import type { Task, TaskState } from "~/assessments/progress";
import { nextFor, type SectionWork, sectionsOf, sharesOf } from "~/assessments/sections";

const titles = [
  { id: "A", title: "First" },
  { id: "B", title: "Second" },
  { id: "C", title: "Not asked" },
];
const task = (id: string, state: TaskState): Task => ({ id, title: id, section: id[0]!, mustHave: false, state });
const dee = { personId: "dee", name: "Dee Okoro", title: "treasurer" };
const at = (time: string) => new Date(`2026-06-01T${time}:00Z`);
const tasks = [task("A-1", "done"), task("A-2", "to_do"), task("B-1", "half_written"), task("B-2", "done")];
const nothing: SectionWork = { section: "", given: undefined, done: undefined };

describe("a section", () => {
  test("counts what is left, and is not there where nothing is asked", () => {
    expect(sectionsOf(titles, tasks, [], []).map(({ id, left }) => [id, left])).toEqual([
      ["A", 1],
      ["B", 1],
    ]);
  });

  test("is done only by a person’s word, however much is answered", () => {
    const all = [task("A-1", "done"), task("A-2", "done")];
    expect(sectionsOf(titles, all, [], [])[0]).toMatchObject({ left: 0, done: undefined });
    const said = sectionsOf(titles, tasks, [{ ...nothing, section: "A", done: { by: "Pat", at: at("10:00") } }], [])[0];
    expect(said).toMatchObject({ left: 1, done: { by: "Pat", at: at("10:00"), changedSince: false } });
  });

  test("says that it was changed since, from the first save after that word, and only for a save in it", () => {
    const work = [{ ...nothing, section: "A", done: { by: "Pat", at: at("10:00") } }];
    const changed = (criterion: string, time: string) => sectionsOf(titles, tasks, work, [{ criterion, savedAt: at(time), savedBy: "Dee" }])[0]?.done?.changedSince;
    expect([changed("A-1", "10:00"), changed("A-1", "10:01"), changed("B-1", "10:01")]).toEqual([false, true, false]);
  });

  test("was last saved when its newest answer was", () => {
    const saved = [
      { criterion: "A-1", savedAt: at("09:00"), savedBy: "Pat" },
      { criterion: "A-2", savedAt: at("11:00"), savedBy: "Dee" },
      { criterion: "B-1", savedAt: at("12:00"), savedBy: "Pat" },
    ];
    expect(sectionsOf(titles, tasks, [], saved).map(({ lastSaved }) => lastSaved?.by)).toEqual(["Dee", "Pat"]);
  });
});

describe("the next question", () => {
  const given = (section: string) => sectionsOf(titles, tasks, [{ ...nothing, section, given: dee }], []);
  test("is in one’s own section first, then in one that nobody has, then anywhere", () => {
    expect(nextFor("dee", given("B"))?.id).toBe("B-1");
    expect(nextFor("pat", given("A"))?.id).toBe("B-1");
    expect(nextFor("pat", given("B"))?.id).toBe("A-2");
    const onlyDees = sectionsOf(titles, [task("A-1", "to_do")], [{ ...nothing, section: "A", given: dee }], []);
    expect(nextFor("pat", onlyDees)?.id).toBe("A-1");
  });

  test("is there for everybody exactly as long as anything is left, whoever has what", () => {
    const states = fc.constantFrom<TaskState>("to_do", "half_written", "done");
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom("A", "B"), states), { maxLength: 8 }), fc.subarray(["A", "B"]), (some, has) => {
        const all = some.map(([section, state], n) => task(`${section}-${n}`, state));
        const sections = sectionsOf(
          titles,
          all,
          has.map((section) => ({ ...nothing, section, given: dee })),
          [],
        );
        for (const who of ["dee", "pat"]) expect(nextFor(who, sections) !== undefined).toBe(all.some(({ state }) => state !== "done"));
        expect(sharesOf(sections).reduce((sum, { left }) => sum + left, 0)).toBe(all.filter(({ state }) => state !== "done").length);
      }),
    );
  });
});

test("who owes what: by name, and what nobody has at the end", () => {
  const sections = sectionsOf(titles, tasks, [{ ...nothing, section: "B", given: dee }], []);
  expect(sharesOf(sections)).toEqual([
    { name: "Dee Okoro", title: "treasurer", sections: 1, left: 1 },
    { name: undefined, title: "", sections: 1, left: 1 },
  ]);
});

test("who else is here, in words", () => {
  expect([hereToo([], "en"), hereToo(["Dee"], "en"), hereToo(["Dee", "Jo", "Pat"], "en")]).toEqual(["", "Dee is here too.", "Dee, Jo and Pat are here too."]);
  expect([hereToo(["Dee", "Jo", "Pat"], "cy"), hereToo(["Dee", "Owen"], "cy")]).toEqual(["Mae Dee, Jo a Pat yma hefyd.", "Mae Dee ac Owen yma hefyd."]);
  expect(lately(["Dee", "Jo"], "en")).toBe("Dee and Jo had this question open in the last two minutes.");
});
