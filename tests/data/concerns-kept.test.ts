import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { nothingTyped } from "~/concerns/concern-form";
import { takeStep } from "~/concerns/step.server";
import { takeConcern } from "~/concerns/take-concern.server";
import { addDays, addMonths, type Day } from "~/platform/calendar";
import { clock, moveDemoClock } from "~/platform/clock.server";
import { carryOutPlans } from "~/retention/carry-out.server";
import { dueNow } from "~/retention/due.server";
import { holdBack, letGo } from "~/retention/hold.server";
import { planEndings } from "~/retention/plan.server";
import { planAhead } from "~/retention/rules";
import { freshDatabase } from "../support/database";
import { type Cast, cast } from "../support/people";

const { db, sql, owner } = await freshDatabase();
const goTo = (day: Day) => moveDemoClock(sql, new Date(`${day}T12:00:00Z`));
afterAll(() => moveDemoClock(sql, "reset"));
const because = "Said on the telephone, and seen in the papers they sent.";
const closedOn = "2026-06-10";
let people: Cast;
const kept: Record<"not_upheld" | "upheld" | "safeguarding" | "open", string> = { not_upheld: "", upheld: "", safeguarding: "", open: "" };

beforeAll(async () => {
  await goTo(closedOn);
  people = await cast(db);
  for (const name of ["not_upheld", "upheld", "safeguarding", "open"] as const) {
    const typed = { ...nothingTyped("", name), group: people.organisations.marshEnd.name, words: name };
    if (!(await takeConcern(db, clock, typed, { from: "192.0.2.1", language: "en" })).ok) throw new Error(name);
    const [row] = await sql<{ id: string }[]>`select id from concerns where words = ${name}`;
    const id = row!.id;
    kept[name] = id;
    const step = async (step: Parameters<typeof takeStep>[3]["step"]) =>
      expect(await takeStep(db, clock, people.moira, { id, step, words: because, agency: "The council" })).toEqual({ ok: true });
    await step(name === "safeguarding" ? "unsafe" : "looking");
    if (name === "safeguarding") await step("tell_agency");
    if (name !== "open") await step(name === "upheld" ? "uphold" : "turn_down");
  }
});

const dueOn = async (day: Day) => {
  await goTo(day);
  return (await dueNow(db, clock)).find(({ ending }) => ending === "concerns")!.count;
};
const there = async () => (await sql<{ words: string }[]>`select words from concerns order by words`).map(({ words }) => words);
const endOn = async (day: Day) => {
  await goTo(day);
  await planEndings(db, clock);
  await goTo(addDays(day, planAhead));
  return (await carryOutPlans(db, clock)).find(({ ending }) => ending === "concerns");
};

describe("a concern is kept", () => {
  const [two, seven] = [addMonths(closedOn, 24), addMonths(closedOn, 84)];

  test("two years after it was closed and not upheld, the last day included; by the database itself too", async () => {
    expect(await dueOn(two)).toBe(0);
    const take = (id: string) =>
      owner.begin(async (tx) => [await tx`select end_rows('concern_steps', 'concern_id', ${[id]}::uuid[])`, await tx`select end_rows('concerns', 'id', ${[id]}::uuid[])`]);
    await expect(take(kept.not_upheld)).rejects.toMatchObject({ code: "23001" });
    expect(await dueOn(addDays(two, 1))).toBe(1);
    for (const id of [kept.upheld, kept.safeguarding, kept.open]) await expect(take(id)).rejects.toMatchObject({ code: "23001" });
    await expect(owner`delete from concern_steps where concern_id = ${kept.not_upheld}`, "without the word").rejects.toMatchObject({ code: "23001" });
  });

  test("longer while it is held back with everything of its group", async () => {
    await goTo(addDays(two, 1));
    const held = await holdBack(db, clock, people.leila, { what: people.organisations.marshEnd.name, reason: "A court has asked for it." });
    if (!held?.ok) throw new Error(held?.why);
    expect(await dueOn(addDays(two, 30))).toBe(0);
    await letGo(db, clock, people.leila, held.holdId);
    expect(await dueOn(addDays(two, 30))).toBe(1);
  });

  test("and then goes with all that was done about it; what was upheld, or told to an agency, after seven years; what is open stays", async () => {
    expect(await endOn(addDays(two, 1))).toMatchObject({ removed: 1, spared: 0 });
    expect(await there()).toEqual(["open", "safeguarding", "upheld"]);
    expect(await dueOn(seven)).toBe(0);
    expect(await endOn(addDays(seven, 1))).toMatchObject({ removed: 2, spared: 0 });
    expect(await there()).toEqual(["open"]);
    expect(await sql`select distinct concern_id from concern_steps`).toEqual([{ concern_id: kept.open }]);
  });
});
