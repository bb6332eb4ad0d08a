import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { inTerm, linkWorkerTermKeys, linkWorkerTerms, standardInTerm } from "~/standards/term";
import { standards } from "../support/standards";

describe("what link workers are called", () => {
  test.each([
    ["A link worker rings back.", "A community connector rings back."],
    ["Link workers’ cases, and the link worker's notes.", "Community connectors’ cases, and the community connector's notes."],
    ["Ask the Link Worker.", "Ask the Community connector."],
    ["A missing link. Workers meet. linkworker", "A missing link. Workers meet. linkworker"],
    ["community link workers", "community link workers"],
    ["see *Link worker practice*", "see *Link worker practice*"],
  ])("%s", (text, expected) => expect(inTerm(text, "community_connector")).toBe(expected));

  test("every term fits after “a” and before “s”, and is said once however often it is asked for", () => {
    expect(Object.values(linkWorkerTerms).filter((term) => /^[aeiou]|[^a-z -]|(s|x|ch|sh|y)$/.test(term))).toEqual([]);
    for (const term of linkWorkerTermKeys) expect(inTerm(inTerm("Our link workers", term), term)).toBe(inTerm("Our link workers", term));
  });

  test("a text without them stays to the letter", () => {
    fc.assert(fc.property(fc.string(), fc.constantFrom(...linkWorkerTermKeys), (text, term) => /link worker/i.test(text) || inTerm(text, term) === text));
  });
});

describe("a version in an organisation's term", () => {
  const whole = standards.find(({ code, version }) => code === "LW" && version === "2.0.0")!;
  const [said, before] = [standardInTerm(whole, "social_prescriber"), standardInTerm(whole, "link_worker")];

  test("says it wherever it is read, and nowhere in what it keeps", () => {
    const read = said.criteria.map(({ source: _, ...rest }) => rest);
    expect(JSON.stringify([said.purpose, said.sections, read])).not.toMatch(/link worker/i);
    expect(JSON.stringify(read)).toContain("social prescriber");
    expect([said.title, said.criteria.map(({ source }) => source)]).toEqual([whole.title, whole.criteria.map(({ source }) => source)]);
  });

  test("is the same but for words: ids, rules, numbers, and how many tests", () => {
    const bare = (text: unknown) =>
      JSON.stringify(text)
        .replace(/social prescribers|link workers/gi, "LWS")
        .replace(/social prescriber|link worker/gi, "LW");
    expect(bare(said)).toBe(bare(whole));
  });

  test("is what was published where nobody has chosen", () => expect(before).toBe(whole));
});
