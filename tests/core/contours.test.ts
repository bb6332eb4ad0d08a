import { expect, test } from "vitest";
import { contours, landscape } from "~/platform/paper/contours";
import { page } from "~/platform/paper/drawing";

const codes = ["1000-1000-0007", "ES4F-T5GV-6HWY", "N3HZ-DV9Q-5K1C", "WDYF-0H2K-4N6M", ""];

test("a place is always the same place, and no two are alike", () => {
  for (const code of codes) expect(contours(code)).toEqual(contours(code));
  expect(new Set(codes.map((code) => JSON.stringify(contours(code)))).size).toBe(codes.length);
});

test.each(codes)("the landscape of %j is lines that a renderer can draw", (code) => {
  const { lines } = contours(code);
  expect(lines.length).toBeGreaterThan(15);
  expect(lines.some(({ index }) => index) && lines.some(({ index }) => !index)).toBe(true);
  for (const { path } of lines) expect(path).toMatch(/^M-?\d+\.\d -?\d+\.\d(C(-?\d+\.\d ?){6})+Z?$/);
});

test("rings are closed and lines that leave the page are not", () => {
  const { lines } = contours("ES4F-T5GV-6HWY");
  const ends = (path: string) => {
    const numbers = path.match(/-?\d+\.\d/g)?.map(Number) ?? [];
    return { first: numbers.slice(0, 2), last: numbers.slice(-2) };
  };
  for (const { path } of lines) {
    const { first, last } = ends(path);
    const apart = Math.hypot((first[0] ?? 0) - (last[0] ?? 0), (first[1] ?? 0) - (last[1] ?? 0));
    if (path.endsWith("Z")) expect(apart).toBeLessThan(0.01);
    else expect(apart).toBeGreaterThan(10);
  }
  expect(lines.some(({ path }) => path.endsWith("Z"))).toBe(true);
});

test.each(codes)("the post of %j stands in the free corner, clear of the name", (code) => {
  const { summit } = contours(code);
  expect(summit.x).toBeGreaterThan(page.width - page.margin - 116);
  expect(summit.x).toBeLessThan(page.width - page.margin);
  expect(summit.y).toBeGreaterThan(0.13 * page.height);
  expect(summit.y).toBeLessThan(0.22 * page.height);
});

test("it is drawn in paint that stays behind words, but for the post and its path", () => {
  const strong = landscape("1000-1000-0007").slice(-3);
  expect(strong.map((each) => ("dash" in each ? "path" : "post"))).toEqual(["path", "post", "post"]);
});
