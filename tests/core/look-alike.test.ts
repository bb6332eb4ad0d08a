import { describe, expect, test } from "vitest";
import { likeness, skeleton } from "~/accounts/look-alikes/look-alike";

describe("how alike two names are", () => {
  test.each<[string, string, string | undefined]>([
    ["Marsh End Community Allotment", "Marsh End Community Allotment", "same"],
    ["Marsh End Community Allotment", " marsh  end community allotment ", "same"],
    ["Marsh End Community Allotment", "The Marsh End Community Allotment Ltd", "looks_same"],
    ["Marsh End Community Allotment", "Mаrsh Еnd Community Allotment", "looks_same"],
    ["Harbour Wellbeing", "Harb0ur Wellbeing", "looks_same"],
    ["Harbour Wellbeing", "Hárbour\u200B Wellbeing", "looks_same"],
    ["Harbour Wellbeing", "\u202EHarbour Wellbeing", "looks_same"],
    ["Harbour Wellbeing", "Harbour & Wellbeing", "looks_same"],
    ["Harbour Wellbeing", "Harbor Wellbeing", "near"],
    ["Harbour Wellbeing", "Harbuor Wellbieng", "near"],
    ["Harbour Wellbeing", "Harbour Singing", undefined],
    ["Tides", "Tidal", undefined],
    ["The Trust", "The Group", undefined],
    ["Cylch Chwarae Aberaeron", "Cylch Chwarae Aberarth", undefined],
    ["素心社", "素心会", undefined],
  ])("%s · %s: %s", (one, other, expected) => {
    expect(likeness(one, other)).toBe(expected);
    expect(likeness(other, one), "whichever comes first").toBe(expected);
  });
  test("a name of nothing but such words keeps them", () => expect(skeleton("The Trust")).toBe("thetrust"));
  test("a name without letters is like no other", () => expect([likeness("!!!", "???"), likeness("", " ")]).toEqual(["looks_same", "same"]));
});
