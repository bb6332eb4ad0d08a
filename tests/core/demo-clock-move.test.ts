import { expect, test } from "vitest";
import { clockMove } from "~/platform/clock-move";

const noon = new Date("2026-06-01T11:00:00Z");

test.each([
  ["+31d", "2026-07-02T11:00:00.000Z"],
  ["+2h", "2026-06-01T13:00:00.000Z"],
  [" 31d", "2026-07-02T11:00:00.000Z"],
  ["2h", "2026-06-01T13:00:00.000Z"],
  ["-1d", "2026-05-31T11:00:00.000Z"],
  [" 2027-03-01T09:00:00Z ", "2027-03-01T09:00:00.000Z"],
  ["2027-03-01T09:00:00+01:00", "2027-03-01T08:00:00.000Z"],
])("%s moves the clock to %s", (text, to) => {
  expect(clockMove(text, noon)).toEqual({ ok: true, to: new Date(to) });
});

test("reset goes back to the real time", () => {
  expect(clockMove("reset", noon)).toEqual({ ok: true, to: "reset" });
});

test.each(["", "soon", "+31", "+999999d", "2026-13-01", "2027-02-30", "1999-01-01", "2200-01-01", "+1y", "NaN"])("%j is no time, and the answer says what is", (text) => {
  expect(clockMove(text, noon)).toMatchObject({ ok: false, expected: expect.stringContaining("+31d") });
});
