/** Whether a provider is what somebody looks for: what people come to it for, and what there is to do. */
import type { Fact } from "#standards/facts-format";
import type { ProviderToday, PublicProvider } from "./provider";

export type Wanted = { need?: string; activity?: string };

/** The facts that are looked through. */
export const lookedThrough = ["helps_with", "activity_types"] as const;

/** What was asked stands in a tick of theirs, by its name or its words, or, for an activity, in what a mark in force covers. `list`: the facts with their words, in every language that is to be understood. */
export function fits({ facts }: Pick<PublicProvider, "facts">, { inForce }: Pick<ProviderToday, "inForce">, { need = "", activity = "" }: Wanted, list: readonly Fact[]): boolean {
  const ticked = (key: (typeof lookedThrough)[number]) => {
    const value = facts[key]?.value;
    const ticks = Array.isArray(value) ? value : [];
    return [...ticks, ...list.filter((fact) => fact.key === key).flatMap(({ options = [] }) => options.filter((option) => ticks.includes(option.value)).map(({ label }) => label))];
  };
  const covered = inForce.flatMap(({ mark }) => mark.scope);
  return stands(need, ticked("helps_with")) && stands(activity, [...ticked("activity_types"), ...covered]);
}

const stands = (asked: string, words: string[]) => asked === "" || words.some((each) => plain(each).includes(plain(asked)));
const plain = (text: string) =>
  text
    .toLowerCase()
    .replace(/[\s_-]+/g, " ")
    .trim();
