/** The house's order of keys, for every map of a version's files at once. What is not named comes last. */
const order = [
  ["checked", "by", "on", "code", "id", "key", "version", "essentials", "assured", "section", "title", "purpose", "gate", "published_on", "effective_from", "scoring"],
  ["conditions_max", "defer_max", "commend", "na_claim_max", "basis_min", "sections"],
  ["statement", "must_have", "weight", "applies", "na_reasons", "why", "source", "quote", "lines", "references", "beyond_paper"],
  ["good", "levels", "not_yet", "developing", "met", "leading", "tests", "evidence", "kinds"],
  ["from", "sunset_days", "changes", "type", "criteria", "successors", "what", "lightest", "ask", "facts", "core_topic"],
  ["reason", "what_to_do", "compliance_months", "fact", "is", "not_empty", "any", "all", "not"],
].flat();

/** Where a key stands among its neighbours. */
export const placeOf = (key: string) => {
  const at = order.indexOf(key);
  return at < 0 ? order.length : at;
};

/** The same content with the keys of every map in the house's order. */
export function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => placeOf(a) - placeOf(b))
      .map(([key, each]) => [key, inOrder(each)]),
  );
}
