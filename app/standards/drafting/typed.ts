export type Option = { value: string; label: string };

/** What a form holds, by the names of its inputs. Always as typed, right or wrong. */
export type Typed = Record<string, string[]>;

/** The longest text that is taken. */
const longest = 5000;

/** Everything of a form that was typed. Files and anything beyond what a person types are left out. */
export function typedOf(form: FormData): Typed {
  const typed: Typed = {};
  for (const [name, value] of form) if (typeof value === "string") typed[name] = [...(typed[name] ?? []), value.slice(0, longest)];
  return typed;
}
