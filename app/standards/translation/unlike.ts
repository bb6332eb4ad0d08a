import type { Criterion, Standard } from "#standards/format";
import { valueAt } from "../drafting/yaml-text";

/** Where a translation's file does not agree with its original, and how. */
export type Unlike = { path: (string | number)[]; message: string };

/** What the grammar of the file cannot see: sections that are missing, and those that are of no version. `raw` is the file as typed. */
export function unlikeSections({ sections }: Standard, raw: unknown): Unlike[] {
  const typed = valueAt(raw, ["sections"]);
  if (typeof typed !== "object" || typed === null) return [];
  const said = Object.keys(typed);
  return [
    ...sections.filter(({ id }) => !said.includes(id)).map(({ id, title }) => ({ path: ["sections"], message: `missing translation: section ${id} (${title})` })),
    ...said.filter((id) => !sections.some((each) => each.id === id)).map((id) => ({ path: ["sections", id], message: `there is no section ${id} in the original` })),
  ];
}

/** The same for a criterion: lists that are shorter or longer than the original's. */
export function unlikeLists(criterion: Criterion, raw: unknown): Unlike[] {
  const lists: [path: string[], original: string[]][] = [
    [["levels", "met", "tests"], criterion.levels.met.tests],
    [["levels", "leading", "tests"], criterion.levels.leading.tests],
    [["na_reasons"], criterion.na_reasons],
  ];
  return lists.flatMap(([path, original]) => {
    const typed = valueAt(raw, path);
    const said = Array.isArray(typed) ? typed.length : path.length > 1 ? undefined : 0;
    if (said === undefined || said === original.length) return [];
    const extra = Array.from({ length: Math.max(said - original.length, 0) }, (_, at) => original.length + at);
    const short = original[said];
    return [
      ...(short === undefined ? [] : [{ path, message: `missing translation: expected ${original.length} as in the original, found ${said}; the next is “${short}”` }]),
      ...extra.map((at) => ({ path: [...path, at], message: `there is no such entry in the original, which has ${original.length}` })),
    ];
  });
}
