import { expect, test } from "vitest";
import { bothRoutesWork, type ContactRoute } from "~/providers/contact-check";

const day = (number: number) => new Date(Date.UTC(2026, 5, number, 12));
const check = (route: ContactRoute, at: number, worked = true) => ({ route, worked, at: day(at) });
const within = { from: day(5), to: day(20) };

test.each([
  ["nothing was tried", [], false],
  ["both worked", [check("phone", 6), check("email", 7)], true],
  ["on the first and the last moment", [check("phone", 5), check("email", 20)], true],
  ["only one was tried", [check("phone", 6)], false],
  ["one did not work", [check("phone", 6), check("email", 7, false)], false],
  ["one worked when it was tried again", [check("email", 9), check("phone", 6), check("email", 7, false)], true],
  ["one worked at first, and then no more", [check("phone", 9, false), check("email", 7), check("phone", 6)], false],
  ["one was tried before it was sent", [check("phone", 4), check("email", 7)], false],
  ["one was tried after it was decided", [check("phone", 6), check("email", 21)], false],
] as const)("%s", (_, checks, both) => {
  expect(bothRoutesWork([...checks], within)).toBe(both);
});
