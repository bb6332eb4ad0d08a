import { expect, test } from "vitest";
import { applicable } from "~/standards/applies";
import { score } from "~/standards/score";
import { standards } from "../support/standards";

const criteria = standards.flatMap((each) => each.criteria);
const texts = (value: unknown): string[] => (typeof value === "string" ? [value] : typeof value === "object" && value !== null ? Object.values(value).flatMap(texts) : []);
const tests = criteria.flatMap(({ id, levels }) => [...levels.met.tests, ...levels.leading.tests].map((test) => ({ id, test })));

test("the criteria, what they are called and what they weigh: this is what marks rest on", () => {
  const lines = standards.map(({ code, version, criteria }) => {
    const must = criteria.filter(({ must_have }) => must_have);
    const weigh = (some: typeof criteria) => some.reduce((sum, { weight }) => sum + weight, 0);
    return `${code} ${version}: ${criteria.length} criteria (${weigh(criteria)}), must-haves ${must.length} (${weigh(must)})`;
  });
  expect(lines).toEqual([
    "AS 1.0.0: 17 criteria (36), must-haves 6 (17)",
    "LW 1.0.0: 19 criteria (45), must-haves 6 (18)",
    "LW 1.1.0: 20 criteria (45), must-haves 6 (18)",
    "LW 2.0.0: 20 criteria (46), must-haves 7 (21)",
    "RC 1.0.0: 18 criteria (43), must-haves 8 (24)",
  ]);
  const each = standards.flatMap(({ version, criteria }) => criteria.map(({ id, key, weight, must_have }) => `${version} ${id} ${key} ${weight}${must_have ? " must" : ""}`));
  expect(each).toMatchSnapshot();
});

test("where a claim is allowed, and where another award counts", () => {
  expect(criteria.filter(({ na_reasons }) => na_reasons.length > 0).map(({ id }) => id)).toEqual(["AS-1.2", "AS-3.4", "LW-2.3", "LW-2.3"]);
  const passports = criteria.filter(({ evidence }) => evidence.kinds.includes("other_award"));
  expect(passports.map(({ id }) => id)).toEqual(["AS-4.1", "AS-4.2", "RC-4.1"]);
  expect(passports.filter(({ must_have }) => must_have)).toEqual([]);
});

test("every test stands alone: a sentence of its own, without Met, AND or a list of its siblings", () => {
  for (const { id, test } of tests) {
    expect(test, id).toMatch(/^(\d|[A-Z][a-z]*\b).*\.$/u);
    expect(test, id).not.toMatch(/ AND |^Met\b|^(It|They|And|Or) |e\.g\.| \/ /);
    expect(test.split(/\s+/).length, `${id}: ${test}`).toBeGreaterThan(3);
  }
  for (const { id, levels } of criteria) expect(new Set([...levels.met.tests, ...levels.leading.tests]).size, id).toBe(levels.met.tests.length + levels.leading.tests.length);
});

test("quotes from the learning paper are fragments of 20 words or fewer, with their lines", () => {
  for (const { id, source } of criteria) {
    if (source.quote) expect(source.quote.split(/\s+/).length, id).toBeLessThanOrEqual(20);
    expect(Boolean(source.quote), id).toBe(Boolean(source.lines));
    expect(source.quote || source.beyond_paper, id).toBeTruthy();
  }
});

test("what the learning paper got wrong, or what has passed since, is not said here", () => {
  const all = standards.flatMap(texts).join("\n");
  for (const slip of ["SWEMEBS", "General Anxiety Disorder", "CCG", "instead of medic", "instead of treat", "better than drugs", "endors", "from memory", "e.g."])
    expect(all).not.toContain(slip);
  expect(all).not.toMatch(/\bfail(s|ed|ure to)?\b/i);
  expect(all).not.toMatch(/\bS\d{1,2}\b/);
});

test("Link worker practice, moved from 1.0.0 to 2.0.0 as §D works it out", () => {
  const lw = (version: string) => standards.find((each) => each.code === "LW" && each.version === version)!;
  const facts = { has_link_workers: true, home_visits: true, uses_ai_tools: false };
  const allMet = (version: string, but: Record<string, 0>) => {
    const ratings = Object.fromEntries(applicable(lw(version), facts).map(({ id }) => [id, 2 as const]));
    return score(lw(version), { facts, ratings: { ...ratings, ...but }, na_claims: {} });
  };
  expect(applicable(lw("2.0.0"), facts)).toHaveLength(19);
  expect(allMet("1.0.0", { "LW-2.3": 0 })).toMatchObject({ outcome: "assured_with_conditions", W: 45, points: 88, max: 90, score: 97 });
  expect(allMet("2.0.0", { "LW-2.5": 0 })).toMatchObject({ outcome: "not_awarded", reason: "critical", criteria: ["LW-2.5"], W: 44 });
  expect(allMet("2.0.0", { "LW-5.4": 0 })).toMatchObject({ outcome: "assured_with_conditions", points: 86, max: 88, score: 97 });
});
