import { readFileSync } from "node:fs";
import { relative } from "node:path";
import { isMap, isScalar, LineCounter, parseDocument } from "yaml";
import type { z } from "zod";
import type { Unsaid } from "./changes-disagree";

/** Something wrong in a file, said where a person can put the cursor. Lines and columns count from 1. `unsaid`: it is only that the list of changes does not name it. */
export type Fault = { file: string; line: number; column: number; message: string; unsaid?: Unsaid };

/** From here, where it lies below here; else whole. */
export function shownPath(path: string) {
  const fromHere = relative("", path);
  return fromHere.startsWith("..") ? path : fromHere;
}

export const faultLine = ({ file, line, column, message }: Fault) => `${file}:${line}:${column}: ${message}`;

export type YamlFile<T> = {
  /** Undefined where there are faults. */
  value?: T;
  /** As typed, before any default is filled in. */
  raw: unknown;
  faults: Fault[];
  /** A fault at these keys of the file, or at the nearest place above them that is there. */
  fault(path: PropertyKey[], message: string): Fault;
};

/** Says that a key is missing, and what was expected there. */
type Missing = (name: string, expected: string) => string;
const isMissing: Missing = (name, expected) => `"${name}" is missing; ${expected}`;

/** Reads one YAML file against its grammar. Never throws for what is in the file. */
export function readYaml<T>(path: string, grammar: z.ZodType<T>, missing = isMissing): YamlFile<T> {
  const file = shownPath(path);
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(path, "utf8"), { lineCounter: lines, prettyErrors: false });
  const at = (offset: number, message: string): Fault => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1), message };
  };
  const fault = (keys: PropertyKey[], message: string) => at(offsetOf(document.contents, keys), message);

  const broken = [...document.errors, ...document.warnings];
  if (broken.length > 0) return { raw: undefined, faults: broken.map(({ pos, message }) => at(pos[0], `this is not YAML: ${message}`)), fault };

  const raw: unknown = document.toJS();
  const read = grammar.safeParse(raw);
  if (read.success) return { value: read.data, raw, faults: [], fault };
  return { raw, faults: read.error.issues.flatMap((issue) => sentences(issue, raw, missing).map(({ path: keys, message }) => fault(keys, message))), fault };
}

/** Behind a key: the key itself is meant, not its value. */
const itsKey = Symbol("key");

function sentences(issue: z.core.$ZodIssue, raw: unknown, missing: Missing): { path: PropertyKey[]; message: string }[] {
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) => ({ path: [...issue.path, key, itsKey], message: `there is no "${key}" in this place; expected a key of the grammar` }));
  const name = issue.path.at(-1);
  if (valueAt(raw, issue.path) === undefined && name !== undefined) {
    return [{ path: issue.path, message: missing(String(name), issue.code === "invalid_type" ? `expected ${issue.expected}` : issue.message) }];
  }
  return [{ path: issue.path, message: issue.message.replace(/^Invalid input: /, "") }];
}

const valueAt = (raw: unknown, path: PropertyKey[]) => path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown> | null | undefined)?.[key], raw);

/** Where a value starts; where the key does when the value is another block; where the parent does when neither is there. */
function offsetOf(node: unknown, [key, ...rest]: PropertyKey[]): number {
  const start = (node as { range?: [number, number, number] | null } | null)?.range?.[0] ?? 0;
  if (key === undefined) return start;
  if (isMap(node)) {
    const pair = node.items.find((each) => isScalar(each.key) && each.key.value === key);
    if (!pair) return start;
    const sayKey = rest[0] === itsKey || (rest.length === 0 && !isScalar(pair.value));
    return offsetOf(sayKey ? pair.key : pair.value, sayKey ? [] : rest);
  }
  const item = (node as { items?: unknown[] } | null)?.items?.[key as number];
  return item === undefined ? start : offsetOf(item, rest);
}
