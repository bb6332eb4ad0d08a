import type { Criterion, Standard } from "#standards/format";
import { loadStandards } from "~/standards/load.server";

const { versions, facts } = loadStandards();

/** The standards as they stand in `standards/`, and the facts they ask about. */
export const standards = versions.map((each) => each.standard);
export { facts };

/** By code (`RC`), at 1.0.0. */
export function standardOf(code: string): Standard {
  const found = standards.find((each) => each.code === code && each.version === "1.0.0");
  if (!found) throw new Error(`There is no standard ${code}@1.0.0`);
  return found;
}

/** A criterion that says nothing in particular; give what the test is about. */
export const aCriterion = (given: Partial<Criterion> & Pick<Criterion, "id">): Criterion => ({
  key: given.id.toLowerCase().replace(/[^a-z0-9]+/g, "-"),
  section: given.id.replace(/\.\d+$/, ""),
  title: "A title",
  statement: "A statement.",
  why: "A reason.",
  source: { references: [], beyond_paper: true },
  good: "A good one.",
  levels: { not_yet: "Nothing.", developing: "Something.", met: { tests: ["Enough."] }, leading: { tests: ["More."] } },
  evidence: { kinds: ["statement"], what: "A note.", lightest: "A line." },
  must_have: false,
  weight: 1,
  applies: "always",
  na_reasons: [],
  facts: [],
  ask: "How?",
  ...given,
});

/** A made-up standard of these criteria, under the scoring rules of the real ones unless others are given. */
export const aStandard = (criteria: Criterion[], scoring: Partial<Standard["scoring"]> = {}): Standard => ({
  code: "MU",
  key: "made-up",
  version: "1.0.0",
  title: "Made up",
  purpose: "To be tested with.",
  gate: "always",
  published_on: "2026-01-12",
  effective_from: "2026-01-12",
  scoring: { ...standardOf("RC").scoring, ...scoring },
  sections: [...new Set(criteria.map(({ section }) => section))].map((id) => ({ id, title: id })),
  criteria,
});
