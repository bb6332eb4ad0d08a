import { parseArgs } from "node:util";

/** 0 done · 1 the answer is no · 2 called wrongly. */
export type Exit = 0 | 1 | 2;

/** What a command may touch of the terminal. `out` is the answer, `err` is everything said about it; a line each. */
export type Terminal = { out(line: string): void; err(line: string): void; input(): Promise<string> };
export type Command = (words: string[], terminal: Terminal) => Promise<Exit>;

/** Called in a way the command does not know. The message says what was expected. */
export class CalledWrongly extends Error {}

/**
 * Sorts the words after a command's name into `--flags`, `--named VALUE` and the rest. Throws `CalledWrongly` on an unknown flag, one without its value, or a wrong number of the rest.
 */
export function readWords<Flag extends string, Named extends string = never>(
  words: string[],
  flags: readonly Flag[],
  [least, most]: [number, number],
  named: readonly Named[] = [],
): { flags: Set<Flag>; named: Partial<Record<Named, string>>; rest: string[] } {
  const options = Object.fromEntries([...flags.map((flag) => [flag, { type: "boolean" as const }]), ...named.map((name) => [name, { type: "string" as const }])]);
  const { values, positionals } = parsed(words, options);
  if (positionals.length < least) throw new CalledWrongly(`expected ${least === 1 ? "one word" : `${least} words`} after the command, found ${positionals.length}`);
  if (positionals.length > most) throw new CalledWrongly(`"${positionals[most]}" is one word too many`);
  const given = Object.fromEntries(named.filter((name) => typeof values[name] === "string").map((name) => [name, values[name]])) as Partial<Record<Named, string>>;
  return { flags: new Set(flags.filter((flag) => values[flag] === true)), named: given, rest: positionals };
}

function parsed(words: string[], options: Record<string, { type: "boolean" | "string" }>) {
  try {
    return parseArgs({ args: words, options, allowPositionals: true });
  } catch (error) {
    throw new CalledWrongly((error as Error).message.split(". ")[0]);
  }
}
