import type { Fact } from "#standards/facts-format";
import type { Rule } from "#standards/format";
import type { Option, Typed } from "./typed";

type Single = { fact: string; is: boolean | string | number } | { fact: string; not_empty: true };
const isSingle = (rule: Rule): rule is Single => typeof rule === "object" && "fact" in rule;

/** How a rule is chosen. `kept` stands for one that has more in it than a form can show: it stays as it is in the file. */
export const ruleKinds = ["always", "any", "all", "kept"] as const;

/** What a form shows for a rule: its kind under `NAME_kind`, and under `NAME` one line for each fact it looks at. */
export function typedRule(name: string, rule: Rule | undefined): Typed {
  const shown = (kind: (typeof ruleKinds)[number], lines: Single[] = []): Typed => ({ [`${name}_kind`]: [kind], [name]: lines.map(lineOf) });
  if (rule === undefined || rule === "always") return shown("always");
  if (typeof rule !== "object") return shown("kept");
  if (isSingle(rule)) return shown("any", [rule]);
  if ("any" in rule && rule.any.every(isSingle)) return shown("any", rule.any as Single[]);
  if ("all" in rule && rule.all.every(isSingle)) return shown("all", rule.all as Single[]);
  return shown("kept");
}

export const isRuleKept = (name: string, typed: Typed) => typed[`${name}_kind`]?.[0] === "kept";

/** The rule that was chosen. One fact alone is its own rule; none at all is an empty `any`, which the grammar refuses. */
export function ruleFrom(name: string, typed: Typed): Rule {
  const kind = typed[`${name}_kind`]?.[0];
  if (kind === "always" || kind === undefined) return "always";
  const lines = (typed[name] ?? []).flatMap(singleOf);
  if (lines.length === 1) return lines[0]!;
  return kind === "all" ? { all: lines } : { any: lines };
}

/** Everything a single rule can say, a line each: every answer to every fact that has answers to choose from, and "has been answered" for the others. */
export const ruleOptions = (facts: readonly Fact[]): Option[] =>
  facts.flatMap((fact) => answersTo(fact).map(([rule, answer]) => ({ value: lineOf(rule), label: `${fact.label} – ${answer}` })));

function answersTo({ key: fact, type, options = [] }: Fact): [Single, string][] {
  if (type === "yes_no") {
    return [
      [{ fact, is: true }, "yes"],
      [{ fact, is: false }, "no"],
    ];
  }
  return [[{ fact, not_empty: true }, "anything said"], ...options.map(({ value, label }): [Single, string] => [{ fact, is: value }, label])];
}

const lineOf = (rule: Single) => `${rule.fact}=${"is" in rule ? JSON.stringify(rule.is) : "*"}`;

function singleOf(line: string): Single[] {
  const [, fact = "", value = ""] = /^([a-z0-9_]+)=(.+)$/.exec(line.trim()) ?? [];
  if (fact === "") return [];
  if (value === "*") return [{ fact, not_empty: true }];
  const is = parsed(value);
  return is === undefined ? [] : [{ fact, is }];
}

function parsed(value: string): boolean | string | number | undefined {
  try {
    const read: unknown = JSON.parse(value);
    return typeof read === "boolean" || typeof read === "string" || typeof read === "number" ? read : undefined;
  } catch {
    return undefined;
  }
}
