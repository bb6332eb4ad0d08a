import { schemaLine } from "../schema-line";
import { type Edit, editYaml, writeYaml } from "./yaml-text";

/** The files of a version's folder as text, by their path in it. */
export type VersionFiles = Record<string, string>;

export const criterionPath = (id: string) => `criteria/${id}.yaml`;
/** The id in a criterion's path; undefined for every other file. */
export const criterionIn = (path: string) => /^criteria\/([A-Z]{2}-\d+\.\d+)\.yaml$/.exec(path)?.[1];

/** `path` is that in the version's folder. */
const firstLine = (path: string) => schemaLine(`KEY/VERSION/${path}`);

/** A whole file of a version, as the house writes it: the line for editors, then the content. */
export const newFile = (path: string, content: unknown): string => firstLine(path) + writeYaml(content);

/** A file with some things said otherwise; without a text it is begun, with the line for editors. That line stays the first, whatever key comes to stand below it. */
export function editFile(path: string, text: string | undefined, edits: readonly Edit[]): string {
  const line = firstLine(path);
  if (text === undefined) return line + editYaml(undefined, edits);
  return text.startsWith(line) ? line + editYaml(text.slice(line.length), edits) : editYaml(text, edits);
}

/** The files that publish to exactly this content. For versions whose folder is not here: the content is what was published, word for word. */
export function filesFrom(content: string): VersionFiles {
  const { criteria, changes, ...head } = JSON.parse(content) as { criteria: { id: string }[]; changes?: unknown };
  return {
    "standard.yaml": newFile("standard.yaml", head),
    ...(changes === undefined ? {} : { "changes.yaml": newFile("changes.yaml", changes) }),
    ...Object.fromEntries(criteria.map(({ id, ...rest }) => [criterionPath(id), newFile(criterionPath(id), { id, ...rest })])),
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
