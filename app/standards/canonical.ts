/** One text for one content: JSON with the keys of every object in order and no space, so that its hash depends on what is said and not on how it was typed. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, each) => (isObject(each) ? Object.fromEntries(Object.entries(each).sort(byKey)) : each));
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);
const byKey = ([a]: [string, unknown], [b]: [string, unknown]) => (a < b ? -1 : 1);
