import { writeYaml } from "./yaml-text";

/** The files of a version's folder as text, by their path in it. */
export type VersionFiles = Record<string, string>;

export const criterionPath = (id: string) => `criteria/${id}.yaml`;
/** The id in a criterion's path; undefined for every other file. */
export const criterionIn = (path: string) => /^criteria\/([A-Z]{2}-\d+\.\d+)\.yaml$/.exec(path)?.[1];

/** The files that publish to exactly this content. For versions whose folder is not here: the content is what was published, word for word. */
export function filesFrom(content: string): VersionFiles {
  const { criteria, changes, ...head } = JSON.parse(content) as { criteria: { id: string }[]; changes?: unknown };
  return {
    "standard.yaml": writeYaml(head),
    ...(changes === undefined ? {} : { "changes.yaml": writeYaml(changes) }),
    ...Object.fromEntries(criteria.map((each) => [criterionPath(each.id), writeYaml(each)])),
  };
}

/** The ids of a version's criteria, by section and number: 2 before 10. */
export const criteriaIn = (files: VersionFiles): string[] =>
  Object.keys(files)
    .flatMap((path) => criterionIn(path) ?? [])
    .sort((a, b) => numberOf(a) - numberOf(b));

const numberOf = (id: string) => {
  const [section = 0, number = 0] = id.split(/[-.]/).slice(1).map(Number);
  return section * 1000 + number;
};
