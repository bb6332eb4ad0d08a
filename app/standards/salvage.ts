import type { z } from "zod";

/** What can be read of an object with faults: every key that is right, and for the others what is given instead. `broken` names those, and every key of what is no object at all. */
export function salvage<T extends object>(grammar: z.ZodObject<z.ZodRawShape>, raw: unknown, instead: T): { value: T; broken: Set<PropertyKey> } {
  const broken = new Set<PropertyKey>();
  const readable = typeof raw === "object" && raw !== null;
  const given = (readable ? raw : {}) as Record<string, unknown>;
  const entries = Object.entries(grammar.shape).map(([key, one]) => {
    const read = (one as z.ZodType).safeParse(given[key]);
    if (!read.success || !readable) broken.add(key);
    return [key, read.success ? read.data : instead[key as keyof T]];
  });
  return { value: Object.fromEntries(entries) as T, broken };
}
