/** What a mark of a standard would cover: chosen from the provider's own offers, or one fixed thing. */
export type Scope = { kind: "chosen"; from: string[] } | { kind: "fixed"; words: string };

const fixed: Record<string, string> = {
  "referral-capacity": "Taking and answering referrals, for everything the organisation offers",
  "link-worker-practice": "The link worker service",
};

/** Activities are named one by one; for every other standard the whole of that work is covered. */
export function scopeOf(standard: { key: string; title: string }, offers: readonly { name: string }[]): Scope {
  if (standard.key === "activities-and-services") return { kind: "chosen", from: offers.map(({ name }) => name) };
  return { kind: "fixed", words: fixed[standard.key] ?? standard.title };
}

export type ScopeFault = "scope_missing" | "scope_unknown";

/** The scope as it is frozen: in the order of the list, each once. A fixed one needs no choice, and takes none that differs. */
export function readScope(scope: Scope, chosen: readonly string[]): { ok: true; scope: string[] } | { ok: false; why: ScopeFault } {
  if (scope.kind === "fixed") return chosen.every((each) => each === scope.words) ? { ok: true, scope: [scope.words] } : { ok: false, why: "scope_unknown" };
  if (chosen.length === 0) return { ok: false, why: "scope_missing" };
  if (!chosen.every((each) => scope.from.includes(each))) return { ok: false, why: "scope_unknown" };
  return { ok: true, scope: scope.from.filter((each) => chosen.includes(each)) };
}
