import type { Fact } from "#standards/facts-format";
import type { Criterion, Rule, Standard } from "#standards/format";

/** Where in a version something is wrong: in `standard.yaml`, or in the nth criterion; and there, under which keys. */
export type Contradiction = { criterion?: number; path: (string | number)[]; message: string };

/** What the grammar of one file cannot see: everything in a version that does not agree with the rest of it or with the facts there are. */
export function contradictions(standard: Standard, facts: Fact[]): Contradiction[] {
  const known = new Map(facts.map((fact) => [fact.key, fact]));
  return [
    ...ofTheVersion(standard, known),
    ...standard.criteria.flatMap((criterion, at) => ofOne(standard, criterion, known).map((each) => ({ criterion: at, ...each }))),
    ...twice(standard),
  ];
}

type Known = Map<string, Fact>;
type Found = Omit<Contradiction, "criterion">;

function ofTheVersion({ code, gate, scoring, sections, criteria, published_on, effective_from }: Standard, known: Known): Found[] {
  const found: Found[] = wrongRule(gate, known, ["gate"]);
  if (scoring.essentials > scoring.assured)
    found.push({ path: ["scoring", "assured"], message: `expected at least the ${scoring.essentials} of essentials, found ${scoring.assured}` });
  if (effective_from < published_on) found.push({ path: ["effective_from"], message: `expected ${published_on} (published_on) or later, found ${effective_from}` });
  if (criteria.every(({ weight }) => weight === 0)) found.push({ path: [], message: "expected at least one criterion with a weight, or nothing can be scored" });
  sections.forEach(({ id }, at) => {
    const path = ["sections", at, "id"];
    if (!id.startsWith(`${code}-`)) found.push({ path, message: `expected a section of ${code}, found ${id}` });
    if (sections.findIndex((each) => each.id === id) < at) found.push({ path, message: `section ${id} is there twice` });
    if (!criteria.some(({ section }) => section === id)) found.push({ path, message: `no criterion is in section ${id}` });
  });
  return found;
}

function ofOne({ code, sections }: Standard, criterion: Criterion, known: Known): Found[] {
  const found: Found[] = wrongRule(criterion.applies, known, ["applies"]);
  if (!criterion.id.startsWith(`${code}-`)) found.push({ path: ["id"], message: `expected an id of ${code}, found ${criterion.id}` });
  if (!sections.some(({ id }) => id === criterion.section)) {
    found.push({ path: ["section"], message: `there is no section ${criterion.section}; expected one of ${sections.map(({ id }) => id).join(", ")}` });
  }
  if (criterion.must_have && criterion.na_reasons.length > 0) found.push({ path: ["na_reasons"], message: "a must-have can never be claimed not to apply; expected no reasons" });
  if (criterion.must_have && criterion.weight === 0) found.push({ path: ["weight"], message: "a must-have counts; expected a weight of 1, 2 or 3" });
  criterion.facts.forEach((key, at) => {
    if (!known.has(key)) found.push({ path: ["facts", at], message: `there is no fact ${key}; expected one of facts.yaml` });
  });
  return found;
}

function twice({ criteria }: Standard): Contradiction[] {
  return criteria.flatMap((criterion, at) =>
    (["id", "key"] as const)
      .filter((name) => criteria.findIndex((each) => each[name] === criterion[name]) < at)
      .map((name) => ({ criterion: at, path: [name], message: `the ${name} ${criterion[name]} is there twice; expected one of its own` })),
  );
}

function wrongRule(rule: Rule, known: Known, path: (string | number)[]): Found[] {
  if (rule === "always") return [];
  if ("all" in rule) return rule.all.flatMap((each, at) => wrongRule(each, known, [...path, "all", at]));
  if ("any" in rule) return rule.any.flatMap((each, at) => wrongRule(each, known, [...path, "any", at]));
  if ("not" in rule) return wrongRule(rule.not, known, [...path, "not"]);
  const fact = known.get(rule.fact);
  if (!fact) return [{ path: [...path, "fact"], message: `there is no fact ${rule.fact}; expected one of facts.yaml` }];
  const expected = expectedOf(fact);
  if ("not_empty" in rule) return fact.type === "yes_no" ? [{ path: [...path, "not_empty"], message: `${rule.fact} is yes or no; expected is: true or is: false` }] : [];
  return expected && !expected.includes(rule.is) ? [{ path: [...path, "is"], message: `${rule.fact} can never be ${rule.is}; expected one of ${expected.join(", ")}` }] : [];
}

function expectedOf(fact: Fact): (string | boolean | number)[] | undefined {
  return fact.type === "yes_no" ? [true, false] : fact.options?.map(({ value }) => value);
}
