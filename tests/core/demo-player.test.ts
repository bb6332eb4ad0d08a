import { expect, test } from "vitest";
import { play, type Story, stageClock } from "#db/seed/player";

const day = (date: number) => new Date(Date.UTC(2026, 0, date));

test("stories play together, in the order of time", async () => {
  const told: string[] = [];
  const clock = stageClock(day(1));
  async function* story(name: string, days: number[]): Story {
    for (const each of days) {
      yield day(each);
      told.push(`${name} ${clock.now().toISOString().slice(8, 10)}`);
    }
  }
  await play([story("a", [2, 5, 9]), story("b", [3, 4, 10])], clock);
  expect(told).toEqual(["a 02", "b 03", "b 04", "a 05", "a 09", "b 10"]);
});

test("a story that goes back in time stops the play", async () => {
  async function* back(): Story {
    yield day(5);
    yield day(4);
  }
  await expect(play([back()], stageClock(day(1)))).rejects.toThrow("goes back");
});
