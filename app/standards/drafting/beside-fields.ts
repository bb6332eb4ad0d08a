import type { Field } from "./field";
import { spanReader } from "./yaml-text";

export type Placed = { line: number; column: number; message: string };
/** Sentences by the field they belong to; those that belong to none are left over. */
export type Beside = { errors: Record<string, string>; rest: string[] };

/** Puts every fault of a file beside the field that wrote its place: the narrowest one that holds it. */
export function besideFields(text: string, fields: readonly Field[], faults: readonly Placed[]): Beside {
  const { offset, span } = spanReader(text);
  const spans = fields.flatMap(({ name, path }) => {
    const found = span(path);
    return found ? [{ name, start: found[0], end: found[1] }] : [];
  });
  const found: Beside = { errors: {}, rest: [] };
  for (const { line, column, message } of faults) {
    const at = offset(line, column);
    const [narrowest] = spans.filter(({ start, end }) => start <= at && at <= end).sort((a, b) => a.end - a.start - (b.end - b.start));
    if (narrowest) found.errors[narrowest.name] ??= message;
    else found.rest.push(message);
  }
  return found;
}
