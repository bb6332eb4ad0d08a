import type { AwardLevel } from "~/marks/mark";
import { awardLevels } from "~/marks/mark";
import { levelMeanings, levelNames } from "~/marks/status-words";
import { paths } from "~/platform/paths";
import { structuredFacts } from "~/standards/facts.server";
import { idOf } from "./ids.server";
import type { Taxonomy, TaxonomyTerm } from "./shapes";

/** The facts whose ticks stand as terms. */
const ticked = ["helps_with", "activity_types"] as const;
export type Ticked = (typeof ticked)[number];

const about: Record<Ticked | "levels", { name: string; description: string }> = {
  levels: { name: "Waymark levels", description: `What a Waymark quality mark says. ${awardLevels.map((level) => `${levelNames[level]}: ${levelMeanings[level]}`).join(" ")}` },
  helps_with: { name: "Waymark needs", description: "What people usually come for, as the provider says. Needs, never diagnoses." },
  activity_types: { name: "Waymark kinds of activity", description: "What kind of thing it is, as the provider says." },
};

const taxonomy = (key: Ticked | "levels", origin: string): Taxonomy => ({ id: idOf("taxonomy", key), ...about[key], uri: `${origin}${paths.whatAMarkMeans}` });

const term = (key: Ticked | "levels", value: string, words: string, origin: string): TaxonomyTerm => ({
  id: idOf("term", key, value),
  term: words,
  taxonomy: about[key].name,
  taxonomy_id: idOf("taxonomy", key),
  ...(key === "levels" ? { term_uri: `${origin}${paths.whatAMarkMeans}` } : {}),
});

/** The vocabularies that our terms are from. */
export const taxonomies = (origin: string): Taxonomy[] => (["levels", ...ticked] as const).map((key) => taxonomy(key, origin));

/** Every term there is. */
export const taxonomyTerms = (origin: string): TaxonomyTerm[] => [
  ...awardLevels.map((level) => levelTerm(level, origin)),
  ...ticked.flatMap((key) => options(key).map(({ value }) => tickTerm(key, value, origin))),
];

export const levelTerm = (level: AwardLevel, origin: string): TaxonomyTerm => term("levels", level, levelNames[level], origin);
export const tickTerm = (key: Ticked, value: string, origin: string): TaxonomyTerm => term(key, value, options(key).find((each) => each.value === value)?.label ?? value, origin);

const options = (key: Ticked) => structuredFacts().find((fact) => fact.key === key)?.options ?? [];
