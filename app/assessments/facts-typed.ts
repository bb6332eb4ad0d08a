import type { Fact } from "#standards/facts-format";
import type { Facts } from "#standards/format";

/** What was chosen in the form of `facts-form.tsx`. A yes or no that was left out is left out here; nothing ticked is an answer. */
export function typedFacts(facts: readonly Fact[], form: FormData): Facts {
  const values: Facts = {};
  for (const { key, options } of facts) {
    const chosen = form.getAll(key).filter((each) => typeof each === "string");
    if (options) values[key] = chosen;
    else if (chosen[0] === "yes" || chosen[0] === "no") values[key] = chosen[0] === "yes";
  }
  return values;
}
