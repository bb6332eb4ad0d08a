import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const colours = Object.fromEntries([...readFileSync("app/ui/_tokens.scss", "utf8").matchAll(/--wm-([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, hex]) => [name, hex]));
const white = "#ffffff";
const on = (text: string, ground: string) => contrast(colours[text] ?? text, colours[ground] ?? ground);

/** WCAG 2.2, relative luminance. */
function contrast(one: string, other: string) {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}
function luminance(hex: string) {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

test("all text is readable on every ground it stands on", () => {
  const pairs: [string, string][] = [
    ...["peat", "stone", "bracken", "yew", "haw"].flatMap((text): [string, string][] => [
      [text, white],
      [text, "chalk"],
    ]),
    ...["peat", "stone", "yew"].map((text): [string, string] => [text, "lichen"]),
    [white, "yew"],
    [white, "haw"],
    ["peat", "gorse"],
    ["peat", "rush"],
  ];
  expect(pairs.filter(([text, ground]) => on(text, ground) < 4.5)).toEqual([]);
});

test("edges that mean something stand out from their grounds", () => {
  const edges: [string, string][] = [
    ["yew", "lichen"],
    ["bracken", "chalk"],
    ["stone", white],
    ["peat", white],
    ["peat", "gorse"],
  ];
  expect(edges.filter(([edge, ground]) => on(edge, ground) < 3)).toEqual([]);
});

test("yes and do-not-rely-on-this differ in lightness, for eyes that see no colour", () => {
  expect(on("lichen", "haw")).toBeGreaterThan(7);
  expect(on("chalk", "haw")).toBeGreaterThan(7);
});
